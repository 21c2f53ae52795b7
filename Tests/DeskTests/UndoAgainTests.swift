import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What comes back by an undo meets what was done to units, targets and files meanwhile.
///
/// Source: `engine.md`, "Undo".
@Suite struct UndoAgainTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try RecordFixture(today: "2021-12-31") }

  private func head() throws -> Int64 { try desk.ledger.head().transaction }

  private func undo(_ number: Int64) throws { _ = try desk.undo("\(number)", reason: "试") }

  private func target(
    _ amount: String, _ unit: String, effective: String? = nil, due: String? = nil
  ) throws {
    var draft = TargetDraft(amount: 0)
    draft.effective = try effective.map { try day($0) }
    draft.due = try due.map { try day($0) }
    _ = try desk.setTarget("clinics.accepted", amount: amount, unit: unit, year: 2021, draft: draft)
  }

  /// The target of a unit at the end of 2021.
  private func amount(_ unit: String) throws -> Int64? {
    try desk.line(
      try desk.indicator("clinics.accepted"), of: try desk.unit(unit).unit,
      on: try day("2021-12-31"), year: 2021
    ).plan?.amount
  }

  private func merge(_ unit: String, _ other: String) throws {
    _ = try desk.mergeUnit(unit, into: other, on: try day("2021-06-30"))
  }

  private func expectRefused(_ number: Int64, for others: Int64..., line: Int = #line) throws {
    let last = try head()
    let fault = #expect(throws: DeskError.self, "line \(line)") { try undo(number) }
    #expect(fault == .undo(.neededBy(others)), "line \(line)")
    #expect(try head() == last)
    #expect(try desk.ledger.check().isEmpty, "line \(line)")
  }

  @Test("of two files with a row in common only one comes back; rows kept on purpose both do")
  func files() throws {
    let header = "date,indicator,unit,amount\n"
    let row = "2021-06-10,clinics.doctors-trained,c1,3\n"
    let other = header + row + "2021-06-11,clinics.doctors-trained,c1,5\n"
    _ = try desk.take([header + row])
    let first = try head()
    try undo(first)
    _ = try desk.take([other])
    try undo(first + 2)
    try undo(first + 1)
    try expectRefused(first + 3, for: first)
    try undo(first + 4)
    try undo(first + 3)
    try expectRefused(first + 1, for: first + 2)
    try undo(first + 6)
    try undo(first + 1)
    _ = try desk.take([other.replacing("11", with: "12")], ImportOptions(same: .keep))
    let kept = try head()
    try undo(kept)
    try undo(kept + 1)
    #expect(try fixture.actual("clinics.doctors-trained", "2021-06", "c1") == 11)
  }

  @Test("a merger that comes back is of now: a target revised before it counts beside the other")
  func mergedTargets() throws {
    try target("10", "v1")
    try target("20", "v2")
    try merge("v1", "v2")
    let number = try head()
    try undo(number)
    try target("25", "v2", effective: "2021-01-01")
    try undo(number + 1)
    #expect(try amount("t1") == 35)
    try target("30", "v2", effective: "2021-01-01")
    #expect(try amount("t1") == 30)
    try expectRefused(number + 3, for: number + 4)
    try undo(number + 4)
    try undo(number + 3)
    #expect(try amount("t1") == 35)
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test(
    "a revision with a merged unit's number comes back with the merger alone, and in this order")
  func revisedTogether() throws {
    try target("10", "v1")
    try target("20", "v2")
    try merge("v1", "v2")
    let number = try head()
    try target("30", "v2", effective: "2021-01-01")
    try undo(number + 1)
    try undo(number)
    try expectRefused(number + 2, for: number + 3)
    try undo(number + 3)
    try undo(number + 2)
    #expect(try amount("t1") == 30)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a merger is not undone whose target is in a revision further up")
  func chainOfMergers() throws {
    for (amount, unit) in [("10", "v1"), ("20", "v2"), ("1", "v3")] { try target(amount, unit) }
    try merge("v1", "v2")
    let number = try head()
    try merge("v2", "v3")
    try target("31", "v3", effective: "2021-01-01")
    #expect(try amount("t2") == 31)
    try expectRefused(number, for: number + 2)
    try expectRefused(number + 1, for: number + 2)
    try undo(number + 2)
    try undo(number + 1)
    try undo(number)
    let amounts = try ["v1", "v2", "v3", "t1", "t2", "d"].map { try amount($0) }
    #expect(amounts == [10, 20, 1, 30, 1, 31])
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a merger into another township is undone with what that township had from it")
  func betweenTownships() throws {
    try target("10", "v1")
    try target("1", "v3")
    try merge("v1", "v3")
    #expect(try ["v3", "t2", "d"].map { try amount($0) } == [1, 11, 11])
    try undo(try head())
    #expect(try ["v1", "t1", "v3", "t2", "d"].map { try amount($0) } == [10, 10, 1, 1, 11])
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a target does not come back over a later one, nor without the revision that it kept from")
  func targets() throws {
    try target("10", "c1", effective: "2021-07-01")
    let number = try head()
    try undo(number)
    try target("12", "c1")
    try expectRefused(number + 1, for: number + 2)
    try target("20", "c2", due: "2021-09-30")
    let kept = try head()
    try target("22", "c2", effective: "2021-02-01")
    try undo(kept + 1)
    try undo(kept)
    try expectRefused(kept + 2, for: kept + 3)
    try undo(kept + 3)
    try undo(kept + 2)
    #expect(try amount("c2") == 22)
  }

  @Test("a name does not come back that is the code of another unit, nor a code that is a name")
  func codes() throws {
    _ = try desk.addAlias("X9", to: "c1")
    let number = try head()
    try undo(number)
    _ = try desk.addUnit(
      code: "X9", name: "新", kind: .clinic, parent: "v2", opened: nil, aliases: [])
    try expectRefused(number + 1, for: number + 2)
    try undo(number + 2)
    _ = try desk.renameUnit("c1", to: "X9")
    try expectRefused(number + 3, for: number + 4)
  }

  @Test("a unit comes back under one that closes later, and is not merged into one that is closed")
  func parents() throws {
    _ = try desk.moveUnit("c2", under: "v1")
    let number = try head()
    _ = try desk.closeUnit("v1", on: try day("2022-06-30"))
    try undo(number)
    try undo(number + 2)
    try undo(number + 1)
    try merge("c1", "v1")
    try undo(number + 5)
    _ = try desk.closeUnit("v1", on: try day("2021-03-31"))
    try expectRefused(number + 6, for: number + 7)
  }

  @Test("a number of a day that a rule leaves to numbers is in no list's way")
  func otherDays() throws {
    let log = { (amount: String, on: String) in
      _ = try desk.log(
        "clinics.accepted", amount, unit: "c1", on: try day(on), year: nil, note: "",
        isLevel: false)
    }
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "c1", byList: false, since: try day("2021-06-01"))
    try log("2", "2021-03-05")
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01",
      "accepted-on=2021-03-01")
    let number = try head()
    try undo(number)
    try log("3", "2021-07-05")
    try undo(number + 1)
    #expect(try fixture.actual("clinics.accepted", "2021-12", "c1") == 4)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a name written otherwise is a name")
  func writtenOtherwise() throws {
    let project = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01")
    try fixture.add("clinics.checklist", "item=安全出口")
    let number = try head()
    try fixture.add(
      "clinics.finding", "project=\(project)", "item=安全 出口", "found-on=2021-02-02",
      "due=2021-06-01")
    try expectRefused(number, for: number + 1)
  }

  @Test("a removal comes back of a record that had absorbed another before")
  func absorbed() throws {
    let people = try fixture.shape("people.person")
    let kept = try fixture.add("people.person", "name=甲", "unit=t1")
    let double = try fixture.add("people.person", "name=乙", "unit=t1")
    _ = try desk.mergeRecord(double, into: kept, in: people, reason: "重复")
    _ = try desk.removeRecords([kept], in: people, reason: "试")
    let number = try head()
    try undo(number)
    try undo(number + 1)
    #expect(try desk.ledger.records(RecordQuery(), in: people).isEmpty)
  }

  @Test("what was undone and came back is what it was: what rests on it keeps it")
  func restored() throws {
    _ = try desk.log(
      "clinics.doctors-trained", "10", unit: "c1", on: try day("2021-05-05"), year: nil, note: "",
      isLevel: false)
    let first = try head()
    for (entry, amount) in [("\(first).1", "20"), ("\(first + 1).2", "30")] {
      _ = try desk.correct(entry, amount: amount, unit: nil, on: nil, reason: "数")
    }
    // Undone from the last to the first, and brought back in turn.
    for number in [first + 2, first + 1, first] { try undo(number) }
    for number in [first + 5, first + 4, first + 3] { try undo(number) }
    try expectRefused(first, for: first + 2, first + 1)
    try expectRefused(first + 6, for: first + 2, first + 1)
    try expectRefused(first + 7, for: first + 2)
    try undo(first + 8)
    try undo(first + 7)
    #expect(try desk.level("clinics.doctors-trained", "c1", "2021-12-31") == 10)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a target that came back is kept by the later one that came back after it")
  func restoredTargets() throws {
    try target("5", "v1", due: "2021-10-31")
    let first = try head()
    try target("8", "v1", effective: "2021-06-01")
    for number in [first + 1, first] { try undo(number) }
    for number in [first + 3, first + 2] { try undo(number) }
    #expect(try amount("v1") == 8)
    try expectRefused(first, for: first + 1)
    try expectRefused(first + 4, for: first + 1)
    try undo(first + 5)
    try undo(first + 4)
    #expect(try amount("v1") == nil)
  }

}
