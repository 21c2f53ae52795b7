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
/// may the owner, of what it replaces. Private content is never readable by more than its owner.
public struct Replacement: Sendable {
  /// The real path of what is replaced.
  public let path: String
  /// Where the new file is made.
  public let part: String
  private let replaced: FileFacts?
  private let mode: mode_t
  private let isPrivate: Bool

  /// - Parameters:
  ///   - mode: of a file that replaces none.
  ///   - isPrivate: whether no more than that is kept of the mode of what is replaced.
  public init(of path: String, mode: mode_t, isPrivate: Bool = false) {
    self.path = RealPath.of(path)
    self.mode = mode
    self.isPrivate = isPrivate
    replaced = FileFacts(self.path)
    part = PartName.new(beside: self.path)
    PartName.sweep(beside: self.path)
  }

  /// Makes the new file, empty, and gives its descriptor.
  public func create() throws(SystemFault) -> Int32 {
    let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, finalMode & mode | 0o600)
    guard file >= 0 else { throw SystemFault(path: path) }
    return file
  }

  /// Puts the new file in its place.
  ///
  /// - Parameter replacing: whether another file may be there, also one that came meanwhile.
  /// - Throws: a fault with `EEXIST` where one is there and may not.
  public func take(replacing: Bool) throws(SystemFault) {
    let file = open(part, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault(path: path) }
    defer { close(file) }
    if let replaced {
      // Who may not give a file away keeps it; its mode is then of no less use.
      _ = fchown(file, replaced.owner, replaced.group)
      guard fchmod(file, finalMode) == 0 else { throw SystemFault(path: path) }
    }
    guard fsync(file) == 0 else { throw SystemFault(path: path) }
    if replacing {
      guard Glibc.rename(part, path) == 0 else { throw SystemFault(path: path) }
    } else {
      try Replacement.rename(part, toNew: path)
    }
    Replacement.syncFolder(of: path)
  }

  public func discard() { unlink(part) }

  /// Removes what was left of files that were to take a place in the folder of `path`, by processes that are no
  /// more: the place itself may still have such a name beside its own.
  public static func sweep(beside path: String) { PartName.sweep(beside: path) }

  private var finalMode: mode_t {
    guard let replaced else { return mode }
    return isPrivate ? replaced.mode & mode : replaced.mode
  }

  /// Gives a file a name that no other file has.
  ///
  /// - Throws: a fault with `EEXIST` where one has it.
  public static func rename(_ part: String, toNew path: String) throws(SystemFault) {
    if link(part, path) == 0 {
      unlink(part)
      return
    }
    guard errno != EEXIST else { throw SystemFault(path: path) }
    // Not every file system gives a file two names.
    if FileFacts(path) != nil { throw SystemFault(path: path, errno: EEXIST) }
    guard Glibc.rename(part, path) == 0 else { throw SystemFault(path: path) }
  }

  /// Lets a new name outlive a loss of power. Some file systems cannot, and then nothing is lost
  /// that could be kept.
  public static func syncFolder(of path: String) {
    let folder = open(FilePath(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
