internal import CSQLite
internal import Glibc
public import Storage

/// How the program opens, makes and copies its database files.
public enum SQLiteDatabase {
  public enum Access: Sendable { case read, write }

  /// A lock is not fair, so that one of many writers may wait long: half a minute.
  public static let defaultPatience = 30_000

  /// Written into every file of this program, so that another program's is recognised: "TZLG".
  private static let applicationID = 0x545A_4C47

  /// - Throws: `.notFound`, `.foreign`, `.damaged` when the file is shorter than it says.
  ///
  /// - Parameter patience: how long a writer waits for another, in milliseconds.
  public static func open(
    _ path: String, for access: Access, patience: Int = defaultPatience
  ) throws(StorageError) -> SQLiteConnection {
    try inspect(path)
    let connection: SQLiteConnection
    // Were SQLite to find out by itself, it would leave a log behind that shuts the owner out.
    if access == .write, !canWrite(path) { throw .readOnly }
    if access == .read, !canWrite(path), !exists(path + "-wal") {
      // Nobody can write here, so the file cannot change while it is read, and the shared memory
      // that a write-ahead log needs cannot be made.
      connection = try SQLiteConnection(
        path: "file:\(percentEncoded(path))?immutable=1",
        flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, patience: patience)
    } else {
      connection = try SQLiteConnection(
        path: path, flags: SQLITE_OPEN_READWRITE, patience: patience)
    }
    // An import touches many pages again and again; those that do not fit are written twice. What is
    // deleted is overwritten, since it may be what an erasure destroys.
    if access == .write {
      try connection.execute(
        """
        PRAGMA synchronous = FULL; PRAGMA cache_size = -24576; PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON
        """)
    }
    return connection
  }

  /// Makes a new file with a write-ahead log and hands it over without tables.
  public static func create(_ path: String) throws(StorageError) -> SQLiteConnection {
    if access(path, F_OK) == 0 { throw .alreadyExists(path: path) }
    let connection = try SQLiteConnection(
      path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try connection.execute(
      """
      PRAGMA page_size = 8192; PRAGMA application_id = \(applicationID);
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL
      """)
    return connection
  }

  /// A database in memory, for tests.
  public static func inMemory() throws(StorageError) -> SQLiteConnection {
    try SQLiteConnection(path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  /// Reads the first hundred bytes, which say what the file is and how long it should be.
  private static func inspect(_ path: String) throws(StorageError) {
    let file = Glibc.open(path, O_RDONLY)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .notFound(path: path) }
      throw .failed(code: Int(errno), detail: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let length = pread(file, &header, 100, 0)
    // In this order: another process may be writing its log into the file right now, and takes
    // the log away only when the file is as long as its header says.
    let hasLog = exists(path + "-wal")
    var facts = stat()
    fstat(file, &facts)
    guard facts.st_mode & S_IFMT == S_IFREG, length == 100,
      header.starts(with: Array("SQLite format 3\0".utf8)),
      bigEndian(header[68..<72]) == applicationID
    else { throw .foreign(path: path) }
    let pageSize = header[16] == 0 && header[17] == 1 ? 65_536 : bigEndian(header[16..<18])
    let expected = pageSize * bigEndian(header[28..<32])
    if facts.st_size < expected, !hasLog {
      throw .damaged(detail: "\(facts.st_size) < \(expected) bytes")
    }
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func canWrite(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  private static func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        "%" + hexadecimal(CollectionOfOne(byte))
      default: String(decoding: CollectionOfOne(byte), as: UTF8.self)
      }
    }.joined()
  }
}
