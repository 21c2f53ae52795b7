internal import Database
internal import Files
internal import Glibc

/// The lock that SQLite's own readers hold on a database file, for as long as this object lives.
/// It belongs to its descriptor, so that another one of this process does not end it.
final class SharedLock: Sendable {
  private let file: Int32

  /// Where SQLite's locks lie: a byte that announces a writer, and those that readers share.
  private static let pending: (start: off_t, length: off_t) = (0x4000_0000, 1)
  private static let shared: (start: off_t, length: off_t) = (0x4000_0002, 510)
  /// Linux's F_OFD_GETLK and F_OFD_SETLK.
  private static let (getLock, setLock): (Int32, Int32) = (36, 37)

  /// Nil while somebody holds the file for himself.
  init?(_ path: String) throws(StorageError) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw .failed(code: Int(errno), detail: String(cString: strerror(errno)))
    }
    let isLocked =
      SharedLock.set(Int16(F_RDLCK), SharedLock.pending, file)
      && SharedLock.set(Int16(F_RDLCK), SharedLock.shared, file)
    _ = SharedLock.set(Int16(F_UNLCK), SharedLock.pending, file)
    // An object that was made to this point is taken down by `deinit`.
    guard isLocked else { return nil }
  }

  /// Whether a SQLite connection holds it, of this process or of another: their locks belong to processes.
  static func isHeldByConnection(on path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { OpenDatabase.close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = shared
    return fcntl(file, getLock, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
      && lock.l_pid != -1
  }

  deinit { OpenDatabase.close(file) }

  private static func set(
    _ kind: Int16, _ place: (start: off_t, length: off_t), _ file: Int32
  ) -> Bool {
    var lock = flock()
    lock.l_type = kind
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = place
    return fcntl(file, setLock, &lock) == 0
  }
}
