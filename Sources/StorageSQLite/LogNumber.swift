internal import CSQLite
public import Database
internal import Files
internal import Glibc

/// The number by which a ledger knows its own log. Source: docs/decisions/0041.
///
/// SQLite takes whatever log lies beside a database for its own: that of a ledger which had the name before, or of the
/// state that a copy took the place of. What it writes home then destroys the one, and the other lacks it. So each log
/// has a number, in the header's `user_version`: whoever begins one counts it up, in the log's first transaction. The
/// file itself has the number of the log that was brought home last, or, while one is brought home, its own.
///
/// A ledger begins anywhere, and so does each copy, so that two are never near one another.
enum LogNumber {
  /// Of a file that is made or copied.
  static var any: Int32 { .random(in: 1...Int32.max) }

  /// That of the log after one; nothing is known of 0, which ledgers of before have.
  static func next(after number: Int32) -> Int32 {
    number <= 0 ? any : number == .max ? 1 : number + 1
  }

  /// Whether a log may lie beside a file.
  static func fits(_ log: Int32, file: Int32) -> Bool {
    file == 0 || log == file || log == next(after: file)
  }
}

extension SQLiteConnection {
  /// Says that a transaction begins a log, where it does.
  func numberLog() throws(StorageError) {
    guard (FileFacts(path + "-wal")?.size ?? 0) == 0, let number = try logNumber() else { return }
    try setLogNumber(LogNumber.next(after: number))
  }

  func setLogNumber(_ number: Int32) throws(StorageError) {
    try execute("PRAGMA user_version = \(number)")
  }

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
