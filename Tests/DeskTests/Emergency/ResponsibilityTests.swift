import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Officers, demonstration projects and funds. Source: `emergency.md`, 1 and 2.
@Suite struct ResponsibilityTests {
  private let fixture: RecordFixture

  init() throws { fixture = try RecordFixture(today: "2021-06-30") }

  private func actual(_ indicator: String, _ month: String, year: Int? = nil) throws -> Int64 {
    try fixture.actual("emergency.\(indicator)", month, "d", year: year)
  }

  @Test("a unit has an officer once, however many; who is not said since when is one from today")
  func officers() throws {
    let add = { (unit: String, role: String, name: String, days: [String]) in
      try fixture.add(
        "emergency.officer", ["unit=\(unit)", "role=\(role)", "name=\(name)"] + days)
    }
    _ = try add("t1", "leader", "甲", ["from=2021-01-01"])
    _ = try add("t1", "fullTime", "乙", ["from=2021-02-01", "until=2021-03-31"])
    _ = try add("t2", "group", "丙", ["from=2021-01-01"])
    _ = try add("v1", "informant", "丁", ["from=2021-01-01"])
    _ = try add("v1", "informant", "戊", ["from=2021-04-01"])
    #expect(try actual("units-with-officer", "2021-03") == 1)
    #expect(try actual("informants", "2021-03") == 1)
    #expect(try actual("informants", "2021-04") == 2)
    let told = try fixture.desk.addRecord(
      try fixture.shape("emergency.officer"),
      [("unit", "t2"), ("role", "partTime"), ("name", "己")],
      on: nil)
    #expect(told.notices.ofToday.map(\.value) == ["2021-06-30"])
    #expect(try actual("units-with-officer", "2021-06") == 2)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a list that leaves the day out says so, and comes again as unchanged")
  func list() throws {
    let text = "单位,职责,姓名\nt1,专职人员,甲\nt2,专职人员,乙\n"
    let first = try fixture.imported("emergency.officer", text)
    #expect(first.notices.ofToday.count == 2)
    let again = try fixture.imported("emergency.officer", text, ImportOptions(again: true))
    #expect(again.isEmpty && again.notices.ofToday.isEmpty)
  }

  @Test("what is spent of a fund is kept by day, and more than the budget needs a note")
  func fund() throws {
    let id = try fixture.add(
      "emergency.fund", "year=2021", "unit=d", "item=演练", "budget=1000", "spent=300.50",
      on: "2021-02-10")
    try fixture.set("emergency.fund", id, "spent=800", on: "2021-05-10")
    #expect(try actual("fund-budget", "2021-01") == 100_000)
    #expect(try actual("fund-spent", "2021-04") == 30_050)
    #expect(try actual("fund-spent", "2021-05") == 80_000)
    #expect(throws: DeskError.self) {
      try fixture.set("emergency.fund", id, "spent=1200", on: "2021-06-10")
    }
    try fixture.set("emergency.fund", id, "spent=1200", "note=追加", on: "2021-06-10")
    #expect(try actual("fund-spent", "2021-06") == 120_000)
    let text = try fixture.export("emergency.fund")
    #expect(text.contains("300.50@2021-02-10；800.00@2021-05-10；1200.00@2021-06-10"))
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a demonstration project counts from its award until it is withdrawn")
  func demonstrations() throws {
    let id = try fixture.add("emergency.demonstration", "title=示范村", "level=省级", "unit=v1")
    try fixture.advance("emergency.demonstration", id, "approved", "2021-01-10")
    try fixture.advance("emergency.demonstration", id, "awarded", "2021-02-10")
    try fixture.advance("emergency.demonstration", id, "maintained", "2021-03-10")
    try fixture.advance("emergency.demonstration", id, "withdrawn", "2021-05-10")
    #expect(try actual("demonstrations", "2021-01") == 0)
    #expect(try actual("demonstrations", "2021-04") == 1)
    #expect(try actual("demonstrations", "2021-05") == 0)
  }
}
