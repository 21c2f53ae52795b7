internal import CSQLite
internal import Glibc
internal import Storage

/// The one place that reads SQLite's result codes.
enum SQLiteError {
  static func storageError(_ code: Int32, _ handle: OpaquePointer?, path: String) -> StorageError {
    if let handle, isFull(sqlite3_system_errno(handle), code) { return .diskFull }
    let detail = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
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

  /// SQLite has a code of its own only for some of the writes that find no room.
  private static func isFull(_ system: Int32, _ code: Int32) -> Bool {
    let sharedMemory = SQLITE_IOERR | (19 << 8)
    return code & 0xFF == SQLITE_IOERR
      && (system == ENOSPC || system == EDQUOT || code == sharedMemory)
  }
}
