import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Secrets are encrypted where they are kept, and tell people apart. Source: `architecture.md`,
/// "Secrets".
@Suite struct SecretTests: SecretSuite {
  let office: SecretOffice

  init() throws { office = try SecretOffice() }

  private func reveal(_ record: RecordState, _ fields: String...) throws -> [String] {
    try fixture.desk.reveal(fields, of: record, in: person, reason: "核对").result.map(\.value)
  }

  @Test("a secret is sealed in the record and in its history, and opens again")
  func sealing() throws {
    let added = try add("name=张一", "unit=v1", "id-number=\(Self.numbers[0])", "phone=13800000001")
    #expect(added.data.filter(\.isSealed).count == 2)
    let history = try ledger.history(of: added.id, in: person)
    #expect(history.map(\.state) == [added])
    #expect(try reveal(added) == [Self.numbers[0], "13800000001"])
    try isSound()
  }

  @Test("the journal keeps who looked at which secrets, and why")
  func revealing() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    let before = try ledger.head().transaction
    #expect(try reveal(added, "phone") == ["13800000001"])
    let row = try #require(try ledger.transaction(before + 1))
    #expect(row.reason == "核对")
    #expect(row.changes.count == 1)
    #expect(throws: DeskError.undo(.isFinal)) {
      try fixture.desk.undo("\(row.transaction)", reason: "试")
    }
    #expect(throws: DeskError.record(.noSecret("name", register: person.name.title))) {
      try fixture.desk.reveal(["name"], of: added, in: person, reason: "试")
    }
    try isSound()
  }

  @Test("the identity number tells people apart: one number one person, one name many")
  func identity() throws {
    let first = try add("name=张一", "unit=v1", "id-number=\(Self.numbers[0])")
    let second = try add("name=张一", "unit=v1", "id-number=\(Self.numbers[1])")
    #expect(first.id != second.id)
    #expect(throws: DeskError.self) { try add("name=李二", "id-number=\(Self.numbers[0])") }
    #expect(throws: DeskError.self) { try add("name=张一", "unit=v1") }
    #expect(try fixture.desk.record(Self.numbers[1], in: person).id == second.id)
    // Without a number of its own the name means both.
    #expect(throws: DeskError.self) { try fixture.desk.record("张一", in: person) }
    try isSound()
  }

  @Test("a secret typed again is no change, another is")
  func again() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    let head = try ledger.head()
    try fixture.set("people.person", "TEST-\(added.id)", "phone=138-0000-0001")
    #expect(try fixture.desk.hasOnlyNotes(since: head.transaction))
    try fixture.set("people.person", "TEST-\(added.id)", "phone=13800000002")
    #expect(try reveal(added, "phone") == ["13800000001"])
    let now = try fixture.desk.record("TEST-\(added.id)", in: person)
    #expect(try reveal(now, "phone") == ["13800000002"])
  }

  @Test("what contradicts the identity number is refused")
  func contradiction() throws {
    for wrong in ["born-on=1900-03-08", "sex=male"] {
      #expect(throws: DeskError.self) {
        try add("name=张一", "id-number=\(Self.numbers[0])", wrong)
      }
    }
    _ = try add("name=张一", "id-number=\(Self.numbers[0])", "born-on=1900-03-07", "sex=female")
  }

  @Test("no error about a secret repeats it")
  func silence() throws {
    for text in ["110101190003070003", "13800000001x", "八十余份"] {
      do {
        _ = try add("name=张一", "id-number=\(text)")
        Issue.record("accepted \(text)")
      } catch {
        #expect(!"\(error)".contains(text))
      }
    }
  }

  @Test("what is said beside a kept identity number is compared with it, where the key is at hand")
  func besideIdentity() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "sex=female")
    let set = { (field: String, value: String) in
      _ = try self.fixture.desk.setRecords(
        ["TEST-\(added.id)"], in: self.person, [(field, value)], on: nil, isTypo: false)
    }
    #expect(throws: DeskError.self) { try set("sex", "male") }
    #expect(throws: DeskError.self) { try set("born-on", "1990-03-08") }
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name,born-on\n张一,1990-03-08\n")
    }
    try set("born-on", "1900-03-07")
    ledger.keySource = { _, _ in [] }
    let locked = Desk(ledger: try fixture.anotherLedger(), context: fixture.desk.context)
    _ = try locked.setRecords(
      ["TEST-\(added.id)"], in: person, [("born-on", "1990-03-08")], on: nil, isTypo: false)
  }

  @Test("undo brings a secret back as it was")
  func undoing() throws {
    let added = try add("name=张一", "phone=13800000001")
    try fixture.set("people.person", "TEST-\(added.id)", "phone=13800000002")
    _ = try fixture.desk.undo("\(try ledger.head().transaction)", reason: "试")
    let now = try fixture.desk.record("TEST-\(added.id)", in: person)
    #expect(now == added)
    #expect(try reveal(now) == ["13800000001"])
    try isSound()
  }
}
