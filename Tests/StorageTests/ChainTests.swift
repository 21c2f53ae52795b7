import Journal
import StorageSQLite
import TargetEngine
import Testing

@testable import Storage

@Suite struct ChainTests {
  private func author(_ command: String = "test") -> Author {
    Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: command)
  }

  private func ledger() throws -> Ledger {
    try Ledger.found(on: try SQLiteDatabase.inMemory(), site: "TEST", at: "2021-01-01T00:00:00Z")
  }

  private func fill(_ ledger: Ledger) throws {
    let june = try #require(Day("2021-06-20"))
    _ = try ledger.write(author("units")) { transaction in
      _ = try transaction.add(
        StoredUnit(unit: Unit(code: "d", name: "district", kind: .district)))
      _ = try transaction.add(
        Indicator(code: "a.done", name: "done", kind: .flow, measure: "个"))
    }
    for amount in [3, 4, 5] {
      _ = try ledger.write(author("log")) { transaction in
        try transaction.post([
          Entry(unit: 1, indicator: 1, day: june, year: 2021, amount: Int64(amount), note: "n"),
          Entry(unit: 1, indicator: 1, day: june, year: 2021, amount: 1),
        ])
      }
    }
    _ = try ledger.write(author("setting")) { try $0.set(setting: "filler", to: "x") }
  }

  /// The form v2 is frozen: were this hash to change, no database in the world would verify. Form v1 is
  /// frozen by the databases among the fixtures, which were written with it.
  @Test("the canonical form v2 is what it was")
  func frozen() throws {
    let ledger = try ledger()
    try fill(ledger)
    #expect(try ledger.head().transaction == 5)
    let head = try ledger.head().description
    #expect(head == "#5·1e7002d218d4e83b")
  }

  @Test(
    "numbers that no ledger has are found, not stumbled over",
    arguments: [
      "UPDATE entry SET seq = -5 WHERE seq = 1",
      "UPDATE entry SET seq = -5 WHERE seq = 1; UPDATE journal SET first_entry = -5 WHERE tx = 2",
      "UPDATE entry SET seq = 9223372036854775807 WHERE seq = 6",
      "UPDATE journal SET first_entry = 9223372036854775807 WHERE tx = 3",
      "UPDATE journal SET entries = 9223372036854775807 WHERE tx = 4",
      "UPDATE journal SET entries = -1 WHERE tx = 4",
    ])
  func outlandishNumbers(sql: String) throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(on: connection, site: "TEST", at: "2021-01-01T00:00:00Z")
    try fill(ledger)
    try connection.execute(sql)
    #expect(try !ledger.verify().isEmpty)
  }

  @Test(
    "verify names the transaction that was touched",
    arguments: [
      ("UPDATE entry SET amount = 99 WHERE seq = 3", 3),
      ("UPDATE entry SET note = 'm' WHERE seq = 1", 2),
      ("DELETE FROM entry WHERE seq = 4", 3),
      (
        "UPDATE entry SET seq = -seq WHERE seq IN (5, 6); UPDATE entry SET seq = 11 + seq WHERE seq < 0",
        4
      ),
      ("UPDATE journal SET actor = 'other' WHERE tx = 3", 3),
      ("UPDATE change SET body = 'name=filler' WHERE subject = 'setting'", 5),
      ("DELETE FROM journal WHERE tx = 3", 3),
    ])
  func tampering(sql: String, transaction: Int64) throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(on: connection, site: "TEST", at: "2021-01-01T00:00:00Z")
    try fill(ledger)
    #expect(try ledger.verify().isEmpty)
    try connection.execute(sql)
    let findings = try ledger.verify()
    let named = findings.contains { finding in
      finding == .content(transaction: transaction)
        || finding == .missing(transaction...transaction)
    }
    #expect(named, "\(findings)")
  }

  @Test("verify finds a state that no transaction made")
  func state() throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(on: connection, site: "TEST", at: "2021-01-01T00:00:00Z")
    try fill(ledger)
    try connection.execute("UPDATE unit SET name = 'renamed' WHERE id = 1")
    #expect(try ledger.verify() == [.state(subject: .unit, transaction: 1)])
  }

  @Test("a cut tail is found by whoever holds a head")
  func tail() throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(on: connection, site: "TEST", at: "2021-01-01T00:00:00Z")
    try fill(ledger)
    let printed = try #require(Head(printed: try ledger.head().description))
    #expect(try ledger.verify(expecting: printed).isEmpty)
    try connection.execute(
      "DELETE FROM journal WHERE tx = 5; DELETE FROM change WHERE subject = 'setting';"
        + " DELETE FROM setting")
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.verify(expecting: printed) == [.unexpected(printed)])
  }

  @Test("heads are read as they are printed")
  func heads() throws {
    let head = try #require(Head(printed: "#1204·9f3c21aa"))
    #expect(head.transaction == 1204)
    #expect(head.hash == [0x9F, 0x3C, 0x21, 0xAA])
    #expect(Head(printed: "1204-9f3c21aa") == head)
    #expect(head.provesLittle)
    let whole = try #require(Head(printed: "#1204·9f3c21aa77d0e1b2"))
    #expect(whole.description == "#1204·9f3c21aa77d0e1b2")
    #expect(whole.spoken == "#1204·9f3c 21aa 77d0 e1b2")
    #expect(whole.description(in: .first) == "#1204·9f3c21aa")
    #expect(Head(printed: whole.spoken) == whole && !whole.provesLittle)
    for wrong in ["", "#", "1204", "#1204·9f3", "#1204·9f3c21a", "#x·9f3c21aa", "#1204·zzzzzzzz"] {
      #expect(Head(printed: wrong) == nil, "\(wrong)")
    }
  }
}
