internal import Database
internal import Registers
internal import Synchronization

extension Ledger {
  /// Compares what the database consists of with what the steps of its schema make. A trigger that
  /// somebody added may keep what an erasure destroys, and a missing index lets a key be taken twice.
  func schemaFaults() throws -> [Inconsistency] {
    let made = try objectsOfSteps()
    let found = try connection.objects()
    return Set(made.keys).union(found.keys).sorted().compactMap { object in
      switch (made[object], found[object]) {
      case (nil, _): .schema(object: object, .foreign)
      case (_, nil): .schema(object: object, .missing)
      case (let made, let found): made == found ? nil : .schema(object: object, .other)
      }
    }
  }

  /// What the steps make. To run them all takes tens of milliseconds, so each schema is made once in a process.
  private func objectsOfSteps() throws -> [String: String] {
    let schema = migrator.steps.map { $0.id + "\n" + $0.ddl }.joined()
    if let known = Ledger.objectsOfSteps.withLock({ $0[schema] }) { return known }
    let twin = try connection.scratch()
    try Migrator.found(twin)
    try migrator.migrate(twin, at: "")
    let objects = try twin.objects()
    Ledger.objectsOfSteps.withLock { $0[schema] = objects }
    return objects
  }

  /// By the text of the steps, which differs with the registers of a ledger.
  private static let objectsOfSteps = Mutex<[String: [String: String]]>([:])
}
