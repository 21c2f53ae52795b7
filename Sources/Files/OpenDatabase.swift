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
  private let paths: [String]

  /// - Parameter paths: of the database and of what may lie beside it.
  public init(paths: [String]) {
    self.paths = paths
    OpenDatabase.state.withLock { $0.paths += paths }
  }

  deinit {
    OpenDatabase.state.withLock { state in
      for path in paths {
        if let place = state.paths.firstIndex(of: path) { state.paths.remove(at: place) }
      }
      let kept = state.kept
      state.kept = []
      for file in kept { state.close(file) }
    }
  }

  /// Closes a descriptor, now or when no database is open any more that it belongs to.
  public static func close(_ file: Int32) { state.withLock { $0.close(file) } }

  private struct State {
    /// Of each database once for each time that it is open.
    var paths: [String] = []
    /// Descriptors that wait.
    var kept: [Int32] = []

    mutating func close(_ file: Int32) {
      let identity = paths.isEmpty ? nil : FileFacts(descriptor: file)?.identity
      if let identity, paths.contains(where: { FileFacts($0)?.identity == identity }) {
        kept.append(file)
      } else {
        Glibc.close(file)
      }
    }
  }

  private static let state = Mutex(State())
}
