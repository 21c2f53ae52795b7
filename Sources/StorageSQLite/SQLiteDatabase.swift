internal import CSQLite
public import Database
internal import Files
internal import Glibc

/// How the program opens, makes and copies its database files.
///
/// SQLite is always given absolute paths, so that it takes names such as `:memory:` literally.
public enum SQLiteDatabase {
  public enum Access: Sendable { case read, write }

  /// A lock is not fair, so that one of many writers may wait long: half a minute.
  public static let defaultPatience = 30_000

  /// What SQLite puts beside a database, by the end of its name.
  public static let sideFiles = ["-wal", "-shm", "-journal"]

  /// Of databases and copies: what they hold is for their owner.
  static let mode: mode_t = 0o600

  /// Written into every file of this program, so that another program's is recognised: "TZLG".
  private static let applicationID = 0x545A_4C47

  /// - Throws: `.notFound`, `.foreign`, `.hasSeveralNames`, `.damaged` when the file is shorter than it says.
  ///
  /// - Parameter patience: how long a writer waits for another, in milliseconds.
  public static func open(
    _ path: String, for access: Access, patience: Int = defaultPatience
  ) throws(StorageError) -> SQLiteConnection {
    let real = RealPath.of(path)
    try inspect(real, named: path)
    try expectOneName(real, named: path)
    // Were SQLite to find out by itself, it would leave a log behind that shuts the owner out.
    guard canWrite(real) else {
      if access == .write { throw .readOnly }
      return try GuestReading(path: real, patience: patience).connection()
    }
    let connection = try SQLiteConnection(
      path: real, flags: SQLITE_OPEN_READWRITE, patience: patience)
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
      if let log = log(beside: part.part) { throw SystemFault(path: log, errno: EIO) }
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
    if isLog(real) { throw .alreadyExists(path: path) }
    if let log = strayLog(beside: real) { throw .alreadyExists(path: log) }
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
        PRAGMA page_size = 8192; PRAGMA application_id = \(applicationID);
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL
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
    for name in [""] + sideFiles { unlink(real + name) }
  }

  /// Whether a path leads to a database's file or to one that lies beside it, by any name.
  public static func isPart(_ path: String, of database: String) -> Bool {
    let base = RealPath.of(database)
    return ([""] + sideFiles).contains { RealPath.areOne(path, base + $0) }
  }

  /// Whether a path leads to a database of this program, whatever state it is in, to where its log
  /// lies, or to a log by any name: what is written there takes transactions from it.
  public static func isLedger(_ path: String) -> Bool {
    let header = header(of: path)
    if isOurs(header) || isLog(header) { return true }
    let real = RealPath.of(path)
    return sideFiles.contains {
      real.hasSuffix($0) && isLedgerFile(String(real.dropLast($0.count)))
    }
  }

  private static func isLedgerFile(_ path: String) -> Bool { isOurs(header(of: path)) }

  /// The first hundred bytes of a file, or fewer; none where there is no file.
  private static func header(of path: String) -> ArraySlice<UInt8> {
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { OpenDatabase.close(file) }
    guard FileFacts(descriptor: file)?.isRegular == true else { return [] }
    var header = [UInt8](repeating: 0, count: 100)
    let length = pread(file, &header, 100, 0)
    return header.prefix(max(0, length))
  }

  /// Whether a file begins as a log of SQLite, its index or a rollback journal does. A path to what a process
  /// has open says nothing of a name.
  private static func isLog(_ header: ArraySlice<UInt8>) -> Bool {
    let begins: [[UInt8]] = [
      [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83], [0x18, 0xE2, 0x2D, 0x00],
      [0x00, 0x2D, 0xE2, 0x18], [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
    ]
    return begins.contains { header.starts(with: $0) }
  }

  /// Whether a path leads to where the log of some ledger lies.
  static func isLog(_ path: String) -> Bool { isLedger(path) && !isLedgerFile(path) }

  private static func isOurs(_ header: ArraySlice<UInt8>) -> Bool {
    header.count == 100 && header.starts(with: Array("SQLite format 3\0".utf8))
      && bigEndian(header[68..<72]) == applicationID
  }

  /// The log beside a name that no database has, or an empty file: whoever makes one there lets SQLite
  /// throw it away.
  public static func strayLog(beside path: String) -> String? {
    FileFacts(path).map { $0.isRegular && $0.size == 0 } ?? true ? log(beside: path) : nil
  }

  /// What may hold transactions that are not in the file itself.
  private static func log(beside path: String) -> String? {
    let real = RealPath.of(path)
    return ["-wal", "-journal"].map { real + $0 }.first { FileFacts($0) != nil }
  }

  /// A database in memory, for tests.
  public static func inMemory() throws(StorageError) -> SQLiteConnection {
    try SQLiteConnection(path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  /// Reads the first hundred bytes, which say what the file is and how long it should be.
  private static func inspect(_ path: String, named name: String) throws(StorageError) {
    // A pipe that nobody writes to would be waited for.
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .notFound(path: name) }
      throw .failed(code: Int(errno), detail: String(cString: strerror(errno)))
    }
    defer { OpenDatabase.close(file) }
    guard FileFacts(descriptor: file)?.isRegular == true else { throw .foreign(path: name) }
    var header = [UInt8](repeating: 0, count: 100)
    let length = pread(file, &header, 100, 0)
    guard length >= 0 else {
      throw .failed(code: Int(errno), detail: String(cString: strerror(errno)))
    }
    // In this order: another process may be writing its log into the file right now, and takes
    // the log away only when the file is as long as its header says.
    let hasLog = FileFacts(path + "-wal") != nil
    guard let facts = FileFacts(descriptor: file), isOurs(header.prefix(length)) else {
      throw .foreign(path: name)
    }
    let pageSize = header[16] == 0 && header[17] == 1 ? 65_536 : bigEndian(header[16..<18])
    let expected = pageSize * bigEndian(header[28..<32])
    if facts.size < expected, !hasLog {
      throw .damaged(detail: "\(facts.size) < \(expected) bytes")
    }
  }

  /// A copy that is taking its place has a second name for a moment, and longer where it was killed just then.
  private static func expectOneName(_ real: String, named path: String) throws(StorageError) {
    for attempt in 0..<20 {
      if FileFacts(real).map({ $0.names <= 1 }) ?? true { return }
      if attempt == 0 { Replacement.sweep(beside: real) } else { usleep(10_000) }
    }
    throw .hasSeveralNames(path: path)
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func canWrite(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(FilePath(path).folder, W_OK) == 0
  }
}
