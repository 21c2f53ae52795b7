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
  /// The shapes that were asked for.
  var shapes: [String: RegisterShape] = [:]
  var tables: [String: RegisterTable] = [:]
  var drivers: [String: [(RegisterShape, Int)]] = [:]
  var ruleLinks: [String: [RuleLink]] = [:]
  /// What the modules declare of indicators, by code; the shell sets it.
  public var declaredIndicators: [String: IndicatorDeclaration] = [:]
  /// Where the key of secrets comes from; the shell sets it.
  public var keySource: KeySource?
  /// The secrets' keys once they were needed.
  var opened: Keyring?

  /// The office's rules and its calendar, once they were asked for.
  var rules: OfficeRules?
  var almanac: WorkCalendar?

  /// Forgets what was made from settings, since they have changed.
  func forgetSettings() {
    shapes = [:]
    tables = [:]
    drivers = [:]
    ruleLinks = [:]
    rules = nil
    almanac = nil
  }

  /// The newest transaction when the database was opened. What was found before a transaction
  /// begins holds only in a history that has it.
  private let known: Head
  private let migrator: Migrator

  private init(_ connection: any Connection, _ registers: [RegisterSlot], known: Head) {
    self.connection = connection
    slots = registers
    migrator = Migrator(steps: Schema.steps(registers))
    self.known = known
  }

  /// Makes the tables of a new database. `site` goes into every public id, so that the lists of
  /// two offices never collide.
  ///
  /// - Parameter isBare: the rule table begins empty, for an office that sets all of it itself.
  public static func found(
    on connection: any Connection, registers: [RegisterSlot] = [], site: String, at: String,
    isBare: Bool = false
  ) throws -> Ledger {
    try Migrator.found(connection)
    try Migrator(steps: Schema.steps(registers)).migrate(connection, at: at)
    try connection.transaction {
      try connection.run(
        "INSERT INTO identity (name, value) VALUES (?1, ?2)", ["site", .text(site)])
      if isBare {
        try connection.run("INSERT INTO identity (name, value) VALUES ('rules', 'none')", [])
      }
    }
    return Ledger(connection, registers, known: .none)
  }

  /// Opens an existing database, and brings it to this program's schema first.
  public static func open(
    on connection: any Connection, registers: [RegisterSlot] = [], at: String
  ) throws -> Ledger {
    try Migrator(steps: Schema.steps(registers)).migrate(connection, at: at)
    return Ledger(connection, registers, known: try Journal.head(connection))
  }

  /// Runs `body` as one journal transaction and returns what it made and the new head. All of it
  /// is kept, or nothing.
  ///
  /// - Throws: `StorageError.replaced` when another history stands here than when it was opened,
  ///   `.newerSchema` when a later program has changed its tables meanwhile.
  public func write<Result>(
    _ author: Author, _ body: (Transaction) throws -> Result
  ) throws -> (result: Result, head: Head) {
    try connection.transaction {
      try expectKnown()
      try migrator.expectApplied(connection)
      let transaction = try Transaction(self, author: author)
      let result = try body(transaction)
      guard !transaction.isEmpty else { return (result, try head()) }
      return (result, try transaction.seal())
    }
  }

  private func expectKnown() throws(StorageError) {
    guard known.transaction > 0 else { return }
    let row = try Journal.row(known.transaction, connection)
    guard row?.hash == known.hash else { throw .replaced }
  }

  /// Runs `body` while nobody writes, and writes nothing.
  public func hold<Result>(_ body: () throws -> Result) throws -> Result {
    try connection.begin()
    defer { connection.rollback() }
    return try body()
  }

  /// Runs `body` on one state of the database, whatever others write meanwhile.
  public func read<Result>(_ body: () throws -> Result) throws -> Result {
    try connection.execute("BEGIN")
    defer { connection.rollback() }
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
