internal import CSQLite
internal import Database
internal import Files
internal import Glibc

/// Opens a database for somebody who may read but not write, while its owner may write at any
/// moment.
///
/// As long as the shared lock is held, nobody can take the log away. So where there is a log it
/// stays, and SQLite reads with its help; where there is none before and after the file was copied,
/// nobody wrote meanwhile. Only what lies on a disk that is mounted nowhere for
/// writing is taken for a file that cannot change.
struct GuestReading {
  /// A real path.
  let path: String
  let patience: Int

  func connection() throws(StorageError) -> SQLiteConnection {
    let lock = try lock()
    if !exists("-wal"), MountTable().isUnchangeable(path) { return try immutable(path, lock: lock) }
    if exists("-wal"), let connection = try logged(lock) { return connection }
    for _ in 0..<GuestReading.attempts {
      if let connection = try copied(lock) { return connection }
      if let connection = try logged(lock) { return connection }
      usleep(10_000)
    }
    throw .busy
  }

  /// A private copy, which nothing changes that is written by whatever name meanwhile.
  func copy() throws(StorageError) -> SQLiteConnection {
    let lock = try lock()
    for _ in 0..<GuestReading.attempts {
      if let connection = try copied(lock) { return connection }
      usleep(10_000)
    }
    throw .busy
  }

  private static let attempts = 20

  /// Held while somebody who ends takes the log away: that is waited for.
  private func lock() throws(StorageError) -> SharedLock {
    for _ in 0...max(0, patience / 10) {
      if let lock = try SharedLock(path) { return lock }
      usleep(10_000)
    }
    throw .busy
  }

  /// Reads the file with its log; nil where SQLite cannot, because the log's index is not there.
  private func logged(_ lock: SharedLock) throws(StorageError) -> SQLiteConnection? {
    guard exists("-wal"), exists("-shm") else { return nil }
    let connection = try SQLiteConnection(
      path: "file:\(percentEncoded(path))?readonly_shm=1",
      flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, patience: patience, holding: lock)
    do {
      try connection.expectOwnLog(of: path)
      _ = try connection.dataVersion()
      _ = try connection.first("SELECT COUNT(*) FROM sqlite_schema") { $0.int(0) }
      return connection
    } catch .busy {
      throw .busy
    } catch .failed {
      return nil
    } catch .readOnly {
      return nil
    }
  }

  /// Reads a private copy of the file and of a log that nobody has open; nil when somebody began
  /// to write meanwhile.
  private func copied(_ lock: SharedLock) throws(StorageError) -> SQLiteConnection? {
    let hasLog = exists("-wal")
    guard !exists("-shm") else { return nil }
    let copy = try PrivateDatabase()
    defer { copy.remove() }
    for name in hasLog ? ["", "-wal"] : [""] {
      guard try copy.add(path + name, as: name) else { return nil }
    }
    guard exists("-wal") == hasLog, !exists("-shm") else { return nil }
    // SQLite brings a copied log home when it closes.
    if hasLog {
      let whole = try SQLiteConnection(path: copy.path, flags: SQLITE_OPEN_READWRITE)
      try whole.expectOwnLog(of: path)
      _ = try whole.first("SELECT COUNT(*) FROM sqlite_schema") { $0.int(0) }
    }
    return try immutable(copy.path, lock: nil)
  }

  /// - Parameter lock: nil for a file that has no name for long, so that it is opened only once.
  private func immutable(_ path: String, lock: SharedLock?) throws(StorageError) -> SQLiteConnection
  {
    let connection = try SQLiteConnection(
      path: "file:\(percentEncoded(path))?immutable=1",
      flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, patience: patience, holding: lock,
      canBeOpenedAgain: lock != nil)
    // SQLite opens a file when it first reads it.
    _ = try connection.first("SELECT COUNT(*) FROM sqlite_schema") { $0.int(0) }
    return connection
  }

  private func exists(_ name: String) -> Bool { FileFacts(path + name) != nil }

  private func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        "%" + hexadecimal(CollectionOfOne(byte))
      default: String(decoding: CollectionOfOne(byte), as: UTF8.self)
      }
    }.joined()
  }
}
