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

  @Test("an open month is traced with the line of its report: what was corrected, too")
  func corrected() throws {
    let fixture = try Fixture(today: "2021-07-05")
    let desk = fixture.desk
    try fixture.log("a.done", "3", "v1", "2021-05-11")
    try fixture.log("b.level", "4", "v1", "2021-05-11")
    _ = try desk.close(try month("2021-05"), module: nil, reissue: nil)
    try fixture.log("a.done", "2", "v1", "2021-05-12")
    try fixture.log("b.level", "1", "v2", "2021-04-12")
    for text in ["2021-05", "2021-06", "2021-07"] {
      for unit in ["d", "t1", "v1", "v2", "v3"] {
        for latest in [false, true] where latest == (text != "2021-05") {
          let lines = try desk.monthlyReport(
            try month(text), ReportScope(unit: unit, latest: latest)
          ).lines
          for line in lines {
            let traced = try desk.trace(
              line.indicator.code, try month(text), unit: unit, limit: nil
            ).line
            #expect("\(traced)" == "\(line)", "\(text) \(unit) \(line.indicator.code)")
          }
        }
      }
    }
    let logged = try desk.log(
      "a.done", "1", unit: "v1", on: try day("2021-06-02"), year: nil, note: "", isLevel: false)
    #expect(logged.result.line.corrected == 2)
  }

  @Test("names of records that were undone are told as they were")
  func undoneRecord() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    try fixture.add(
      "workforce.trainee", "person=张三", "cohort=2021", "college=院校", "home=t1",
      "enrolled-on=2021-03-01")
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    let trace = try desk.trace("workforce.enrolled", try month("2021-06"), unit: "d", limit: nil)
    #expect(
      trace.parts.flatMap(\.entries).map { $0.record?.label.zh } == ["张三/2021", "张三/2021"])
  }

  @Test("a plan year that the closed report has no line of is traced as its closing knew it")
  func unsaidYear() throws {
    let fixture = try Fixture(today: "2021-07-05")
    let desk = fixture.desk
    let log = { (amount: String, unit: String, on: String) in
      _ = try desk.log(
        "a.done", amount, unit: unit, on: try day(on), year: 2020, note: "", isLevel: false)
    }
    try log("3", "v1", "2020-11-11")
    try log("4", "v3", "2021-02-11")
    try fixture.log("b.level", "10", "v1", "2020-11-11")
    for text in ["2021-05", "2021-06"] {
      _ = try desk.close(try month(text), module: nil, reissue: nil)
    }
    #expect(
      try desk.monthlyReport(try month("2021-06"), ReportScope(unit: "d")).carried.isEmpty)
    try log("5", "v1", "2021-06-11")
    _ = try desk.moveUnit("v3", under: "t1")
    let trace = { (indicator: String, unit: String) in
      try desk.trace(indicator, try month("2021-06"), unit: unit, year: 2020, limit: nil)
    }
    let district = try trace("a.done", "d")
    #expect(district.closed && district.parts.map(\.actual) == [7])
    #expect(district.parts.map { $0.entries.map(\.amount) } == [[4, 3]])
    #expect(district.parts.map { $0.since.map(\.amount) } == [[5]])
    #expect(try trace("a.done", "t1").parts.map(\.actual) == [3])
    #expect(try trace("b.rate", "d").parts.map(\.actual) == [7, 10])
    // An open month has figures of now.
    let open = try desk.trace("a.done", try month("2021-07"), unit: "d", year: 2020, limit: nil)
    #expect(!open.closed && open.parts.map(\.actual) == [12])
  }
}
