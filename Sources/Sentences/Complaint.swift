public import TargetEngine

/// An error in words, and what kind of failure it is: a program turns that into its exit status, a
/// server into its answer's.
///
/// ```swift
/// do { … } catch { print(Complaint(error, .zh).lines.joined(separator: "\n")) }
/// ```
public struct Complaint: Sendable, Equatable {
  /// One sentence or several, each on a line.
  public var lines: [String]
  /// What kind of failure it is.
  public var cause: Cause

  /// Kinds of failures, by what has to be done about them.
  public enum Cause: Sendable {
    /// What was asked is not written rightly.
    case usage
    /// What was given is wrong; nothing was written.
    case badData
    /// A file is not there or may not be read.
    case noInput
    /// A file cannot be written.
    case cannotWrite
    /// Reading or writing failed, or the database is damaged.
    case io
    /// Somebody else is writing: try again.
    case busy
  }
}

/// An error that has a sentence in each language: where, what is wrong, and what would be right or
/// what to do next.
public protocol Explained: Error {
  /// The error in words.
  func complaint(_ language: Language) -> Complaint
}

extension Complaint {
  /// An error in words. One that nobody explained prints as it is, as a failure of the machine.
  public init(_ error: any Error, _ language: Language) {
    if let explained = error as? any Explained {
      self = explained.complaint(language)
    } else {
      self.init(
        Text("操作未完成：\(error)", "This was not done: \(error)")(language), cause: .io)
    }
  }

  /// A complaint of one line.
  public init(_ line: String, cause: Cause) {
    self.init(lines: [line], cause: cause)
  }
}
