internal import TargetEngine

/// What a person is told when something fails, and the exit status that goes with it.
struct Complaint: Sendable, Equatable {
  var lines: [String]
  var exit: ExitStatus
}

/// An error that can be told to a person. Each says where, what is wrong, and what would be right
/// or what to do next.
protocol Explained: Error {
  func complaint(_ language: Language) -> Complaint
}

extension Complaint {
  /// An error in words. One that nobody explained prints as it is, as a failure of the machine.
  init(_ error: any Error, _ language: Language) {
    if let explained = error as? any Explained {
      self = explained.complaint(language)
    } else {
      self.init(
        Text("操作未完成：\(error)", "This was not done: \(error)")(language), exit: .io)
    }
  }

  init(_ line: String, exit: ExitStatus) {
    self.init(lines: [line], exit: exit)
  }
}
