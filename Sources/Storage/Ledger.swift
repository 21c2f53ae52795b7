public import Database
public import Journal
public import Registers
internal import TargetEngine

/// The ledger in one database: everything that the desk reads and writes goes through it.
///
/// Reading methods lie in extensions beside the things they read; writing ones on `Transaction`.
public final class Ledger {
  let connection: any Connection
  /// The registers of this program.
  public let slots: [RegisterSlot]
  /// What the modules declare of indicators, by code; the shell sets it.
  public var declaredIndicators: [String: IndicatorDeclaration] = [:]
  /// Where the key of secrets comes from; the shell sets it.
  public var keySource: KeySource?
  /// The secrets' keys once they were needed.
  var opened: Keyring?

  /// What is kept of settings; ask `derived` for it.
  private var kept = DerivedSettings(version: nil)

  /// What was made from settings, forgotten when another connection has written. A transaction sees one
  /// state, so that within it this is asked when it begins.
  var derived: DerivedSettings {
    if !connection.isInTransaction { refresh() }
    return kept
  }

  /// Forgets what was made from settings, since they have changed here.
  func forgetSettings() { kept = DerivedSettings(version: kept.version) }

  /// Forgets what was made from settings when another connection has written since.
  func refresh() {
    // Where this cannot be asked, the next query fails.
    let version = try? connection.dataVersion()
    if version == nil || version != kept.version { kept = DerivedSettings(version: version) }
  }

  /// The newest transaction when the database was opened. What was found before a transaction
  /// begins holds only in a history that has it.
  let known: Head
  let migrator: Migrator

  init(
    _ connection: any Connection, _ registers: [RegisterSlot], _ migrator: Migrator, known: Head
  ) {
    self.connection = connection
    slots = registers
    self.migrator = migrator
    self.known = known
  }

  /// Runs `body` while nobody writes, and writes nothing.
  public func hold<Result>(_ body: () throws -> Result) throws -> Result {
    try connection.begin()
    defer { connection.rollback() }
    refresh()
    return try body()
  }

  /// Whether `read` is running, so that what it calls reads the same state.
  private var isReading = false

  /// Runs `body` on one state of the database, whatever others write meanwhile. Within another `read`
  /// it is the state of that one.
  public func read<Result>(_ body: () throws -> Result) throws -> Result {
    if isReading { return try body() }
    try connection.execute("BEGIN")
    isReading = true
    defer {
      isReading = false
      connection.rollback()
    }
    refresh()
    return try body()
  }

  /// Lets nothing of what was destroyed linger beside the database; says why something may.
  public func settleDeleted() -> Lingering? { connection.settleDeleted() }

  public func head() throws(StorageError) -> Head { try Journal.head(connection) }

  /// The four characters that begin every public id.
  public func site() throws(StorageError) -> String {
    try connection.first("SELECT value FROM identity WHERE name = 'site'", []) { $0.text(0) } ?? ""
  }

  public func transaction(_ number: Int64) throws(StorageError) -> JournalRow? {
    try Journal.row(number, connection)
  }
}

extension Ledger {
  /// The newest transactions, newest first.
  public func transactions(limit: Int) throws(StorageError) -> [JournalRow] {
    try connection.rows(
      "SELECT \(JournalRow.columns) FROM journal ORDER BY tx DESC LIMIT ?1", [Value(limit)],
      JournalRow.init)
  }
}
