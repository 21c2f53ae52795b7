import Journal
import StorageSQLite
import TargetEngine
import Testing

@testable import Storage

/// Earlier versions took empty names of units. Such a ledger verifies, is copied and undone as any
/// other.
@Suite struct EmptyNameTests {
  private let connection: SQLiteConnection
  private let ledger: Ledger

  init() throws {
    connection = try SQLiteDatabase.inMemory()
    ledger = try Ledger.found(on: connection, site: "TEST", at: "")
  }

  private func write(
    reverses: Int64 = 0, _ body: (Transaction) throws -> Void
  ) throws {
    let author = Author(
      actor: "tester", at: "2021-06-30T08:00:00Z", command: "test", reverses: reverses)
    _ = try ledger.write(author, body)
  }

  private func add(_ name: String, _ aliases: [String]) throws {
    try write {
      _ = try $0.add(
        StoredUnit(unit: Unit(code: "1", name: name, kind: .village), aliases: aliases))
    }
  }

  private func expectSound(_ aliases: [String]) throws {
    #expect(try ledger.unit(code: "1")?.aliases == aliases)
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
  }

  @Test(
    "an empty name is kept", arguments: [[""], ["", "a"], ["a", ""], ["", ""], ["", "b\\", ""]])
  func kept(_ aliases: [String]) throws {
    try add("", aliases)
    try expectSound(aliases)
    try write {
      var unit = try #require(try ledger.unit(code: "1"))
      unit.unit.name = "b"
      try $0.update(unit)
    }
    try expectSound(aliases)
    let today = try #require(Day("2021-06-30"))
    try write(reverses: 2) { try $0.reverse(try ledger.undoable(2), in: ledger, today: today) }
    try expectSound(aliases)
    try ledger.rebuild()
    try expectSound(aliases)
  }

  @Test(
    "as earlier versions wrote it", arguments: [[""], ["", "a"], ["a", ""], ["", "a", "", "b"]])
  func asBefore(_ aliases: [String]) throws {
    try add("x", aliases)
    try connection.run(
      "UPDATE unit SET aliases = ?1", [.text(aliases.joined(separator: "\n"))])
    try AliasLines.rewriteEmpty(connection)
    try expectSound(aliases)
  }

  @Test("what was tampered with is not mended")
  func tampered() throws {
    try add("x", ["a"])
    try connection.execute("UPDATE unit SET aliases = ''")
    try AliasLines.rewriteEmpty(connection)
    #expect(try !ledger.verify().isEmpty)
  }
}
