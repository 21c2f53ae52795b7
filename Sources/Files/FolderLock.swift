internal import Glibc

/// Lets one process at a time put a file in its place in a folder, so that what it finds there is
/// still what it replaces.
///
/// The lock is the folder's own: it leaves no file behind, and ends with the process.
public enum FolderLock {
  /// Runs `body` while no other process holds the folder that a file lies in.
  ///
  /// Where the folder cannot be locked, as on some network drives, `body` runs all the same.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - patience: how long another process is waited for, in milliseconds.
  /// - Returns: nil where another process did not finish in time; then `body` was not run.
  public static func hold<Result>(
    besides path: String, patience: Int, _ body: () throws -> Result
  ) rethrows -> Result? {
    let folder = open(FilePath(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return try body() }
    defer { close(folder) }
    var waited = 0
    while flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard waited < patience else { return nil }
      usleep(10_000)
      waited += 10
    }
    return try body()
  }
}
