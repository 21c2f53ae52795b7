internal import CSQLite
internal import Storage

/// The one place that reads SQLite's result codes.
enum SQLiteError {
  static func storageError(_ code: Int32, _ handle: OpaquePointer?, path: String) -> StorageError {
    let detail = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_NOTADB: return .foreign(path: path)
    case SQLITE_CORRUPT: return .damaged(detail: detail)
    case SQLITE_READONLY: return .readOnly
    case SQLITE_FULL: return .diskFull
    case SQLITE_CONSTRAINT where code == SQLITE_CONSTRAINT | (12 << 8): return .overflow
    default: return .failed(code: Int(code), detail: detail)
    }
  }
}
