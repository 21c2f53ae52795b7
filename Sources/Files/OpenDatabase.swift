public import Glibc
internal import Synchronization

/// The files of a database that this process has open.
///
/// The locks by which a database is shared belong to a process and not to a descriptor: the system ends all of them as soon
/// as the process closes *any* descriptor of the file. Others then take the log away from under it. So whatever else opens
/// files closes them by `close(_:)`, which puts that off for as long as such an object lives.
///
/// ```swift
/// let file = open(path, O_RDONLY | O_CLOEXEC)
/// defer { OpenDatabase.close(file) }
/// ```
public final class OpenDatabase: Sendable {
  /// - Parameters:
  ///   - path: of the database, which may be renamed while it is open.
  ///   - beside: of what may lie beside it, now or later.
  public init(_ path: String, beside: [String]) {
    let files = Files(identity: FileFacts(path)?.identity, paths: [path] + beside)
    OpenDatabase.state.withLock { $0.open[ObjectIdentifier(self)] = files }
  }

  deinit {
    OpenDatabase.state.withLock { state in
      state.open[ObjectIdentifier(self)] = nil
      let kept = state.kept
      state.kept = []
      for file in kept { state.close(file) }
    }
  }

  /// Closes a descriptor, now or when no database is open any more that it belongs to.
  public static func close(_ file: Int32) { state.withLock { $0.close(file) } }

  private struct Files {
    var identity: FileFacts.Identity?
    var paths: [String]

    func contain(_ other: FileFacts.Identity) -> Bool {
      identity == other || paths.contains { FileFacts($0)?.identity == other }
    }
  }

  private struct State {
    var open: [ObjectIdentifier: Files] = [:]
    /// Descriptors that wait.
    var kept: [Int32] = []

    mutating func close(_ file: Int32) {
      let identity = open.isEmpty ? nil : FileFacts(descriptor: file)?.identity
      if let identity, open.values.contains(where: { $0.contain(identity) }) {
        kept.append(file)
      } else {
        Glibc.close(file)
      }
    }
  }

  private static let state = Mutex(State())
}
