import Registers
@testable import Storage
import TargetEngine
import Testing

@testable import Desk

/// What is not written and still tells whether a number is known is noted as a search is. See decision 0037.
/// No number here is anybody's.
@Suite struct SecretTrialTests {
  private static let (number, other) = ("110101190003070002", "110101190003070010")
  private let fixture: RecordFixture
  private let person: RegisterShape
  private let id: RecordID

  init() throws {
    fixture = try RecordFixture()
    try fixture.makeKey()
    person = try fixture.shape("people.person")
    id = try fixture.desk.addRecord(
      person, [("name", "张一"), ("id-number", Self.number), ("phone", "13800000001")], on: nil
    ).result.id
  }

  /// What the journal says of searches: of whom, by which field, and how many found nobody.
  private func noted() throws -> [String] {
    try fixture.desk.ledger.transactions(limit: 100).reversed().flatMap { row in
      try fixture.rows(
        """
        SELECT object, body LIKE 'search=id-number%', body LIKE 'search=phone%',
          CASE WHEN body LIKE '%misses=%' THEN CAST(substr(body, instr(body, 'misses=') + 7) AS INT)
            ELSE 0 END
        FROM change WHERE subject = 'reveal' AND seq >= \(row.changes.first) AND seq < \(row.changes.end)
        ORDER BY seq
        """, columns: 4)
    }
  }

  private func take(
    _ text: String, isDryRun: Bool = false, in register: String = "people.person"
  ) throws -> Written<Imported> {
    try fixture.imported(register, text, ImportOptions(isDryRun: isDryRun))
  }

  @Test("a dry run of a list of numbers changes no figure and is noted once, with whom it found")
  func dryRun() throws {
    let before = try fixture.desk.ledger.transactions(limit: 1)[0].transaction
    let records = try fixture.count("people_person")
    let guesses = (100..<110).map { "王\($0),\(Self.guess($0))\n" }.joined()
    let trial = try take("name,id-number\n张一,\(Self.number)\n" + guesses, isDryRun: true)
    #expect(trial.result.files[0].new == 10 && trial.result.files[0].unchanged == 1)
    #expect(trial.noted?.transaction == before + 1)
    #expect(try noted() == ["\(id) 1 0 0", "0 1 0 10"])
    #expect(try fixture.count("people_person") == records)
    // They count as one miss of the day.
    let missed = try fixture.desk.ledger.missedSearches(on: fixture.desk.context.now, atMost: 9)
    #expect(missed == 1)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("so are the guess of a known person's secret and a list that changes nothing")
  func ofKnown() throws {
    let known = try fixture.desk.ledger.publicID(id)
    _ = try take("id,phone\n\(known),13800000002\n", isDryRun: true)
    #expect(try noted() == ["0 0 1 1"])
    let same = try take("id,phone\n\(known),13800000001\n")
    #expect(same.isEmpty && same.noted != nil)
    #expect(try noted().last == "\(id) 0 1 0")
    // What is written is in the journal by itself.
    let changed = try take("id,phone\n\(known),13800000003\n")
    #expect(changed.noted == nil)
    #expect(try noted().count == 2)
  }

  @Test(
    "so is what is refused: a file with a fault, a person of a known number, a value that is there")
  func refused() throws {
    #expect(throws: DeskError.self) {
      try take("name,id-number,sex\n张一,\(Self.number),\n李二,\(Self.other),甲\n")
    }
    #expect(try noted() == ["\(id) 1 0 0"])
    #expect(throws: DeskError.self) {
      try fixture.desk.addRecord(person, [("name", "王五"), ("id-number", Self.number)], on: nil)
    }
    #expect(try noted().count == 2)
    let set = try fixture.desk.setRecords(
      ["\(id)"], in: person, [("phone", "13800000001")], on: nil, isTypo: false)
    #expect(set.isEmpty)
    #expect(try noted().last == "\(id) 0 1 0")
  }

  @Test("a list that names people by their numbers compares them too")
  func named() throws {
    let list = "person,unit,category,from\n\(Self.number),h1,general,2021-01-01\n"
    let trial = try take(list, isDryRun: true, in: "workforce.staff")
    #expect(trial.result.new == 1)
    #expect(try noted() == ["\(id) 1 0 0"])
  }

  @Test("lists without secrets leave no trace on trial")
  func plain() throws {
    let head = try fixture.desk.ledger.head()
    #expect(try take("name,unit\n李二,v1\n张一,\n", isDryRun: true).noted == nil)
    #expect(try fixture.desk.ledger.head() == head)
  }

  /// A number of nobody with the right last character.
  private static func guess(_ place: Int) -> String {
    let digits = Array("11010119000307\(place)").compactMap(\.wholeNumberValue)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).map { $0 * $1 }.reduce(0, +)
    return digits.map { "\($0)" }.joined()
      + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }
}

extension Desk {
  /// Whether nothing was written since a transaction but notes of secrets that were compared.
  func hasOnlyNotes(since number: Int64) throws -> Bool {
    try ledger.transactions(limit: 20).filter { $0.transaction > number }.allSatisfy { row in
      let others = try ledger.connection.first(
        """
        SELECT COUNT(*) FROM change
        WHERE seq >= \(row.changes.first) AND seq < \(row.changes.end) AND subject <> 'reveal'
        """
      ) { $0.int(0) }
      return others == 0 && row.changes.count > 0 && row.entries.count == 0
        && row.targets.count == 0
    }
  }
}
