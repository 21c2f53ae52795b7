import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A closed month is traced with the names that its report prints. Source: `engine.md`, "Closing a month".
@Suite struct ClosedTraceTests {
  @Test("units are called as they were when the month was closed")
  func names() throws {
    let fixture = try Fixture(today: "2021-07-05")
    let desk = fixture.desk
    try fixture.log("a.done", "3", "v1", "2021-06-11")
    _ = try desk.close(try month("2021-06"), module: nil, reissue: nil)
    let before = try desk.trace("a.done", try month("2021-06"), unit: "t1", limit: nil)
    for unit in ["t1", "v1"] { _ = try desk.renameUnit(unit, to: "新名\(unit)") }
    try fixture.log("a.done", "2", "v1", "2021-06-12")
    let closed = try desk.trace("a.done", try month("2021-06"), unit: "t1", limit: nil)
    #expect(closed.unit == before.unit)
    #expect(
      closed.parts.map { $0.entries.map(\.unit) } == before.parts.map { $0.entries.map(\.unit) })
    #expect(closed.parts.flatMap(\.since).map(\.unit) == before.parts[0].entries.map(\.unit))
    let report = try desk.monthlyReport(try month("2021-06"), ReportScope(unit: "t1"))
    #expect(closed.unit == report.unit)
    // What is open is called as it is now.
    let open = try desk.trace("a.done", try month("2021-07"), unit: "t1", limit: nil)
    #expect(open.unit.name == "新名t1")
    #expect(Set(open.parts.flatMap(\.entries).map(\.unit.name)) == ["新名v1"])
  }
}
