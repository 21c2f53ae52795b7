internal import CSQLite
internal import Database

/// A prepared statement of a `SQLiteConnection`, which owns it and ends it.
final class SQLiteStatement: Statement {
  private let handle: OpaquePointer
  private unowned let connection: SQLiteConnection
  private let bound: BoundValues
  /// SQLite's word for "copy the bytes now".
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ handle: OpaquePointer, connection: SQLiteConnection) {
    self.handle = handle
    self.connection = connection
    bound = BoundValues(count: Int(sqlite3_bind_parameter_count(handle)))
  }

  func finalize() { sqlite3_finalize(handle) }

  func bind(_ index: Int, _ value: Int64) {
    if bound.set(index, .int(value)) { sqlite3_bind_int64(handle, Int32(index), value) }
  }

  func bindNull(_ index: Int) {
    if bound.set(index, .null) { sqlite3_bind_null(handle, Int32(index)) }
  }

  func bind(_ index: Int, text: UnsafeBufferPointer<UInt8>) {
    bind(index, text, SQLiteStatement.transient)
  }

  func bind(_ index: Int, borrowed text: UnsafeBufferPointer<UInt8>) { bind(index, text, nil) }

  private func bind(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ release: sqlite3_destructor_type?
  ) {
    guard let start = text.baseAddress, !text.isEmpty else {
      if bound.set(index, .noText) { sqlite3_bind_text(handle, Int32(index), "", 0, nil) }
      return
    }
    _ = bound.set(index, .other)
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, Int32(index), $0, Int32(text.count), release)
    }
  }

  func bind(_ index: Int, blob: [UInt8]) {
    _ = bound.set(index, .other)
    sqlite3_bind_blob(handle, Int32(index), blob, Int32(blob.count), SQLiteStatement.transient)
  }

  func bind(_ index: Int, borrowed blob: UnsafeRawBufferPointer) {
    _ = bound.set(index, .other)
    sqlite3_bind_blob(handle, Int32(index), blob.baseAddress, Int32(blob.count), nil)
  }

  func step() throws(StorageError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      sqlite3_reset(handle)
      return false
    }
    let error = connection.error(code)
    sqlite3_reset(handle)
    throw error
  }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    bound.clear()
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func int(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    if count == 0 { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = sqlite3_column_blob(handle, Int32(column))
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
