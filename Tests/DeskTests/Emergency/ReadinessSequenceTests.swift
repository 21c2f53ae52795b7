import Registers
import Reports
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// Calls, hazards, teams and gifts as offices keep them: late, backwards, cancelled, moved. Source: `emergency.md`.
@Suite struct ReadinessSequenceTests {
  private let fixture: RecordFixture

  init() throws { fixture = try RecordFixture() }

  private func figures(_ codes: String..., unit: String = "d") throws -> [Int64] {
    try codes.map { try fixture.actual("emergency.\($0)", "2021-06", unit) }
  }

  private func rates() throws -> [String] {
    try fixture.desk.due(DueQuestion(unit: "d"), try RecordNames(fixture.desk.ledger, .zh)).rates
      .filter { $0.punctuality.due > 0 }.map { "\($0.title.zh) \($0.punctuality.due)" }
  }

  @Test("slots are made once, and what was not answered counts against the unit")
  func slots() throws {
    try fixture.add("emergency.equipment", "unit=t1", "name=终端")
    let action = try #require(Suite.module("emergency")?.actions.first { $0.name == "slots" })
    let scope = QuestionScope(day: try day("2021-06-01"), year: 2021)
    let proposals = try fixture.desk.proposals(action, scope)
    #expect(proposals.count == 5)
    _ = try fixture.desk.perform(proposals, scope)
    #expect(try fixture.desk.proposals(action, scope).isEmpty)
    // Proposed before and done again, it adds nothing.
    _ = try fixture.desk.perform(proposals, scope)
    #expect(try figures("dispatch-expected", "dispatch-answered") == [5, 0])
    try fixture.importList(
      "emergency.dispatch",
      "unit,cycle,due,result,document-no\nt1,weekly,2021-06-06,online,\n"
        + "t1,weekly,2021-06-13,maintenance,文1号\nt1,quarterly,2021-06-30,fault,")
    #expect(try figures("dispatch-expected", "dispatch-answered") == [4, 1])
    try fixture.set("emergency.dispatch", "t1/weekly/2021-06-06", "result=noAnswer")
    #expect(try figures("dispatch-expected", "dispatch-answered") == [4, 0])
    _ = try fixture.desk.removeRecords(
      ["t1/weekly/2021-06-20"], in: try fixture.shape("emergency.dispatch"), reason: "停电")
    #expect(try figures("dispatch-expected", "dispatch-answered") == [3, 0])
  }

  @Test("a hazard is sent back, postponed, graded anew, and moved to another unit")
  func hazard() throws {
    let id = try fixture.add(
      "emergency.hazard", "title=渗漏", "unit=v1", "found-on=2021-05-01", "due=2021-05-31")
    #expect(throws: DeskError.self) {
      try fixture.advance("emergency.hazard", id, "graded", "2021-05-02")
    }
    try fixture.advance("emergency.hazard", id, "graded", "2021-05-02", "grade=1")
    try fixture.advance("emergency.hazard", id, "mitigating", "2021-05-03")
    #expect(throws: DeskError.self) {
      try fixture.advance("emergency.hazard", id, "closed", "2021-05-20")
    }
    try fixture.set("emergency.hazard", id, "due=2021-06-20")
    try fixture.advance(
      "emergency.hazard", id, "inspected", "2021-05-20", "mitigated-on=2021-05-18")
    try fixture.advance("emergency.hazard", id, "mitigating", "2021-05-25")
    #expect(throws: DeskError.self) {
      try fixture.advance("emergency.hazard", id, "inspected", "2021-06-10")
    }
    try fixture.advance(
      "emergency.hazard", id, "inspected", "2021-06-10", "mitigated-on=2021-06-08")
    #expect(try figures("hazards-found", "hazards-closed", "major-hazards-open") == [1, 0, 1])
    try fixture.advance("emergency.hazard", id, "closed", "2021-06-12")
    #expect(try figures("hazards-found", "hazards-closed", "major-hazards-open") == [1, 1, 0])
    // By its first day it was late.
    #expect(try rates() == ["隐患整改 1"])
    try fixture.redate("emergency.hazard", id, "closed", "2021-06-14")
    try fixture.set("emergency.hazard", id, "unit=v3")
    #expect(try figures("hazards-closed", unit: "t1") == [0])
    #expect(try figures("hazards-closed", unit: "t2") == [1])
    _ = try fixture.desk.undo("\(try fixture.desk.ledger.head().transaction)", reason: "误改")
    #expect(try figures("hazards-closed", unit: "t1") == [1])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("the first update lists a source; later ones do not move it, a typing error does")
  func source() throws {
    try fixture.add("emergency.risk-source", "name=水库", "unit=v1", "updated-on=2021-03-01")
    try fixture.set("emergency.risk-source", "水库/v1", "updated-on=2021-05-01")
    let listed = { try fixture.export("emergency.risk-source").contains("2021-03-01") }
    #expect(try listed())
    #expect(try fixture.actual("emergency.risk-sources", "2021-03", "d") == 1)
    #expect(throws: DeskError.self) {
      try fixture.set("emergency.risk-source", "水库/v1", "updated-on=2021-02-01")
    }
    // What is only told by its last day enters no rate, and is still listed when it is late.
    try fixture.add("emergency.risk-source", "name=山塘", "unit=v1", "updated-on=2021-02-01")
    let report = try fixture.desk.due(
      DueQuestion(unit: "d"), try RecordNames(fixture.desk.ledger, .zh))
    #expect(report.lines.map { "\($0.occurrence.due)" } == ["2021-05-01"])
    #expect(try rates() == [])
    // One of which no day is known counts nowhere, which is said.
    let notices = try fixture.desk.addRecord(
      try fixture.shape("emergency.risk-source"), [("name", "易涝点"), ("unit", "v2")], on: nil
    ).notices
    #expect(notices.lacking.map(\.field.name) == ["listed-on"])
    #expect(try figures("risk-sources") == [2])
  }

  @Test("a team counts by number until its list is whole; a person in two teams counts once")
  func teams() throws {
    for (name, unit) in [("一队", "t1"), ("二队", "t2")] {
      try fixture.add(
        "emergency.team", "name=\(name)", "unit=\(unit)", "headcount=3", "founded-on=2020-01-01")
      for person in ["张一", "李二"] {
        try fixture.add(
          "emergency.member", "team=\(name)/\(unit)", "person=\(person)", "joined-on=2021-01-01")
      }
    }
    #expect(try figures("teams", "team-members") == [2, 6])
    try fixture.set("emergency.team", "一队/t1", "list-complete=yes")
    #expect(try figures("team-members") == [5])
    try fixture.set("emergency.team", "二队/t2", "list-complete=yes")
    #expect(try figures("team-members") == [2])
    #expect(try figures("team-members", unit: "t2") == [0])
    try fixture.set("emergency.member", "一队/t1/张一/2021-01-01", "left-on=2021-06-10")
    #expect(try figures("team-members", unit: "t1") == [1])
    #expect(try figures("team-members", unit: "t2") == [1])
    try fixture.set("emergency.team", "一队/t1", "dissolved-on=2021-06-15")
    #expect(try figures("teams", "team-members") == [1, 2])
    #expect(try figures("team-members", unit: "t2") == [2])
    _ = try fixture.desk.undo("\(try fixture.desk.ledger.head().transaction)", reason: "误")
    try fixture.set("emergency.team", "二队/t2", "list-complete=no")
    #expect(try figures("team-members") == [4])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test(
    "a gift that shrinks below what was used is refused, and so is the use that is brought back")
  func gifts() throws {
    let gift = try fixture.add(
      "emergency.donation", "receiver=d", "receipt-no=1", "on=2021-06-01", "cash=500")
    let use = try fixture.add(
      "emergency.donation-use", "donation=\(gift)", "on=2021-06-10", "money=400", "purpose=大米",
      "to-unit=v1")
    #expect(throws: DeskError.self) { try fixture.set("emergency.donation", gift, "cash=399") }
    #expect(throws: DeskError.self) {
      try fixture.set("emergency.donation", gift, "on=2021-06-11")
    }
    _ = try fixture.desk.removeRecords(
      [use], in: try fixture.shape("emergency.donation-use"), reason: "误登")
    let removed = try fixture.desk.ledger.head().transaction
    try fixture.set("emergency.donation", gift, "cash=300")
    #expect(throws: DeskError.self) { try fixture.desk.undo("\(removed)", reason: "试") }
    #expect(try figures("donations", "donations-used") == [30000, 0])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
