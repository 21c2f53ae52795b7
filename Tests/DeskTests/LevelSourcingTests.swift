import Storage
import TargetEngine
import Testing

@testable import Desk

/// Levels told by number and figures that come by list. Source: `engine.md`, "Figures come by list or
/// by number" and "level statement".
@Suite struct LevelSourcingTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }
  private static let indicator = "clinics.in-training"

  init() throws { fixture = try RecordFixture(today: "2021-12-31") }

  private func say(_ level: String, _ on: String, unit: String = "h2") throws {
    _ = try desk.log(
      Self.indicator, level, unit: unit, on: try day(on), year: nil, note: "", isLevel: true)
  }

  private func course(_ count: Int, _ on: String) throws -> Int64 {
    try fixture.add(
      "clinics.course", "title=\(on)", "audience=villageDoctor", "organiser=h2",
      "started-on=\(on)", "attending=\(count)")
    return try last()
  }

  private func last() throws -> Int64 { try desk.ledger.head().transaction }

  private func level(_ on: String, unit: String = "h2") throws -> Int64 {
    try desk.level(Self.indicator, unit, on)
  }

  private func undo(_ number: Int64) throws {
    _ = try desk.undo("\(number)", reason: "r")
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("a level of a unit that reports by list is refused; one of a unit above counts its records")
  func refused() throws {
    _ = try course(15, "2021-05-01")
    #expect(
      throws: DeskError.reportsByList(indicator: Self.indicator, unit: "unit h2")
    ) { try say("12", "2021-06-30") }
    try say("40", "2021-06-30", unit: "t2")
    #expect(try level("2021-06-30", unit: "t2") == 40)
    _ = try course(5, "2021-06-01")
    #expect(try level("2021-06-30", unit: "t2") == 45)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("levels give way to a list as numbers do, and come back with its undo")
  func givesWay() throws {
    try say("12", "2021-03-31")
    try say("14", "2021-06-30")
    let said = try last()
    let course = try course(15, "2021-05-01")
    #expect(try level("2021-06-30") == 15)
    #expect(throws: DeskError.undo(.neededBy(transaction: course))) { try undo(said) }
    try undo(course)
    #expect(try level("2021-03-31") == 12)
    #expect(try level("2021-06-30") == 14)
    try say("13", "2021-04-30")
    #expect(try level("2021-06-30") == 14)
    try undo(said)
    #expect(try level("2021-06-30") == 13)
  }

  @Test("an undone level does not come back beside a list")
  func undoneBeside() throws {
    try say("12", "2021-03-31")
    try undo(try last())
    let undone = try last()
    let course = try course(15, "2021-05-01")
    #expect(throws: DeskError.undo(.neededBy(transaction: course))) { try undo(undone) }
  }

  @Test("a stock that goes back from numbers to lists has the lists' level from that day on")
  func backToLists() throws {
    let source = { (byList: Bool, since: String) in
      try desk.setSourcing(Self.indicator, unit: "d", byList: byList, since: try day(since)).head
        .transaction
    }
    let add = { (amount: String, on: String) in
      _ = try desk.log(
        Self.indicator, amount, unit: "h2", on: try day(on), year: nil, note: "", isLevel: false)
    }
    _ = try course(6, "2021-02-01")
    _ = try source(false, "2021-04-01")
    try add("9", "2021-04-10")
    _ = try course(5, "2021-05-01")
    #expect(try level("2021-05-31") == 15)
    let back = try source(true, "2021-07-01")
    #expect(try level("2021-06-30") == 15)
    #expect(try level("2021-07-01") == 11)
    // Whatever is said of the days between, then or later.
    try add("-2", "2021-06-10")
    try say("20", "2021-06-20")
    _ = try course(4, "2021-06-25")
    #expect(try level("2021-06-30") == 20)
    #expect(try level("2021-07-31") == 15)
    try undo(try last())
    #expect(try level("2021-07-31") == 11)
    try undo(back)
    #expect(try level("2021-07-31") == 20)
    try undo(try last())
    #expect(try level("2021-07-31") == 11)
    #expect(try level("2021-06-30") == 20)
  }

  @Test(
    "a unit that was closed meanwhile has its list's level on the day of its own rule, as check proves"
  )
  func closedMeanwhile() throws {
    _ = try desk.setSourcing(
      Self.indicator, unit: "t2", byList: false, since: try day("2021-02-01"))
    _ = try course(5, "2021-03-01")
    _ = try desk.closeUnit("h2", on: try day("2021-04-15"))
    #expect(try desk.ledger.check().isEmpty)
    _ = try desk.setSourcing(Self.indicator, unit: "t2", byList: true, since: try day("2021-05-01"))
    let back = try last()
    #expect(try level("2021-04-30") == 0)
    #expect(try level("2021-05-01") == 5)
    #expect(try desk.ledger.check().isEmpty)
    try undo(back)
    #expect(try level("2021-05-01") == 0)
    try undo(try last())
    #expect(try level("2021-05-01") == 5)
  }

  @Test(
    "no rule of another unit, of a flow, without numbers before it, or from the record's very day lets records of a closed unit post",
    arguments: [
      (Self.indicator, "t1", true), (Self.indicator, "t2", false), (Self.indicator, "t2", true),
      ("clinics.doctors-trained", "t2", true),
    ])
  func closedStaysClosed(indicator: String, unit: String, hasNumbers: Bool) throws {
    try fixture.add(
      "clinics.course", "title=一", "audience=villageDoctor", "organiser=h2",
      "started-on=2021-06-01", "ended-on=\(indicator == Self.indicator ? "" : "2021-06-01")")
    _ = try desk.closeUnit("h2", on: try day("2021-04-15"))
    if hasNumbers {
      _ = try desk.setSourcing(indicator, unit: unit, byList: false, since: try day("2021-02-01"))
    }
    _ = try desk.setSourcing(indicator, unit: unit, byList: true, since: try day("2021-06-01"))
    let field = indicator == Self.indicator ? "attending=5" : "qualified=5"
    #expect(throws: DeskError.unitClosed("unit h2", on: try day("2021-04-15"))) {
      try fixture.set("clinics.course", "一", field)
    }
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a rule of an earlier day names what gives way by it")
  func earlierRule() throws {
    let source = { (byList: Bool, since: String) in
      try desk.setSourcing(Self.indicator, unit: "h2", byList: byList, since: try day(since))
        .replaced.map(\.amount)
    }
    _ = try source(false, "2021-01-01")
    _ = try course(6, "2021-02-01")
    try say("9", "2021-02-05")
    #expect(try source(true, "2021-05-01") == [9])
    #expect(try source(true, "2021-03-01") == [9])
    #expect(try level("2021-04-30") == 6)
  }

  @Test("a number that gives way on a later day only is not said to count again")
  func laterRule() throws {
    let source = { (byList: Bool, since: String) in
      try desk.setSourcing(Self.indicator, unit: "h2", byList: byList, since: try day(since))
        .replaced.map { "\($0.amount) \($0.turn)" }
    }
    _ = try source(false, "2021-01-01")
    _ = try course(6, "2021-02-01")
    try say("9", "2021-02-05")
    #expect(try source(true, "2021-03-01") == ["9 givesWay"])
    #expect(try source(true, "2021-05-01") == [])
    let later = try day("2021-05-01")
    #expect(try source(false, "2021-03-01") == ["9 \(ReplacedNumber.Turn.later(later))"])
    #expect(try source(true, "2021-03-01") == ["9 givesWay"])
  }

  @Test("of a flow what comes back and what gives way are different numbers, and both are said")
  func bothWays() throws {
    let accepted = "clinics.accepted"
    let log = { (amount: String, on: String) in
      _ = try desk.log(
        accepted, amount, unit: "c3", on: try day(on), year: nil, note: "", isLevel: false)
    }
    let source = { (byList: Bool, since: String) in
      try desk.setSourcing(accepted, unit: "c3", byList: byList, since: try day(since))
        .replaced.map { "\($0.amount) \($0.turn)" }
    }
    try log("3", "2021-02-10")
    try fixture.add(
      "clinics.project", "facility=c3", "year=2021", "accepted-on=2021-01-10", "stage=达标")
    #expect(try source(false, "2021-02-01") == ["3 returns"])
    try log("5", "2021-04-10")
    #expect(try source(true, "2021-04-01") == ["5 givesWay"])
    #expect(try source(true, "2021-02-01") == ["3 givesWay"])
    #expect(try source(false, "2021-02-01") == ["3 returns"])
  }

  @Test("a difference taken off by number gives way, and is taken off again; it never counts again")
  func difference() throws {
    let source = { (byList: Bool, since: String) in
      try desk.setSourcing(Self.indicator, unit: "h2", byList: byList, since: try day(since))
        .replaced.map { "\($0.amount) \($0.turn == .returns)" }
    }
    _ = try course(6, "2021-02-01")
    _ = try source(false, "2021-03-01")
    try say("2", "2021-03-05")
    #expect(try source(true, "2021-04-01") == ["-4 false"])
    #expect(try level("2021-04-30") == 6)
    #expect(try source(false, "2021-04-01") == ["-4 true"])
    #expect(try level("2021-04-30") == 2)
    try say("9", "2021-05-01")
    #expect(try source(true, "2021-06-01") == ["3 false"])
    #expect(try source(false, "2021-06-01") == ["3 true"])
    #expect(try level("2021-06-30") == 9)
  }

  @Test("a number that gave way is undone though later ones gave way on the same day")
  func earlierNumber() throws {
    let source = { (byList: Bool, since: String) in
      _ = try desk.setSourcing(Self.indicator, unit: "h2", byList: byList, since: try day(since))
    }
    let log = { (amount: String, on: String) in
      _ = try desk.log(
        Self.indicator, amount, unit: "h2", on: try day(on), year: nil, note: "", isLevel: false)
    }
    try source(false, "2021-01-01")
    _ = try course(6, "2021-02-01")
    try log("4", "2021-02-15")
    let logged = try last()
    try log("3", "2021-03-15")
    try source(true, "2021-04-01")
    #expect(try level("2021-03-31") == 7)
    try undo(logged)
    #expect(try level("2021-03-31") == 3)
    #expect(try level("2021-04-01") == 6)
    #expect(try desk.ledger.check().isEmpty)
    try undo(try last())
    #expect(try level("2021-03-31") == 7)
    #expect(try level("2021-04-01") == 6)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("what a level moves to a day that comes by list gives way there, and comes back with it")
  func movedBesideList() throws {
    let source = { (byList: Bool, since: String) in
      _ = try desk.setSourcing(Self.indicator, unit: "h2", byList: byList, since: try day(since))
    }
    try source(false, "2021-01-01")
    try say("12", "2021-03-31")
    try say("20", "2021-08-31")
    try source(true, "2021-07-01")
    let course = try course(6, "2021-08-01")
    #expect(try level("2021-08-31") == 6)
    try say("10", "2021-05-31")
    #expect(try level("2021-05-31") == 10)
    #expect(try level("2021-08-31") == 6)
    try undo(course)
    #expect(try level("2021-05-31") == 10)
    #expect(try level("2021-08-31") == 20)
  }
}
