import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// An ended plan year that is not carried has a line again when its figure is no longer the one last reported.
/// Source: `engine.md`, "Closing a month".
@Suite struct EndedYearTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws {
    fixture = try Fixture(today: "2021-06-30")
    try fixture.log("a.done", "5", "v1", "2020-11-18")
  }

  private func close(_ months: String...) throws {
    for text in months { _ = try desk.close(try month(text), module: nil, reissue: nil) }
  }

  /// The figures of 2020 in a report of later: actual, of the month, corrected.
  private func ended(_ text: String, _ unit: String = "d") throws -> [Int64]? {
    let report = try desk.monthlyReport(try month(text), ReportScope(unit: unit))
    guard let line = report.carried.first(where: { $0.indicator.code == "a.done" }) else {
      return nil
    }
    guard case .amount(let actual) = line.actual else { throw Missing.value("actual") }
    #expect(line.year == 2020)
    return [actual, line.month ?? 0, line.corrected]
  }

  @Test("a late entry of a year without a target, two closings later, stands in one report")
  func late() throws {
    try close("2020-12", "2021-01")
    #expect(try ended("2021-02") == nil)
    try fixture.log("a.done", "4", "v1", "2020-12-20")
    for unit in ["d", "t1", "v1"] { #expect(try ended("2021-02", unit) == [9, 0, 4]) }
    #expect(try ended("2021-02", "t2") == nil)
    try close("2021-02")
    #expect(try ended("2021-02") == [9, 0, 4])
    #expect(try ended("2021-03") == nil)
    try close("2021-03")
    try fixture.log("a.done", "-1", "v1", "2020-12-21")
    #expect(try ended("2021-04") == [8, 0, -1])
  }

  @Test("a level that a unit had in December and has no more in January has a line that says so")
  func levelGone() throws {
    _ = try desk.log(
      "b.level", "7", unit: "v1", on: try day("2020-11-30"), year: nil, note: "", isLevel: true)
    try close("2020-12")
    _ = try desk.moveUnit("v1", under: "t2")
    let corrected = { (unit: String) in
      try desk.monthlyReport(try month("2021-01"), ReportScope(unit: unit)).lines
        .filter { $0.indicator.code == "b.level" }.map(\.corrected)
    }
    #expect(try corrected("t1") == [-7])
    #expect(try corrected("t2") == [7])
    #expect(try corrected("d") == [0])
    try close("2021-01")
    #expect(try corrected("t1") == [-7])
  }

  @Test("so does one of a year whose target was reached, and of one that had no entry at all")
  func finished() throws {
    _ = try desk.setTarget(
      "a.done", amount: "5", unit: "v1", year: 2020, draft: TargetDraft(amount: 0))
    try close("2020-12", "2021-01")
    try fixture.log("a.done", "3", "v1", "2020-12-20")
    try fixture.log("a.done", "2", "v3", "2020-12-20")
    #expect(try ended("2021-02", "v1") == [8, 0, 3])
    #expect(try ended("2021-02", "v3") == [2, 0, 2])
    #expect(try ended("2021-02", "d") == [10, 0, 5])
  }

  @Test("what is done in a month for such a year is that month's")
  func doneLater() throws {
    try close("2020-12", "2021-01")
    _ = try desk.log(
      "a.done", "7", unit: "v1", on: try day("2021-02-10"), year: 2020, note: "", isLevel: false)
    #expect(try ended("2021-02") == [12, 7, 0])
    try close("2021-02")
    #expect(try ended("2021-03") == nil)
  }

  @Test(
    "what a correction moves from a closed month into this one is its own, and as much less before")
  func movedOn() throws {
    try close("2020-12", "2021-01")
    _ = try desk.log(
      "a.done", "7", unit: "v1", on: try day("2021-02-10"), year: 2020, note: "", isLevel: false)
    let logged = try desk.ledger.head().transaction
    try close("2021-02")
    _ = try desk.correct(
      "\(logged).1", amount: nil, unit: nil, on: try day("2021-03-05"), reason: "日期")
    #expect(try ended("2021-03") == [12, 7, -7])
    try close("2021-03")
    #expect(try ended("2021-04") == nil)
  }

  @Test(
    "what is moved between closed months of an ended year is noted in the next report, and only there"
  )
  func movedBetween() throws {
    try close("2020-12", "2021-01")
    _ = try desk.log(
      "a.done", "7", unit: "v1", on: try day("2021-02-10"), year: 2020, note: "", isLevel: false)
    let logged = try desk.ledger.head().transaction
    try close("2021-02", "2021-03")
    let late = try desk.correct(
      "\(logged).1", amount: nil, unit: nil, on: try day("2021-03-10"), reason: "日期"
    ).late
    let done = try desk.indicator("a.done")
    #expect(late.map(\.change) == [.noted])
    #expect(try late.map(\.next) == [month("2021-04")])
    let notes = { (text: String) in
      try desk.monthlyReport(try month(text), ReportScope(unit: "d")).notes
    }
    let note = ReportNote.carried(
      year: 2020, .previous(done, month: try month("2021-03"), reported: 0, now: 7))
    #expect(try ended("2021-04") == [12, 0, 0])
    #expect(try notes("2021-04") == [note])
    try close("2021-04")
    #expect(try notes("2021-04") == [note])
    #expect(try ended("2021-05") == nil)
    #expect(try notes("2021-05") == [])
  }

  @Test(
    "a part that is asked for by name has its line, and nothing of it is corrected unless it is changed"
  )
  func parts() throws {
    let fixture = try RecordFixture(today: "2021-06-30")
    let desk = fixture.desk
    let code = try #require(
      try desk.catalogue(module: nil).first { $0.isPart && $0.kind == .flow }?.code)
    let log = { (amount: String, on: String) in
      _ = try desk.log(
        code, amount, unit: "v1", on: try day(on), year: nil, note: "", isLevel: false)
    }
    try log("7", "2020-11-18")
    try log("4", "2021-01-18")
    for text in ["2020-12", "2021-01", "2021-02"] {
      _ = try desk.close(try month(text), module: nil, reissue: nil)
    }
    let said = { (latest: Bool) in
      let report = try desk.monthlyReport(
        try month(latest ? "2021-02" : "2021-03"),
        ReportScope(unit: "d", indicators: [code], latest: latest))
      return (report.lines + report.carried).map { [Int64($0.year), $0.corrected] }
    }
    #expect(try said(false) == [[2021, 0]] && said(true) == [[2021, 0]])
    try log("2", "2021-01-19")
    #expect(try said(false) == [[2021, 2]] && said(true) == [[2021, 2]])
  }

  @Test("all of it taken back stands with what was said")
  func takenBack() throws {
    let logged = try desk.ledger.head().transaction
    try close("2020-12", "2021-01")
    _ = try desk.undo("\(logged)", reason: "r")
    #expect(try ended("2021-02") == [0, 0, -5])
  }

  @Test("a year that no closed month lies in was never said, so that nothing of it is corrected")
  func neverSaid() throws {
    try close("2021-01", "2021-02")
    let late = { (unit: String, on: String) in
      try desk.log(
        "a.done", "4", unit: unit, on: try day(on), year: 2020, note: "", isLevel: false
      ).late
    }
    // So the receipt does not announce a correction.
    #expect(try late("v1", "2020-12-20").isEmpty)
    #expect(try ended("2021-03") == nil)
    _ = try desk.setTarget(
      "a.done", amount: "50", unit: "v1", year: 2020, draft: TargetDraft(amount: 0))
    try close("2021-03")
    #expect(try late("v1", "2020-12-21").map(\.next) == [month("2021-04")])
    #expect(try ended("2021-04") == [13, 0, 4])
  }

  @Test("today's figures of a closed month compare with what months before it said")
  func latest() throws {
    try close("2020-12", "2021-01", "2021-02")
    try fixture.log("a.done", "4", "v1", "2020-12-20")
    let report = try desk.monthlyReport(
      try month("2021-02"), ReportScope(unit: "d", latest: true))
    #expect(report.carried.map(\.corrected) == [4])
    // Also what was done in that month since.
    _ = try desk.log(
      "a.done", "3", unit: "v1", on: try day("2021-02-10"), year: 2020, note: "", isLevel: false)
    let later = try desk.monthlyReport(
      try month("2021-02"), ReportScope(unit: "d", latest: true))
    #expect(later.carried.map(\.corrected) == [7])
  }
}
