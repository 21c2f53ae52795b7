internal import CSQLite
internal import Database
internal import Glibc

/// The one place that reads SQLite's result codes.
enum SQLiteError {
  static func storageError(_ code: Int32, _ handle: OpaquePointer?, path: String) -> StorageError {
    storageError(code, handle.map { sqlite3_system_errno($0) } ?? 0, handle, path: path)
  }

  /// Of a commit.
  ///
  /// - Parameter system: what the system said, which SQLite does not keep here.
  static func commitError(
    _ code: Int32, _ system: Int32, _ handle: OpaquePointer?, path: String
  ) -> StorageError {
    mayStand(code)
      ? .unsettled(code: Int(code), detail: detail(code, system, handle))
      : storageError(code, system, handle, path: path)
  }

  private static func storageError(
    _ code: Int32, _ system: Int32, _ handle: OpaquePointer?, path: String
  ) -> StorageError {
    if isFull(system, code, path) { return .diskFull }
    let detail = detail(code, system, handle)
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .busy
    case SQLITE_NOTADB: return .foreign(path: path)
    case SQLITE_CORRUPT: return .damaged(detail: detail)
    case SQLITE_READONLY: return .readOnly
    case SQLITE_FULL: return .diskFull
    case SQLITE_CONSTRAINT where code == SQLITE_CONSTRAINT | (12 << 8): return .overflow
    case SQLITE_CONSTRAINT: return .contradictory(in: place(in: detail))
    case SQLITE_MISMATCH: return .contradictory(in: "")
    case SQLITE_ERROR where detail == "integer overflow": return .overflow
    default: return .failed(code: Int(code), detail: detail)
    }
  }

  /// The column of `UNIQUE constraint failed: unit.code`.
  private static func place(in detail: String) -> String {
    detail.split(separator: ": ").dropFirst().joined(separator: " ")
  }

  /// SQLite's words, and what the system said of reading or writing.
  private static func detail(
    _ code: Int32, _ system: Int32, _ handle: OpaquePointer?
  ) -> String {
    let words = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
    guard code & 0xFF == SQLITE_IOERR, system != 0 else { return words }
    return "\(words): \(String(cString: strerror(system)))"
  }

  private static let writing = SQLITE_IOERR | (3 << 8)
  /// Of the log's index.
  private static let growing = SQLITE_IOERR | (19 << 8)

  /// Whether a commit that failed may be found in the log later: its pages were whole there when it
  /// was not possible to make sure of them, or to tell others of them.
  private static func mayStand(_ code: Int32) -> Bool {
    code & 0xFF == SQLITE_NOMEM || code & 0xFF == SQLITE_IOERR && code != writing
  }

  /// SQLite has a code of its own only for some of the writes that find no room. Of the log's index it
  /// does not say what was wrong, so that the disk is asked.
  private static func isFull(_ system: Int32, _ code: Int32, _ path: String) -> Bool {
    guard code & 0xFF == SQLITE_IOERR else { return false }
    guard code == growing else { return system == ENOSPC || system == EDQUOT }
    var facts = statvfs()
    return statvfs(path, &facts) == 0 && facts.f_bavail <= indexStep / max(1, facts.f_frsize)
  }

  /// The index grows by half as many bytes.
  private static let indexStep: UInt = 1 << 16
}
