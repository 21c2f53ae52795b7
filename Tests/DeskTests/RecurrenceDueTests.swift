import Registers
import Reports
import TargetEngine
import Testing

@testable import Desk

/// What recurs: days that are moved, years without holidays, and what is done for no period.
/// Source: `engine.md`, "Obligations and recurrence".
@Suite struct RecurrenceDueTests {
  private func due(_ fixture: RecordFixture, on text: String, within: Int = 60) throws -> DueReport
  {
    try fixture.desk.due(
      DueQuestion(unit: "d", day: try day(text), within: within, isWhole: true),
      try RecordNames(fixture.desk.ledger, .zh))
  }

  private func lines(_ report: DueReport) -> [String] {
    report.lines.map { "\($0.occurrence.due) \($0.occurrence.status(on: report.day))" }
  }

  @Test("of a year without holidays only its own days are left out, and everywhere it is said")
  func unknownYear() throws {
    let fixture = try RecordFixture(today: "2026-12-20")
    try fixture.add(
      "plan.recurrence", "title=周报", "unit=t1", "cycle=weekly", "first=2026-11-06", "rolls=yes")
    let report = try due(fixture, on: "2026-12-20")
    #expect(report.lines.count == 8)
    #expect(report.unknownYears == [2027])
    let file = String(decoding: report.iCalendar(.zh), as: UTF8.self)
    #expect(file.contains("BEGIN:VEVENT") && file.contains("X-WR-CALDESC") && file.contains("2027"))
    let dashboard = try fixture.desk.dashboard(module: nil, unit: "d", on: nil)
    #expect(dashboard.standings.map(\.unknownYears) == [[2027]])
    #expect(dashboard.standings.map(\.punctuality.missed) == [7])
  }

  @Test("what is done on a day that was moved on counts for the month that it was due for")
  func movedDay() throws {
    let fixture = try RecordFixture(today: "2021-11-20")
    try fixture.add(
      "plan.recurrence", "title=月报", "unit=t1", "cycle=monthly", "first=2021-10-31", "rolls=yes")
    try fixture.add("plan.fulfilment", "recurrence=月报/t1", "unit=t1", "done-on=2021-11-01")
    #expect(
      try lines(due(fixture, on: "2021-11-20", within: 20)) == [
        "2021-11-01 done", "2021-11-30 open",
      ])
    try fixture.add("plan.fulfilment", "recurrence=月报/t1", "unit=t1", "done-on=2021-11-15")
    #expect(
      try lines(due(fixture, on: "2021-11-20", within: 20)) == [
        "2021-11-01 done", "2021-11-30 done",
      ])
    // Before its first period nothing could be done for it.
    #expect(throws: DeskError.self) {
      try fixture.add("plan.fulfilment", "recurrence=月报/t1", "unit=t1", "done-on=2021-08-20")
    }
    try fixture.add(
      "plan.fulfilment", "recurrence=月报/t1", "unit=t1", "done-on=2021-09-30", "period=2021-12-01")
  }

  @Test("an event of a calendar is named by its period, not by its day")
  func names() throws {
    let fixture = try RecordFixture(today: "2021-09-01")
    try fixture.add(
      "plan.recurrence", "title=月报", "unit=t1", "cycle=monthly", "first=2021-10-10")
    func names() throws -> [String] {
      String(
        decoding: try due(fixture, on: "2021-09-01", within: 120).iCalendar(.zh), as: UTF8.self
      )
      .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map { String($0) }
    }
    let before = try names()
    #expect(Set(before).count == 3)
    try fixture.set("plan.recurrence", "月报/t1", "first=2021-10-25")
    #expect(try names() == before)
  }
}
