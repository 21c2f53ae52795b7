internal import CSQLite
public import Database
internal import Files
internal import Glibc

/// A SQLite database file, opened for one thread.
///
/// Written on the C interface: docs/decisions/0002 has the figures.
public final class SQLiteConnection: Connection {
  /// A lock is not fair, so that one of many writers may wait long: half a minute.
  static let defaultPatience = 30_000

  private let handle: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]
  let path: String
  let patience: Int
  public let opener: ConnectionOpener?
  private let lock: SharedLock?
  private let files: OpenDatabase?

  public let dialect = Dialect(
    words: [
      "{id}": "INTEGER PRIMARY KEY", "{int}": "INTEGER", "{bytes}": "BLOB", "{table}": "STRICT",
      "{clustered}": "STRICT, WITHOUT ROWID",
    ],
    // Else each statement would keep a copy of every page that it touches.
    bulkInsert: "INSERT OR FAIL")

  /// Whether the library took its settings, once for the process.
  private static let isConfigured = csqlite_count_no_memory() == SQLITE_OK

  /// - Parameters:
  ///   - lock: is held as long as the connection, and by those that are opened beside it.
  ///   - canBeOpenedAgain: false where the path will not lead to the file for long.
  init(
    path: String, flags: Int32, patience: Int = SQLiteConnection.defaultPatience,
    holding lock: SharedLock? = nil, canBeOpenedAgain: Bool = true
  ) throws(StorageError) {
    _ = SQLiteConnection.isConfigured
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError.storageError(code, opened, path: path)
      sqlite3_close(opened)
      throw error
    }
    handle = opened
    self.path = path
    self.patience = patience
    self.lock = lock
    // Nil for one in memory.
    files = sqlite3_db_filename(opened, "main").map { String(cString: $0) }.map { place in
      OpenDatabase(place, beside: LedgerFiles.sideFiles.map { place + $0 })
    }
    let another: ConnectionOpener = { () throws(StorageError) -> any Connection in
      try SQLiteConnection(path: path, flags: flags, patience: patience, holding: lock)
    }
    opener = canBeOpenedAgain && path != ":memory:" ? another : nil
    csqlite_ignore_triggers_and_views(handle)
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, Int32(clamping: patience))
  }

  deinit {
    for statement in statements.values { statement.finalize() }
    bringHomeWhereRenamed()
    sqlite3_close(handle)
  }

  public func statement(_ sql: String) throws(StorageError) -> any Statement {
    if let statement = statements[sql] {
      statement.reset()
      return statement
    }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw error(code) }
    let statement = SQLiteStatement(prepared, connection: self)
    statements[sql] = statement
    return statement
  }

  public func execute(_ script: String) throws(StorageError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  public func dataVersion() throws(StorageError) -> Int64 {
    let statement = try statement("PRAGMA data_version")
    defer { statement.reset() }
    return try statement.step() ? statement.int(0) : 0
  }

  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  public func begin() throws(StorageError) {
    try execute("BEGIN IMMEDIATE")
    guard !hasMoved else {
      rollback()
      throw .replaced
    }
    do {
      try numberLog()
    } catch {
      rollback()
      throw error
    }
  }

  /// Whether the path no longer leads to the file that was opened: what is written to that file is
  /// lost.
  private var hasMoved: Bool {
    var moved: Int32 = 0
    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
      && moved != 0
  }

  /// Writes the log into a file that was renamed meanwhile. SQLite would leave it beside the former name, where
  /// nobody looks for it; but another file that came to that name and is open shares the log by now.
  private func bringHomeWhereRenamed() {
    guard hasMoved, !SharedLock.isHeldByConnection(on: path) else { return }
    sqlite3_busy_timeout(handle, 0)
    sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
  }

  /// - Throws: also `StorageError.replaced` where the file was renamed meanwhile: its log keeps the name that it
  ///   had, and nobody would find there what is written now.
  public func commit() throws(StorageError) {
    guard !hasMoved else {
      rollback()
      throw .replaced
    }
    let code = sqlite3_exec(handle, "COMMIT", nil, nil, nil)
    let system = errno
    if code != SQLITE_OK { throw SQLiteError.commitError(code, system, handle, path: path) }
  }

  public func rollback() {
    for statement in statements.values { statement.reset() }
    if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
  }

  public func settleDeleted() -> Lingering? {
    do {
      // Its row says first whether somebody kept it from being done.
      let isKept = try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) != 0 }
      return isKept == true ? .isRead : nil
    } catch .busy {
      return .isRead
    } catch {
      return .failed(error)
    }
  }

  public func integrityFaults() throws(StorageError) -> [String] {
    // Not `quick_check`, which passes over what the indexes say.
    let statement = try statement("PRAGMA integrity_check")
    var faults: [String] = []
    while try statement.step() {
      let line = String(decoding: statement.bytes(0), as: UTF8.self)
      if line != "ok" { faults.append(line) }
    }
    return faults
  }

  public func objects() throws(StorageError) -> [String: String] {
    // The library's own statistics are no matter.
    let objects = try rows(
      "SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    ) { ($0.text(0), $0.text(1)) }
    return Dictionary(objects) { first, _ in first }
  }

  public func scratch() throws(StorageError) -> any Connection { try SQLiteConnection.inMemory() }

  /// A database in memory.
  static func inMemory() throws(StorageError) -> SQLiteConnection {
    try SQLiteConnection(path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  /// Whether nothing can be written through it.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  func error(_ code: Int32) -> StorageError {
    SQLiteError.storageError(code, handle, path: path)
  }

  /// Runs `body` with the C handle, for what only SQLite has.
  func withHandle<Result>(_ body: (OpaquePointer) -> Result) -> Result { body(handle) }
}
