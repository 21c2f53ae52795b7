import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Who looks for people by a secret is written down, and who tries numbers has to wait.
/// No number here is anybody's.
@Suite struct SecretLookupTests {
  private static let (number, other) = ("110101190003070002", "110101190003070010")
  private let fixture: RecordFixture
  private let person: RegisterShape

  init() throws {
    fixture = try RecordFixture()
    try fixture.makeKey()
    person = try fixture.shape("people.person")
    for (name, secrets) in [
      ("张一", [("id-number", Self.number), ("phone", "13800000001")]),
      ("李二", [("phone", "13800000001")]),
    ] {
      _ = try fixture.desk.addRecord(person, [("name", name)] + secrets, on: nil)
    }
  }

  private func search(_ conditions: String...) throws -> SecretsSought {
    let search = RecordSearch(conditions: conditions)
    return try fixture.desk.note(try fixture.desk.lookups(of: search, in: person))
  }

  /// What the journal says of searches: of whom, and whether by telephone, or else by identity number.
  private func noted() throws -> [String] {
    try fixture.rows(
      """
      SELECT object, body = 'search=phone', body = 'search=id-number' FROM change
      WHERE subject = 'reveal' ORDER BY seq
      """, columns: 3)
  }

  @Test("a search by a secret is noted with whom it found, and never with what was looked for")
  func found() throws {
    let ids = try ["张一", "李二"].map { try fixture.desk.record($0, in: person).id }
    #expect(try search("phone=138 0000 0001", "name=张一").misses == 0)
    #expect(try search("phone=13800000002").misses == 1)
    #expect(try search("id-number!=\(Self.number)").misses == 0)
    #expect(
      try noted() == [
        "\(ids[0]) 1 0", "\(ids[1]) 1 0", "0 1 0", "\(ids[0]) 0 1",
      ])
    #expect(try fixture.desk.ledger.verify().isEmpty)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("the journal and a record's history say who was found, never by what")
  func shown() throws {
    let desk = fixture.desk
    let ids = try ["张一", "李二"].map { "TEST-\(try desk.record($0, in: person).id)" }
    _ = try search("phone=13800000001", "id-number=\(Self.number)")
    _ = try search("phone=13800000002")
    try fixture.set("people.person", ids[0], "unit=v1")
    let rows = try desk.transactions(limit: 4)
    #expect(rows.map(\.found) == [nil, [], ids, nil])
    #expect(try desk.transactions(limit: 1).map(\.found) == [nil])
    let names = try desk.names(in: .zh)
    let history = try ids.map { id in
      try desk.history(of: desk.record(id, in: person), in: person, names, .zh)
        .map { $0.fields.map { "\($0.name) \($0.after)" }.joined(separator: ";") }
    }
    #expect(history[0].count == 3 && history[0][1] == "search 联系电话、身份证号")
    #expect(history[1].count == 2 && history[1][1] == "search 联系电话")
    #expect(!"\(history)\(rows)".contains("1380000"))
  }

  @Test("so is a record that is named by the number that tells people apart")
  func named() throws {
    let lookups = try fixture.desk.lookups(
      named: [Self.number, Self.other, "张一", "1", "13800000001"], in: person)
    #expect(lookups.count == 2)
    #expect(try fixture.desk.note(lookups).misses == 1)
    #expect(try noted().count == 2)
  }

  @Test("and so is a person whom a condition on another register names by the number")
  func reference() throws {
    let staff = try fixture.shape("workforce.staff")
    for (number, misses) in [(Self.number, 0), (Self.other, 1)] {
      for condition in ["person=\(number)", "person!= \(number)"] {
        let search = RecordSearch(conditions: [condition])
        let lookups = try fixture.desk.lookups(of: search, in: staff)
        #expect(try fixture.desk.note(lookups).misses == misses, "\(condition)")
      }
    }
    #expect(try noted().count == 4)
    let byName = RecordSearch(conditions: ["person=张一"])
    #expect(try fixture.desk.lookups(of: byName, in: staff).isEmpty)
  }

  @Test("many numbers at once wait as long as one after another")
  func many() throws {
    let numbers = (100..<110).map { "phone=13900000\($0)" }
    let search = RecordSearch(conditions: numbers)
    let sought = try fixture.desk.note(try fixture.desk.lookups(of: search, in: person))
    #expect(sought.misses == 10)
    #expect(sought.delay == 1 + 2 + 4 + 8 + 10)
    let again = RecordSearch(conditions: (100..<140).map { "phone=13900000\($0)" })
    #expect(
      try fixture.desk.note(try fixture.desk.lookups(of: again, in: person)).delay == 40 * 10)
  }

  @Test("a search by other fields, or for those without a secret, is none")
  func plain() throws {
    for conditions in [["name=张一"], ["phone="], ["id-number!="], []] {
      let search = RecordSearch(conditions: conditions)
      #expect(try fixture.desk.lookups(of: search, in: person).isEmpty, "\(conditions)")
    }
  }

  @Test(
    "who misses often waits longer each time, who finds does not wait, and the next day begins anew"
  )
  func delays() throws {
    var delays: [Int] = []
    for number in 0..<10 {
      delays.append(try search("phone=1390000000\(number)").delay)
      #expect(try search("phone=13800000001").delay == 0)
    }
    #expect(delays == [0, 0, 0, 0, 0, 1, 2, 4, 8, 10])
    var context = fixture.desk.context
    context.now = "2029-01-02T00:00:00Z"
    let tomorrow = Desk(ledger: fixture.desk.ledger, context: context)
    let search = RecordSearch(conditions: ["phone=13900000009"])
    #expect(
      try tomorrow.note(try tomorrow.lookups(of: search, in: person)).delay == 0)
  }
}
