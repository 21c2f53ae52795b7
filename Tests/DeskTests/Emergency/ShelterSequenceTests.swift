import Registers
import Storage
import Testing

@testable import Desk

/// People in shelters, in the order in which an office hears of them: late, corrected, taken back. Source:
/// `emergency.md`, 8.
@Suite struct ShelterSequenceTests {
  private let fixture: RecordFixture
  private let opening: String

  init() throws {
    fixture = try RecordFixture()
    let shelter = try fixture.add(
      "emergency.shelter", "name=中学", "unit=v1", "capacity=500", "built-on=2021-01-01")
    opening = try fixture.add(
      "emergency.shelter-opening", "shelter=\(shelter)", "opened-at=2021-06-10 18:00")
  }

  private func enter(_ at: String, _ people: Int) throws -> String {
    try fixture.add(
      "emergency.shelter-entry", "opening=\(opening)", "at=\(at)", "people=\(people)")
  }

  private func figures(_ unit: String = "d", _ month: String = "2021-06") throws -> [Int64] {
    try ["sheltered", "shelters-open"].map {
      try fixture.actual("emergency.\($0)", month, unit)
    }
  }

  private func close(_ at: String) throws {
    try fixture.set("emergency.shelter-opening", opening, "closed-at=\(at)")
  }

  @Test("who comes later than who leaves is refused until it is told; told late it is in order")
  func late() throws {
    #expect(throws: DeskError.self) { try enter("2021-06-11 08:00", -30) }
    _ = try enter("2021-06-10 19:00", 30)
    _ = try enter("2021-06-11 08:00", -30)
    #expect(try figures() == [0, 1])
    #expect(throws: DeskError.self) { try enter("2021-06-10 20:00", -1) }
  }

  @Test("it closes when nobody is left, and then nobody is taken back")
  func closing() throws {
    let came = try enter("2021-06-10 19:00", 30)
    #expect(throws: DeskError.self) { try close("2021-06-11 09:00") }
    let left = try enter("2021-06-11 08:00", -30)
    try close("2021-06-11 09:00")
    #expect(try figures() == [0, 0])
    #expect(throws: DeskError.self) {
      try fixture.set("emergency.shelter-entry", came, "people=31")
    }
    #expect(throws: DeskError.self) { try enter("2021-06-11 10:00", 1) }
    let entries = try fixture.shape("emergency.shelter-entry")
    for id in [came, left] {
      #expect(throws: DeskError.self) {
        try fixture.desk.removeRecords([id], in: entries, reason: "误登")
      }
    }
    // Both together leave it in order.
    _ = try fixture.desk.removeRecords([came, left], in: entries, reason: "误登")
    #expect(try figures() == [0, 0])
  }

  @Test("closed by mistake it is opened again, and the undo of what it needs is refused")
  func undone() throws {
    _ = try enter("2021-06-10 19:00", 30)
    _ = try enter("2021-06-11 08:00", -30)
    let left = try fixture.desk.ledger.head().transaction
    try close("2021-06-11 09:00")
    #expect(throws: DeskError.self) { try fixture.desk.undo("\(left)", reason: "误登") }
    _ = try fixture.desk.undo("\(left + 1)", reason: "没有关闭")
    _ = try fixture.desk.undo("\(left)", reason: "误登")
    #expect(try figures() == [30, 1])
  }

  @Test("opened later than people came, or closed before they left, is refused")
  func moved() throws {
    _ = try enter("2021-06-10 19:00", 30)
    #expect(throws: DeskError.self) {
      try fixture.set("emergency.shelter-opening", opening, "opened-at=2021-06-10 19:01")
    }
    try fixture.set("emergency.shelter-opening", opening, "opened-at=2021-06-09 07:00")
    #expect(try figures() == [30, 1])
  }

  @Test("what is at the shelter moves with its unit")
  func unit() throws {
    _ = try enter("2021-06-10 19:00", 30)
    #expect(try figures("t1") == [30, 1])
    try fixture.set("emergency.shelter", "TEST-1", "unit=v3")
    #expect(try figures("t1") == [0, 0])
    #expect(try figures("t2") == [30, 1])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test(
    "entries, changes and undos at random: never fewer than nobody, and the sum is the ledger's",
    arguments: 1...6)
  func random(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var ids: [String] = []
    let entries = try fixture.shape("emergency.shelter-entry")
    let start = try fixture.desk.ledger.head().transaction
    var refused = 0
    for step in 0..<80 {
      let people = Int.random(in: -20...20, using: &random)
      let day = Int.random(in: 10...20, using: &random)
      let at = "2021-06-\(day) \(Int.random(in: 10...23, using: &random)):00"
      do {
        switch Int.random(in: 0..<8, using: &random) {
        case 0...3: ids.append(try enter(at, people))
        case 4 where !ids.isEmpty:
          try fixture.set("emergency.shelter-entry", ids[step % ids.count], "people=\(people)")
        case 5 where !ids.isEmpty:
          let id = ids.remove(at: step % ids.count)
          _ = try fixture.desk.removeRecords([id], in: entries, reason: "试")
        case 6:
          try close("2021-06-\(day) 12:00")
        default:
          let head = try fixture.desk.ledger.head().transaction
          if head > start {
            _ = try fixture.desk.undo(
              "\(Int64.random(in: start + 1...head, using: &random))", reason: "试")
          }
        }
      } catch is DeskError {
        refused += 1
      }
      let sums = try dayEnds()
      #expect(sums.allSatisfy { $0 >= 0 }, "seed \(seed), step \(step): \(sums)")
      #expect(try fixture.desk.ledger.check().isEmpty, "seed \(seed), step \(step)")
    }
    #expect(refused > 0 && refused < 70)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  /// How many people are in the shelter at the end of each day with entries, by the ledger.
  private func dayEnds() throws -> [Int64] {
    let indicator = try fixture.desk.indicator("emergency.sheltered").id
    let rows = try fixture.rows(
      "SELECT day, SUM(amount) FROM entry WHERE indicator = \(indicator) GROUP BY 1 ORDER BY 1",
      columns: 2)
    var sum: Int64 = 0
    return rows.map { row in
      sum += row.split(separator: " ").last.flatMap { Int64($0) } ?? 0
      return sum
    }
  }
}
