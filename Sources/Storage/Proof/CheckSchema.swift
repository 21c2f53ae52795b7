internal import Database
internal import Registers

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

  private func objectsOfSteps() throws -> [String: String] {
    let twin = try connection.scratch()
    try Migrator.found(twin)
    try migrator.migrate(twin, at: "")
    return try twin.objects()
  }
}
