import Storage
import TargetEngine
import Testing

@testable import Desk

/// Source: `engine.md`, "Figures come by list or by number".
@Suite struct SourcingTests {
  @Test("of several numbers that give way earlier all are said, and that they do so later only")
  func movedEarlier() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    let indicator = "clinics.in-training"
    let rule = { (byList: Bool, since: String) in
      try desk.setSourcing(indicator, unit: "h1", byList: byList, since: try day(since)).replaced
        .map { "\($0.amount) \($0.turn)" }
    }
    _ = try rule(false, "2021-01-01")
    for (on, amount) in [("2021-02-10", "5"), ("2021-05-10", "4"), ("2021-05-11", "-1")] {
      _ = try desk.log(
        indicator, amount, unit: "h1", on: try day(on), year: nil, note: "", isLevel: false)
    }
    try fixture.add(
      "clinics.course", "title=晚", "audience=villageDoctor", "organiser=h1",
      "started-on=2021-06-05", "attending=1")
    #expect(try rule(true, "2021-06-01") == ["8 givesWay"])
    #expect(try rule(true, "2021-04-01") == ["8 givesWay"])
    let back = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r").replaced
    #expect(back.map(\.turn) == [.later(try day("2021-06-01"))] && back.map(\.amount) == [8])
    #expect(try rule(false, "2021-06-01") == ["8 returns"])
  }

  @Test("a unit that reports by list refuses numbers from its day on, and so do those below it")
  func byList() throws {
    let fixture = try RecordFixture()
    let accepted = "clinics.accepted"
    let log = { (unit: String, on: String) in
      _ = try fixture.desk.log(
        accepted, "1", unit: unit, on: try day(on), year: nil, note: "", isLevel: false)
    }
    _ = try fixture.desk.setSourcing(
      accepted, unit: "t1", byList: true, since: try day("2021-05-01"))
    try log("v1", "2021-04-30")
    #expect(throws: DeskError.reportsByList(indicator: accepted, unit: "unit v1")) {
      try log("v1", "2021-05-01")
    }
    try log("v3", "2021-05-01")
    _ = try fixture.desk.setSourcing(
      accepted, unit: "v1", byList: false, since: try day("2021-05-10"))
    try log("v1", "2021-05-10")
    #expect(try fixture.actual(accepted, "2021-05", "d") == 3)
  }

  @Test(
    "a list that no register brings is refused; a rule of an earlier version is advice, mended and undone"
  )
  func withoutRegister() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    _ = try desk.addIndicator(
      IndicatorDraft(code: "office.visits", name: "visits", kind: "flow", measure: "户"))
    do {
      _ = try desk.setSourcing("office.visits", unit: "t1", byList: true, since: day("2021-05-01"))
      Issue.record("accepted")
    } catch DeskError.noRegisterPosts(let indicator, let posted) {
      #expect(indicator == "office.visits" && posted.contains("clinics.accepted"))
      #expect(!posted.contains("office.visits"))
    }
    let (indicator, unit) = (try desk.indicator("office.visits"), try desk.unit("t1"))
    let rule = Sourcing(
      indicator: indicator.id, unit: unit.unit.id, since: try day("2021-05-01"), byList: true)
    let number = try desk.write { try $0.set(rule) }.head.transaction
    let advice = Advice.listWithoutRegister(indicator, unit, since: rule.since)
    #expect(try desk.check().advice == [advice])
    let mended = try desk.setSourcing(
      "office.visits", unit: "t1", byList: false, since: rule.since)
    #expect(try desk.check().advice == [])
    _ = try desk.undo("\(mended.head.transaction)", reason: "r")
    #expect(try desk.check().advice == [advice])
    _ = try desk.undo("\(number)", reason: "r")
    #expect(try desk.check().advice == [])
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    #expect(try desk.check().advice == [advice])
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("a closed unit keeps its history and refuses entries dated after its closing")
  func closed() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "1", "v1", "2021-05-01")
    _ = try fixture.desk.closeUnit("v1", on: try day("2021-05-31"))
    try fixture.log("a.done", "1", "v1", "2021-05-31")
    #expect(throws: DeskError.unitClosed("unit v1", on: try day("2021-05-31"))) {
      try fixture.log("a.done", "1", "v1", "2021-06-01")
    }
    #expect(try fixture.actual("a.done", "2021-06", "d") == 2)
  }

  @Test("set 120 posts the difference, and a day inside a month sees only what came before")
  func level() throws {
    let fixture = try Fixture()
    try fixture.log("b.level", "100", "v1", "2021-06-10")
    try fixture.log("b.level", "30", "v1", "2021-06-25")
    _ = try fixture.desk.log(
      "b.level", "120", unit: "v1", on: try day("2021-06-20"), year: nil, note: "", isLevel: true)
    let entries = try fixture.desk.ledger.entries(EntryQuery())
    #expect(entries.first?.amount == 20)
    #expect(try fixture.actual("b.level", "2021-06", "d") == 150)
    let board = try fixture.desk.dashboard(module: "b", unit: "d", on: try day("2021-06-15"))
    #expect(board.items.first?.line.actual == .amount(100))
  }

  @Test("a sum that leaves 64 bits is refused and nothing is written")
  func overflow() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "9223372036854775807", "v1", "2021-05-01")
    #expect(throws: (any Error).self) { try fixture.log("a.done", "1", "v1", "2021-05-02") }
    #expect(throws: (any Error).self) { try fixture.log("a.done", "1", "v2", "2021-05-02") }
    #expect(try fixture.actual("a.done", "2021-05", "d") == .max)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
