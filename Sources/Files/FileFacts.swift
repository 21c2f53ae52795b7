public import Glibc

/// What the system says of a file.
public struct FileFacts: Sendable, Equatable {
  /// Which file it is, whatever its names are.
  public struct Identity: Sendable, Hashable {
    let device: dev_t
    let number: ino_t
  }

  public let identity: Identity
  /// Who may read and write it.
  public let mode: mode_t
  public let isRegular: Bool
  public let isFolder: Bool
  public let size: Int
  /// When it was written to last, in nanoseconds.
  let written: Int
  /// How many names it has: hard links.
  public let names: Int
  let owner: uid_t
  let group: gid_t

  /// The facts of what a path leads to; nil when there is nothing.
  public init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  public init?(descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    identity = Identity(device: facts.st_dev, number: facts.st_ino)
    mode = facts.st_mode & 0o7777
    isRegular = facts.st_mode & S_IFMT == S_IFREG
    isFolder = facts.st_mode & S_IFMT == S_IFDIR
    size = Int(facts.st_size)
    written = facts.st_mtim.tv_sec &* 1_000_000_000 &+ facts.st_mtim.tv_nsec
    names = Int(clamping: facts.st_nlink)
    owner = facts.st_uid
    group = facts.st_gid
  }
}
