import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Records of units that report by number count nowhere, which whatever touches them says.
@Suite struct UncountedTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }
  private static let indicator = "clinics.in-training"

  init() throws {
    fixture = try RecordFixture(today: "2021-12-31")
    _ = try desk.setSourcing(
      Self.indicator, unit: "t2", byList: false, since: try day("2021-07-05"))
  }

  private func add(_ title: String, _ on: String, _ organiser: String = "h2") throws
    -> Written<RecordState>
  {
    try desk.addRecord(
      try fixture.shape("clinics.course"),
      [
        ("title", title), ("audience", "villageDoctor"), ("organiser", organiser),
        ("started-on", on), ("attending", "3"),
      ], on: nil)
  }

  private func said(_ notices: RecordNotices) -> [String] {
    notices.uncounted.map { "\($0.unit.code) \($0.indicator.code) \($0.since) \($0.records)" }
  }

  private func notes(_ unit: String, _ month: String = "2021-07") throws -> [ReportNote] {
    try desk.monthlyReport(try DeskTests.month(month), ReportScope(unit: unit)).notes.filter {
      if case .uncounted = $0 { true } else { false }
    }
  }

  @Test("a record that does not count is named by the receipt, the report, the trace and check")
  func everyDoor() throws {
    #expect(said(try add("一", "2021-07-01").notices) == [])
    #expect(try notes("d") == [])
    #expect(said(try add("二", "2021-07-07").notices) == ["t2 \(Self.indicator) 2021-07-05 1"])
    #expect(said(try add("三", "2021-07-07", "h1").notices) == [])
    let header = "title,audience,organiser,started-on,attending\n"
    let rows = (1...3).map { "班\($0),villageDoctor,h2,2021-07-1\($0),2\n" }.joined()
    #expect(
      said(try fixture.imported("clinics.course", header + rows).notices)
        == ["t2 \(Self.indicator) 2021-07-05 3"])
    let indicator = try desk.indicator(Self.indicator)
    let expected = ReportNote.uncounted(indicator, units: ["unit t2"], records: 4)
    for unit in ["d", "t2", "h2"] { #expect(try notes(unit) == [expected]) }
    #expect(try notes("t1") == [])
    #expect(try notes("d", "2021-06") == [])
    let trace = try desk.trace(
      Self.indicator, try DeskTests.month("2021-07"), unit: "d", limit: nil)
    #expect(trace.parts.map(\.uncounted) == [expected])
    let advice = try desk.check().advice.compactMap { advice -> String? in
      guard case .uncounted(let indicator, let unit, let since, let records) = advice else {
        return nil
      }
      return "\(unit.unit.code) \(indicator.code) \(since) \(records.count)"
    }
    #expect(advice == ["t2 \(Self.indicator) 2021-07-05 4"])
  }

  @Test("what counts on the day on which lists are in force again is not named")
  func countsLater() throws {
    _ = try add("一", "2021-07-07")
    let back = try desk.setSourcing(
      Self.indicator, unit: "t2", byList: true, since: try day("2021-08-01"))
    #expect(said(back.notices) == [])
    #expect(said(try add("二", "2021-07-08").notices) == [])
    #expect(try notes("d") == [])
    #expect(try desk.check().advice.isEmpty)
  }

  @Test("a rule says which records no longer count; a closed month keeps what it said")
  func ruleAndClosing() throws {
    _ = try add("一", "2021-09-01", "h1")
    let rule = try desk.setSourcing(
      Self.indicator, unit: "t1", byList: false, since: try day("2021-09-01"))
    #expect(said(rule.notices) == ["t1 \(Self.indicator) 2021-09-01 1"])
    let said = try notes("d", "2021-09")
    #expect(said.count == 1)
    _ = try desk.close(try DeskTests.month("2021-09"), module: nil, reissue: nil)
    _ = try desk.undo("\(rule.head.transaction)", reason: "r")
    #expect(try notes("d", "2021-09") == said)
    #expect(try notes("d", "2021-10") == [])
    let trace = try desk.trace(
      Self.indicator, try DeskTests.month("2021-09"), unit: "d", limit: nil)
    #expect(trace.parts.map(\.uncounted) == said)
  }
}
