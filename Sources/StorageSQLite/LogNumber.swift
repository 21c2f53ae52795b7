internal import CSQLite
public import Database
internal import Files
internal import Glibc

/// The number by which a ledger knows its own log. Source: docs/decisions/0041.
///
/// SQLite takes whatever log lies beside a database for its own: that of a ledger which had the name before, or of the
/// state that a copy took the place of. What it writes home then destroys the one, and the other lacks it. So each log
/// has a number, in the header's `user_version`: whoever begins one draws it, in the log's first transaction. The
/// file itself has the number of the log that was brought home last, or, while one is brought home, its own.
///
/// Half of a number is drawn, and half follows from that and from the number before it: so a log fits the state that it
/// was begun on and no other, though there be others that go on from the same.
enum LogNumber {
  /// Of a file that is made or copied.
  static var any: Int32 { .random(in: 1...Int32.max) }

  /// That of a log which is begun on a file.
  static func next(after number: Int32) -> Int32 {
    while true {
      let next = LogNumber.next(after: number, drawn: .random(in: 0...UInt16.max))
      if next != 0, next != number { return next }
    }
  }

  /// Whether a log may lie beside a file. Of ledgers of before, which have 0, nothing is known.
  static func fits(_ log: Int32, file: Int32) -> Bool {
    file == 0 || log == file
      || log == next(after: file, drawn: UInt16(truncatingIfNeeded: log))
  }

  private static func next(after number: Int32, drawn: UInt16) -> Int32 {
    // SplitMix64's mixing of both.
    var mixed = UInt64(UInt32(bitPattern: number)) << 16 | UInt64(drawn)
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int32(truncatingIfNeeded: mixed & 0x7FFF << 16 | UInt64(drawn))
  }
}

extension SQLiteConnection {
  /// Says that a transaction begins a log, where it does.
  func numberLog() throws(StorageError) {
    if !hasLog { try setLogNumber(try numberOfWriting()) }
  }

  func setLogNumber(_ number: Int32) throws(StorageError) {
    try execute("PRAGMA user_version = \(number)")
  }

  /// The number that whatever is written next has to have: that of a log which is there, or of one that begins with it.
  func numberOfWriting() throws(StorageError) -> Int32 {
    let number = try logNumber() ?? 0
    return hasLog ? number : LogNumber.next(after: number)
  }

  private var hasLog: Bool { (FileFacts(path + "-wal")?.size ?? 0) > 0 }

  /// The number of the log that is read now.
  func logNumber() throws(StorageError) -> Int32? {
    try first("PRAGMA user_version") { Int32(clamping: $0.int(0)) }
  }

  /// Throws, and leaves both as they are, where the log beside the file is not its own.
  ///
  /// - Parameter file: what is read, of which this may be a copy.
  func expectOwnLog(of file: String) throws(StorageError) {
    guard (FileFacts(file + "-wal")?.size ?? 0) > 0 else { return }
    withHandle { csqlite_leave_log($0, 1) }
    // Between the two questions others may bring a log home and begin the next.
    for _ in 0..<20 {
      guard let number = LedgerFiles.logNumber(of: file), let log = try logNumber() else { return }
      if LogNumber.fits(log, file: number) {
        withHandle { csqlite_leave_log($0, 0) }
        return
      }
      usleep(10_000)
    }
    throw .foreignLog(path: file + "-wal")
  }
}
