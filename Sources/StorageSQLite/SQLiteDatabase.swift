internal import CSQLite
public import Database
internal import Files
internal import Glibc

/// How the program opens, makes and copies its database files.
///
/// SQLite is always given absolute paths, so that it takes names such as `:memory:` literally.
public enum SQLiteDatabase {
  public enum Access: Sendable { case read, write }

  /// How long a writer waits for others, in milliseconds.
  public static let defaultPatience = SQLiteConnection.defaultPatience

  /// Of databases and copies: what they hold is for their owner.
  static let mode: mode_t = 0o600

  /// - Throws: `.notFound`, `.foreign`, `.hasSeveralNames`, `.foreignLog`, `.foreignJournal`, `.inTheWay`,
  ///   `.damaged` when the file is shorter than it says.
  ///
  /// - Parameter patience: how long a writer waits for another, in milliseconds.
  public static func open(
    _ path: String, for access: Access, patience: Int = defaultPatience
  ) throws(StorageError) -> SQLiteConnection {
    let real = RealPath.of(path)
    try LedgerFiles.inspect(real, named: path)
    try LedgerFiles.expectOneName(real, named: path)
    try LedgerFiles.expectNoStrangers(beside: real)
    // Were SQLite to find out by itself, it would leave a log behind that shuts the owner out.
    guard canWrite(real) else {
      if access == .write { throw .readOnly }
      return try GuestReading(path: real, patience: patience).connection()
    }
    let connection = try SQLiteConnection(
      path: real, flags: SQLITE_OPEN_READWRITE, patience: patience)
    try connection.expectOwnLog(of: real)
    // An import touches many pages again and again; those that do not fit are written twice. What is
    // deleted is overwritten, since it may be what an erasure destroys.
    if access == .write {
      try connection.execute(
        """
        PRAGMA synchronous = FULL; PRAGMA cache_size = -40960; PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON
        """)
    }
    return connection
  }

  /// Opens a backup to restore from it. It may have several names, as programs give them that keep a row of backups
  /// of which few differ: then a private copy of it is read.
  ///
  /// - Throws: as `open`.
  public static func openBackup(
    _ path: String, patience: Int = defaultPatience
  ) throws(StorageError) -> SQLiteConnection {
    do throws(StorageError) {
      return try open(path, for: .read, patience: patience)
    } catch .hasSeveralNames {
      return try GuestReading(path: RealPath.of(path), patience: patience).copy()
    }
  }

  /// Makes a new database, which appears under its name when `fill` has filled it, or not at all.
  ///
  /// - Throws: also `StorageError.alreadyExists` where another file came there meanwhile.
  public static func make<Result>(
    _ path: String, _ fill: (SQLiteConnection) throws -> Result
  ) throws -> Result {
    let real = RealPath.of(path)
    try expectFree(real, named: path)
    if FileFacts(real) != nil { throw StorageError.alreadyExists(path: path) }
    let part = Replacement(of: real, mode: mode)
    defer { remove(part.part) }
    let result: Result
    do {
      // The connection ends here, which brings its log home.
      result = try fill(try create(part.part))
    } catch StorageError.unsettled(let code, let detail) {
      // What may have been written is gone with the file.
      throw StorageError.failed(code: code, detail: detail)
    }
    do {
      if let log = LedgerFiles.log(beside: part.part) { throw SystemFault(path: log, errno: EIO) }
      try part.take(replacing: false)
    } catch let fault as SystemFault {
      switch fault.errno {
      case EEXIST: throw StorageError.alreadyExists(path: path)
      case ENOSPC, EDQUOT: throw StorageError.diskFull
      default:
        throw StorageError.failed(
          code: Int(fault.errno), detail: String(cString: strerror(fault.errno)))
      }
    }
    return result
  }

  private static func expectFree(_ real: String, named path: String) throws(StorageError) {
    if LedgerFiles.isLog(real) { throw .alreadyExists(path: path) }
    if let log = LedgerFiles.strayLog(beside: real) { throw .alreadyExists(path: log) }
  }

  /// Makes a new file with a write-ahead log and hands it over without tables.
  public static func create(_ path: String) throws(StorageError) -> SQLiteConnection {
    let real = RealPath.of(path)
    try expectFree(real, named: path)
    let file = Glibc.open(real, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else {
      if errno == EEXIST { throw .alreadyExists(path: path) }
      throw .failed(code: Int(errno), detail: String(cString: strerror(errno)))
    }
    close(file)
    do {
      let connection = try SQLiteConnection(path: real, flags: SQLITE_OPEN_READWRITE)
      try connection.execute(
        """
        PRAGMA page_size = 8192; PRAGMA application_id = \(LedgerFiles.applicationID);
        PRAGMA user_version = \(LogNumber.any); PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL
        """)
      return connection
    } catch {
      remove(path)
      throw error
    }
  }

  /// Removes a database with all that lies beside it.
  public static func remove(_ path: String) {
    let real = RealPath.of(path)
    for name in [""] + LedgerFiles.sideFiles { unlink(real + name) }
  }

  /// A database in memory, for tests.
  public static func inMemory() throws(StorageError) -> SQLiteConnection {
    try SQLiteConnection.inMemory()
  }

  private static func canWrite(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(FilePath(path).folder, W_OK) == 0
  }
}
