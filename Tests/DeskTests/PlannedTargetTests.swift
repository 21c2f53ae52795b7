import Reports
import TargetEngine
import Testing

@testable import Desk

/// Where no target is set for the clinics to be accepted, it is what the list plans: in reports,
/// rankings, dashboards, closings, traces and carried lines alike.
@Suite struct PlannedTargetTests {
  /// Three clinics of 2021 in t1's villages, one in t2's; one of them accepted.
  private func fixture(today: String = "2021-06-30") throws -> RecordFixture {
    let fixture = try RecordFixture(today: today)
    for place in ["c1", "c2", "h1", "c3"] {
      try fixture.add("clinics.project", "facility=\(place)", "year=2021")
    }
    try fixture.advance("clinics.project", "c1", "assessed", "2021-05-10")
    try fixture.advance("clinics.project", "c1", "accepted", "2021-06-10")
    return fixture
  }

  private func line(_ fixture: RecordFixture, _ unit: String, _ text: String = "2021-06") throws
    -> Line?
  {
    try fixture.desk.monthlyReport(
      try month(text), ReportScope(unit: unit, indicators: ["clinics.accepted"])
    ).lines.first
  }

  @Test("the district's, the townships' and the villages' targets are what each of them plans")
  func planned() throws {
    let fixture = try fixture()
    for (unit, amount) in [("d", 4), ("t1", 3), ("t2", 1), ("c1", 1)] as [(String, Int64)] {
      let line = try #require(try line(fixture, unit))
      #expect((line.plan?.amount, line.plan?.source) == (amount, .planned), "\(unit)")
    }
    let report = try fixture.desk.monthlyReport(try month("2021-06"), ReportScope(unit: "d"))
    #expect(report.notes.contains(.planned(try fixture.desk.indicator("clinics.accepted"))))
    #expect(report.json.text.contains(#""target":4,"targetSource":"planned""#))
    // The plan itself has no line, unless it is asked for.
    #expect(!report.lines.contains { $0.indicator.code == "clinics.planned" })
    let asked = try fixture.desk.monthlyReport(
      try month("2021-06"), ReportScope(unit: "d", indicators: ["clinics.planned"]))
    #expect(asked.lines.map(\.actual) == [.amount(4)])
  }

  @Test("a target that is set stands before the plan, for its own unit and in sums above")
  func set() throws {
    let fixture = try fixture()
    let target = { (unit: String, amount: String) in
      _ = try fixture.desk.setTarget(
        "clinics.accepted", amount: amount, unit: unit, year: 2021, draft: TargetDraft(amount: 0))
    }
    try target("d", "79")
    #expect(try line(fixture, "d")?.plan?.source == .own)
    #expect(try line(fixture, "t1")?.plan?.source == .planned)
    // The own target is not compared with plans that nobody handed down.
    let notes = try fixture.desk.monthlyReport(try month("2021-06"), ReportScope(unit: "d")).notes
    #expect(!notes.contains { if case .decomposition = $0 { true } else { false } })
    let other = try self.fixture()
    _ = try other.desk.setTarget(
      "clinics.accepted", amount: "5", unit: "t1", year: 2021, draft: TargetDraft(amount: 0))
    let sum = try #require(try line(other, "d"))
    #expect((sum.plan?.amount, sum.plan?.source) == (5, .sum), "set targets are summed, plans not")
  }

  @Test("rankings, dashboards, receipts and traces have the same target")
  func everywhere() throws {
    let fixture = try fixture()
    let ranking = try fixture.desk.rankingReport(
      ["clinics.accepted"], try month("2021-06"), unit: "d", level: nil, withNotes: true)
    let lines = try #require(ranking.rankings.first)
    #expect(lines.lines.map { $0.line.plan?.amount } == [3, 1])
    #expect(lines.total.plan?.amount == 4)
    #expect(lines.notes.count == 1)
    let dashboard = try fixture.desk.dashboard(module: "clinics", unit: "d", on: nil)
    let item = try #require(
      dashboard.items.first { $0.line.indicator.code == "clinics.accepted" })
    #expect(item.line.plan?.amount == 4)
    #expect(item.furthestBehind.map(\.unit.code) == ["t2", "t1"])
    let trace = try fixture.desk.trace(
      "clinics.accepted", try month("2021-06"), unit: "t1", limit: nil)
    #expect(trace.line.plan?.amount == 3)
  }

  @Test("a closing keeps the plan as it was; what is unfinished is carried")
  func closing() throws {
    let fixture = try fixture(today: "2022-02-28")
    let june = try month("2021-06")
    _ = try fixture.desk.close(june, module: nil, reissue: nil)
    let frozen = try fixture.desk.monthlyReport(june, ReportScope(unit: "d")).json.text
    try fixture.advance("clinics.project", "h1", "removed", "2021-06-15", "document-no=卫健办1号")
    #expect(try fixture.desk.monthlyReport(june, ReportScope(unit: "d")).json.text == frozen)
    #expect(try line(fixture, "d", "2021-07")?.plan?.amount == 3)
    let report = try fixture.desk.monthlyReport(try month("2022-01"), ReportScope(unit: "d"))
    let carried = try #require(report.carried.first { $0.indicator.code == "clinics.accepted" })
    #expect((carried.year, carried.plan?.amount, carried.plan?.source) == (2021, 3, .planned))
    #expect(carried.completion.status == .overdue)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
