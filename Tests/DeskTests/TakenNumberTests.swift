import Storage
import TargetEngine
import Testing

@testable import Desk

/// Numbers and records of one place while rules come and go. Source: `engine.md`, "Undo": it takes away no number
/// that was entered because a place reported by number; and "One record never counts twice".
@Suite struct TakenNumberTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }
  private static let indicator = "clinics.accepted"
  private static let register = "clinics.project"

  init() throws {
    fixture = try RecordFixture(today: "2021-12-31")
    try fixture.add(
      Self.register, "facility=c1", "year=2021", "assessed-on=2021-01-05", "accepted-on=2021-02-01")
  }

  private var last: Int64 { get throws { try desk.ledger.head().transaction } }

  private func rule(byList: Bool, _ unit: String, _ since: String) throws -> Int64 {
    _ = try desk.setSourcing(
      Self.indicator, unit: unit, byList: byList, since: try day(since))
    return try last
  }

  private func log(_ amount: String, unit: String = "c1") throws -> Int64 {
    _ = try desk.log(
      Self.indicator, amount, unit: unit, on: try day("2021-04-01"), year: nil, note: "",
      isLevel: false)
    return try last
  }

  private func undo(_ number: Int64) throws -> Int64 {
    _ = try desk.undo("\(number)", reason: "试")
    return try last
  }

  private func expect(_ figure: Int64, line: Int = #line) throws {
    #expect(try desk.level(Self.indicator, "c1", "2021-12-31") == figure, "line \(line)")
    #expect(try desk.ledger.check().isEmpty, "line \(line)")
  }

  private func expectRefused(_ number: Int64, for other: Int64, line: Int = #line) throws {
    #expect(throws: DeskError.undo(.neededBy(transaction: other)), "line \(line)") {
      try desk.undo("\(number)", reason: "试")
    }
  }

  @Test("an undo takes away no number that another undo brought back")
  func broughtBack() throws {
    let rule = try rule(byList: false, "c1", "2021-03-01")
    let number = try log("3")
    try expectRefused(rule, for: number)
    let undone = try undo(number)
    let back = try undo(try undo(rule))
    _ = try undo(undone)
    try expect(4)
    try expectRefused(back, for: number)
    _ = try undo(number)
    _ = try undo(back)
    try expect(1)
  }

  @Test("the last rule under which a number stands is not undone before the number")
  func lastRule() throws {
    let above = try rule(byList: false, "v1", "2021-03-01")
    let number = try log("3")
    let own = try rule(byList: false, "c1", "2021-03-01")
    _ = try undo(above)
    try expect(4)
    try expectRefused(own, for: number)
  }

  @Test("an opening figure gives way to its list though a rule kept it meanwhile")
  func openingFigure() throws {
    _ = try log("3", unit: "c2")
    let rule = try rule(byList: false, "c2", "2021-01-01")
    try fixture.add(
      Self.register, "facility=c2", "year=2021", "assessed-on=2021-01-05", "accepted-on=2021-02-01")
    #expect(try desk.level(Self.indicator, "c2", "2021-12-31") == 3)
    _ = try undo(rule)
    #expect(try desk.level(Self.indicator, "c2", "2021-12-31") == 1)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("what a record takes back under a rule by number, and calls for again by list, counts once")
  func takenBackByNumber() throws {
    _ = try rule(byList: false, "c1", "2021-03-01")
    try fixture.advance(Self.register, "1", "rectifying", nil, ["relapsed-on=2021-04-01"])
    try expect(1)
    _ = try rule(byList: true, "c1", "2021-06-01")
    try fixture.advance(Self.register, "1", "reinspected", "2021-06-15", [])
    try fixture.advance(Self.register, "1", "accepted", nil, ["accepted-on=2021-07-01"])
    try expect(1)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("what came and was taken back while numbers ruled counts once it comes by list")
  func cameByNumber() throws {
    _ = try rule(byList: false, "c2", "2021-02-01")
    _ = try rule(byList: true, "c2", "2021-06-01")
    try fixture.add(
      Self.register, "facility=c2", "year=2021", "assessed-on=2021-02-01", "accepted-on=2021-03-01")
    let id = "c2/2021"
    try fixture.advance(Self.register, id, "rectifying", nil, ["relapsed-on=2021-04-01"])
    try fixture.advance(Self.register, id, "reinspected", "2021-06-15", [])
    try fixture.advance(Self.register, id, "accepted", nil, ["accepted-on=2021-07-01"])
    #expect(try desk.level(Self.indicator, "c2", "2021-12-31") == 1)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a list that comes back while a rule leaves its days to numbers is a list again")
  func listAgain() throws {
    let added = try last
    let rule = try rule(byList: false, "c1", "2021-01-01")
    let undone = try undo(added)
    #expect(try desk.ledger.check().isEmpty)
    _ = try undo(undone)
    #expect(try desk.ledger.check().isEmpty)
    _ = try undo(rule)
    try expect(1)
  }

  @Test("a rule that leaves what a record takes back to numbers says so, and its undo")
  func takenBackNoMore() throws {
    try fixture.advance(Self.register, "1", "rectifying", nil, ["relapsed-on=2021-04-01"])
    try expect(0)
    let set = try desk.setSourcing(
      Self.indicator, unit: "c1", byList: false, since: try day("2021-03-01"))
    try expect(1)
    let said = { (notices: RecordNotices) in
      notices.counted.map { "\($0.shift.month) \($0.shift.turn) \($0.shift.amount)" }
    }
    #expect(said(set.notices) == ["2021-04 partly 1"])
    let undone = try desk.undo("\(set.head.transaction)", reason: "试")
    #expect(said(undone.notices) == ["2021-04 partly -1"])
    try expect(0)
  }
}
