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
    notices.uncounted.map { "\($0.unit.code) \($0.indicator.code) \($0.since) \($0.records.count)" }
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

  @Test("each record of a group is named")
  func groups() throws {
    let covered = "workforce.villages-covered"
    _ = try desk.setSourcing(covered, unit: "d", byList: false, since: try day("2021-01-01"))
    let rows = ["甲", "乙", "丙"].map { "v1,\($0),physician,2021-02-01\n" }.joined()
    let list = try fixture.imported(
      "workforce.village-doctor", "village,person,qualification,serves-from\n" + rows)
    #expect(said(list.notices) == ["d \(covered) 2021-01-01 3"])
    let one = try desk.addRecord(
      try fixture.shape("workforce.village-doctor"),
      [
        ("village", "v1"), ("person", "丁"), ("qualification", "physician"),
        ("serves-from", "2021-03-01"),
      ], on: nil)
    #expect(said(one.notices) == ["d \(covered) 2021-01-01 1"])
    let found = try desk.check().advice.compactMap { advice -> Int? in
      if case .uncounted(_, _, _, let records) = advice { records.count } else { nil }
    }
    #expect(found == [4])
  }

  @Test("a record of which anything counts is not said to count nowhere")
  func onlyTheEnd() throws {
    let course = try add("一", "2021-07-01").result.id
    let ended = try desk.setRecords(
      ["\(course)"], in: try fixture.shape("clinics.course"), [("ended-on", "2021-07-08")],
      on: nil, isTypo: false)
    #expect(!said(ended.notices).contains { $0.contains(Self.indicator) })
    for unit in ["d", "t2", "h2"] { #expect(try notes(unit) == []) }
    #expect(try desk.check().advice.isEmpty)
  }

  @Test("a stock that ended in another year is not named")
  func endedLater() throws {
    _ = try desk.setSourcing(
      Self.indicator, unit: "t1", byList: false, since: try day("2020-06-01"))
    let course = try add("一", "2020-12-20", "h1").result.id
    let found = { (on: String) in
      try desk.ledger.uncounted(
        through: try day(on), for: [try desk.indicator(Self.indicator).id]
      ).count
    }
    #expect(try found("2021-01-31") == 1)
    try fixture.set("clinics.course", "\(course)", "ended-on=2021-01-10")
    #expect(try found("2020-12-31") == 1)
    #expect(try found("2021-01-31") == 0)
  }

  @Test("the trace of a closed month says what does not count for its plan year alone")
  func traceOfYear() throws {
    let accepted = "clinics.accepted"
    _ = try desk.setSourcing(accepted, unit: "t1", byList: false, since: try day("2020-01-01"))
    for year in [2020, 2021] {
      _ = try desk.setTarget(
        accepted, amount: "5", unit: "t1", year: year, draft: TargetDraft(amount: 0))
    }
    try fixture.add(
      "clinics.project", "facility=c1", "year=2020", "assessed-on=2021-02-08",
      "accepted-on=2021-02-10")
    let february = try DeskTests.month("2021-02")
    let trace = { (year: Int?) in
      try desk.trace(accepted, february, unit: "t1", year: year, limit: nil).parts.map(\.uncounted)
    }
    let note = ReportNote.uncounted(
      try desk.indicator(accepted), units: ["unit t1"], records: 1)
    for isClosed in [false, true] {
      if isClosed { _ = try desk.close(february, module: nil, reissue: nil) }
      #expect(try trace(nil) == [nil])
      #expect(try trace(2020) == [note])
    }
  }

  @Test("only the branch and the indicators that are asked about are read")
  func scope() throws {
    _ = try add("一", "2021-07-07")
    let ledger = desk.ledger
    let (id, other) = (
      try desk.indicator(Self.indicator).id, try desk.indicator("clinics.accepted").id
    )
    let found = { (indicator: IndicatorID, code: String?) in
      try ledger.uncounted(
        through: try day("2021-07-31"), for: [indicator],
        below: try code.map { try desk.unit($0).unit.id }
      ).count
    }
    for code in [nil, "d", "t2", "h2"] { #expect(try found(id, code) == 1) }
    for code in ["t1", "h1", "v3"] { #expect(try found(id, code) == 0) }
    #expect(try found(other, nil) == 0)
  }
}
