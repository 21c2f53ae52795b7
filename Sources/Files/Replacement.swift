public import Glibc

/// What the system refused, and of which file.
public struct SystemFault: Error, Sendable, Equatable {
  public let path: String
  public let errno: Int32

  public init(path: String, errno: Int32 = Glibc.errno) {
    self.path = path
    self.errno = errno
  }
}

/// A file that is made beside another, whose place it takes when it is whole. Until then, and
/// whenever something fails, the other stays as it was.
///
/// Through a symbolic link it replaces the file and not the link; it keeps the mode, and where it
/// may the owner, of what it replaces.
public struct Replacement: Sendable {
  /// The real path of what is replaced.
  public let path: String
  /// Where the new file is made.
  public let part: String
  private let replaced: FileFacts?
  private let mode: mode_t

  /// - Parameters:
  ///   - mode: of a file that replaces none.
  public init(of path: String, mode: mode_t) {
    self.path = RealPath.of(path)
    self.mode = mode
    replaced = FileFacts(self.path)
    part = "\(self.path).\(getpid()).part"
    sweep()
  }

  /// Makes the new file, empty, and gives its descriptor.
  public func create() throws(SystemFault) -> Int32 {
    let mode = replaced.map { $0.mode & self.mode | 0o600 } ?? self.mode
    let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw SystemFault(path: path) }
    return file
  }

  /// Puts the new file in its place.
  public func take() throws(SystemFault) {
    let file = open(part, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault(path: path) }
    defer { close(file) }
    if let replaced {
      // Who may not give a file away keeps it; its mode is then of no less use.
      _ = fchown(file, replaced.owner, replaced.group)
      guard fchmod(file, replaced.mode) == 0 else { throw SystemFault(path: path) }
    }
    guard fsync(file) == 0, rename(part, path) == 0 else { throw SystemFault(path: path) }
    Replacement.syncFolder(of: path)
  }

  public func discard() { unlink(part) }

  /// Lets a new name outlive a loss of power. Some file systems cannot, and then nothing is lost
  /// that could be kept.
  public static func syncFolder(of path: String) {
    let folder = open(FilePath(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Removes what processes left here that were killed: `NAME.PID.part`, with what SQLite puts
  /// beside it.
  private func sweep() {
    let name = FilePath(path)
    let start = name.last + "."
    for left in FilePath.names(in: name.folder) where left.hasPrefix(start) {
      let parts = left.dropFirst(start.count).split(separator: ".", maxSplits: 1)
      guard parts.count == 2, parts[1] == "part" || parts[1].hasPrefix("part-"),
        let process = pid_t(parts[0]), process > 0, Replacement.isGone(process)
      else { continue }
      unlink(name.folder + left)
    }
  }

  private static func isGone(_ process: pid_t) -> Bool {
    process == getpid() || kill(process, 0) != 0 && errno == ESRCH
  }
}
