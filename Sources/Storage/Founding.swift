public import Database
internal import Journal
public import Registers

extension Ledger {
  /// Makes the tables of a new database. `site` goes into every public id, so that the lists of
  /// two offices never collide.
  ///
  /// - Parameter isBare: the rule table begins empty, for an office that sets all of it itself.
  public static func found(
    on connection: any Connection, registers: [RegisterSlot] = [], site: String, at: String,
    isBare: Bool = false
  ) throws -> Ledger {
    let migrator = Migrator(steps: Schema.steps(registers))
    try Migrator.found(connection)
    try migrator.migrate(connection, at: at)
    try connection.transaction {
      try connection.run(
        "INSERT INTO identity (name, value) VALUES (?1, ?2)", ["site", .text(site)])
      if isBare {
        try connection.run("INSERT INTO identity (name, value) VALUES ('rules', 'none')", [])
      }
    }
    return Ledger(connection, registers, migrator, known: .none)
  }

  /// Opens an existing database, and brings it to this program's schema first.
  public static func open(
    on connection: any Connection, registers: [RegisterSlot] = [], at: String
  ) throws -> Ledger {
    let migrator = Migrator(steps: Schema.steps(registers))
    try migrator.migrate(connection, at: at)
    return Ledger(connection, registers, migrator, known: try Journal.head(connection))
  }
}
