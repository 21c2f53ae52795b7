import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Drills, which are planned for a window, postponed, cancelled, held and evaluated. Source: `emergency.md`, 3;
/// `domain.md`, trap 7.
@Suite struct DrillTests {
  private let fixture: RecordFixture
  private static let register = "emergency.drill"

  init() throws { fixture = try RecordFixture(today: "2021-12-31") }

  private func drill(_ title: String, _ fields: String...) throws -> String {
    try fixture.add(Self.register, ["title=\(title)", "lead=t1"] + fields)
  }

  private func actual(_ indicator: String, _ month: String) throws -> Int64 {
    try fixture.actual("emergency.\(indicator)", month, "d")
  }

  private func field(_ name: String, of id: String) throws -> Datum {
    let shape = try fixture.shape(Self.register)
    return try fixture.desk.record(id, in: shape).data[#require(shape.field(named: name))]
  }

  @Test("a window is read in the plan year, whatever the order of the fields")
  func window() throws {
    let id = try drill("防汛", "planned-to=9月中旬", "year=2020")
    #expect(try field("planned-from", of: id) == .day(try day("2020-09-11")))
    #expect(try field("planned-to", of: id) == .day(try day("2020-09-20")))
    let day = try drill("消防", "planned-to=2021-11-09")
    #expect(try field("planned-from", of: day) == .day(try self.day("2021-11-09")))
    #expect(try field("year", of: day) == .int(2021))
    #expect(throws: DeskError.self) { try drill("抗震", "planned-to=尽快") }
    let told = try fixture.desk.addRecord(
      try fixture.shape(Self.register),
      [("title", "地震"), ("lead", "t1"), ("planned-to", "5.12期间")], on: nil)
    #expect(told.notices.windows.map(\.text) == ["5.12期间"])
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("held counts, evaluated counts as done, sixty schools in a row count sixty")
  func counts() throws {
    let id = try drill("校园", "planned-to=2021-05-31", "times=60", "participants=9000")
    #expect(try actual("drills-planned", "2021-05") == 60)
    try fixture.advance(Self.register, id, "held", "2021-05-12")
    #expect(try actual("drills-conducted", "2021-05") == 60)
    #expect(try actual("drills-held", "2021-05") == 0)
    #expect(try actual("drill-participants", "2021-05") == 9000)
    #expect(throws: DeskError.self) {
      try fixture.advance(Self.register, id, "evaluated", "2021-06-10")
    }
    try fixture.advance(Self.register, id, "evaluated", "2021-06-10", "report=评估.docx")
    #expect(try actual("drills-held", "2021-05") == 60)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a postponement keeps what was owed; only an approved cancellation leaves the plan")
  func postponed() throws {
    let late = try drill("森林防火", "planned-to=2021-03-31")
    try fixture.advance(Self.register, late, "postponed", "2021-03-20", "postponed-to=2021-06-30")
    #expect(try actual("drills-planned", "2021-03") == 1)
    try fixture.advance(Self.register, late, "held", "2021-06-20")
    #expect(try actual("drills-conducted", "2021-03") == 0)
    #expect(try actual("drills-conducted", "2021-06") == 1)
    let dropped = try drill("危化品", "planned-to=2021-04-30")
    try fixture.advance(Self.register, dropped, "cancelled", "2021-04-20")
    #expect(try actual("drills-planned", "2021-04") == 2)
    try fixture.set(Self.register, dropped, "document-no=文3号")
    #expect(try actual("drills-planned", "2021-04") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a real event stands in by approval only")
  func realEvent() throws {
    #expect(throws: DeskError.self) {
      try drill("抗旱", "planned-to=2021-08-31", "real-event=7月抗旱")
    }
    _ = try drill("抗旱", "planned-to=2021-08-31", "real-event=7月抗旱", "document-no=文4号")
  }

  @Test("a drill is closed when its findings are, which post in its year")
  func findings() throws {
    let id = try drill("防汛", "planned-to=2021-05-31", "year=2020")
    try fixture.advance(Self.register, id, "held", "2021-05-20")
    try fixture.advance(Self.register, id, "evaluated", "2021-05-25", "report=a")
    let one = try fixture.add(
      "emergency.drill-finding", "drill=\(id)", "item=沙袋不足", "due=2021-06-30")
    try fixture.add(
      "emergency.drill-finding", "drill=\(id)", "item=对讲机没电", "done-on=2021-05-22")
    #expect(try fixture.actual("emergency.drill-findings", "2021-05", "d", year: 2020) == 2)
    #expect(try fixture.actual("emergency.drill-findings-closed", "2021-05", "d", year: 2020) == 1)
    #expect(throws: DeskError.self) {
      try fixture.advance(Self.register, id, "closed", "2021-06-01")
    }
    try fixture.set("emergency.drill-finding", one, "done-on=2021-06-10")
    try fixture.advance(Self.register, id, "closed", "2021-06-11")
    #expect(throws: DeskError.self) {
      try fixture.add("emergency.drill-finding", "drill=\(id)", "item=又一个")
    }
    #expect(try fixture.actual("emergency.drill-findings-closed", "2021-06", "d", year: 2020) == 2)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
