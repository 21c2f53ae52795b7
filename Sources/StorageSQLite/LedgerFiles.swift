internal import Database
internal import Files
internal import Glibc

/// Which files are databases of this program, or belong to one.
public enum LedgerFiles {
  /// What SQLite puts beside a database, by the end of its name.
  public static let sideFiles = ["-wal", "-shm", "-journal"]

  /// Written into every file of this program, so that another program's is recognised: "TZLG".
  static let applicationID = 0x545A_4C47

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

  /// The header's `user_version`: the number of the log that was brought home into a file last; nil where none can be
  /// read.
  static func logNumber(of path: String) -> Int32? {
    let header = header(of: path)
    guard header.count == 100 else { return nil }
    let place = header.startIndex + 60
    return Int32(truncatingIfNeeded: bigEndian(header[place..<(place + 4)]))
  }

  /// The log beside a name that no database has, or an empty file: whoever makes one there lets SQLite
  /// throw it away.
  public static func strayLog(beside path: String) -> String? {
    FileFacts(path).map { $0.isRegular && $0.size == 0 } ?? true ? log(beside: path) : nil
  }

  /// What may hold transactions that are not in the file itself.
  static func log(beside path: String) -> String? {
    let real = RealPath.of(path)
    return ["-wal", "-journal"].map { real + $0 }.first { FileFacts($0) != nil }
  }

  /// Reads the first hundred bytes, which say what the file is and how long it should be.
  static func inspect(_ path: String, named name: String) throws(StorageError) {
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

  /// SQLite treats any file with one of these names as belonging to the database: it waits for a pipe, and it rolls a
  /// rollback journal back into the database, even one of another database. This program never leaves a journal;
  /// programs that use one leave it when they are killed.
  ///
  /// - Throws: `StorageError.inTheWay`, `.foreignJournal`.
  static func expectNoStrangers(beside real: String) throws(StorageError) {
    for path in sideFiles.map({ real + $0 }) {
      var facts = stat()
      guard lstat(path, &facts) == 0 else { continue }
      guard facts.st_mode & S_IFMT == S_IFREG else { throw .inTheWay(path: path) }
      // One that was ended in order begins with zeros, or is empty.
      if path.hasSuffix("-journal"), header(of: path).first ?? 0 != 0 {
        throw .foreignJournal(path: path)
      }
    }
  }

  /// A copy that is taking its place has a second name for a moment, and longer where it was killed just then.
  ///
  /// - Throws: `StorageError.hasSeveralNames` for hard links, and for a file that somebody has open by another name than
  ///   this, as after a rename or where the file itself is mounted elsewhere.
  static func expectOneName(_ real: String, named path: String) throws(StorageError) {
    for attempt in 0..<20 {
      let isLinked = FileFacts(real).map { $0.names > 1 } ?? false
      if !isLinked, !isReadElsewhere(real) { return }
      if attempt == 0 { Replacement.sweep(beside: real) } else { usleep(10_000) }
    }
    throw .hasSeveralNames(path: path)
  }

  /// Whether somebody reads a database whose log does not lie beside this name of it. Whoever opens or closes it is
  /// seen so for a moment.
  private static func isReadElsewhere(_ path: String) -> Bool {
    let isLogged = { ["-wal", "-shm"].contains { FileFacts(path + $0) != nil } }
    return !isLogged() && SharedLock.isHeldByConnection(on: path) && !isLogged()
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
