import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Closed months that are closed again, and what came after them. Source: `engine.md`, "Closing a month".
@Suite struct ReissueTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture(today: "2021-12-31") }

  private func close(
    _ text: String, from first: String? = nil, module: String? = nil, reissue: String? = nil
  ) throws -> Written<ClosedNow> {
    try fixture.desk.close(
      try month(text), from: try first.map { try month($0) }, module: module, reissue: reissue)
  }

  private func actual(_ text: String, edition: Int?) throws -> Actual? {
    try fixture.desk.monthlyReport(try month(text), ReportScope(unit: "d", edition: edition))
      .lines.first?.actual
  }

  @Test("a reissue of a month makes new editions of every later closed one")
  func later() throws {
    try fixture.log("a.done", "1", "v1", "2021-04-20")
    for text in ["2021-04", "2021-05", "2021-06"] { _ = try close(text) }
    try fixture.log("a.done", "1", "v1", "2021-04-21")
    let again = try close("2021-04", reissue: "迟报")
    #expect(
      Set(again.result.closings.map { "\($0.month) \($0.edition)" })
        == ["2021-04 2", "2021-05 2", "2021-06 2"])
    for text in ["2021-04", "2021-05", "2021-06"] {
      #expect(try fixture.actual("a.done", text, "d") == 2)
      #expect(try fixture.line("a.done", text, "d")?.corrected == 0)
      #expect(try actual(text, edition: 1) == .amount(1))
    }
    #expect(throws: DeskError.noEdition(try month("2021-05"), 3, count: 2)) {
      try actual("2021-05", edition: 3)
    }
    #expect(throws: DeskError.noEdition(try month("2021-07"), 1, count: 0)) {
      try actual("2021-07", edition: 1)
    }
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("of a module only its own later months follow")
  func modules() throws {
    try fixture.log("a.done", "1", "v1", "2021-04-20")
    try fixture.log("b.level", "1", "v1", "2021-04-20")
    for (text, module) in [("2021-04", "a"), ("2021-05", "a"), ("2021-04", "b"), ("2021-05", "b")] {
      _ = try close(text, module: module)
    }
    let again = try close("2021-04", module: "a", reissue: "迟报").result.closings
    #expect(
      again.map { "\($0.month) \($0.module) \($0.edition)" } == ["2021-04 a 2", "2021-05 a 2"])
  }

  @Test(
    "a reissue of all closes no module that had not closed, and an edition stays as it was printed")
  func partly() throws {
    for (indicator, amount) in [("a.done", "1"), ("b.level", "7")] {
      try fixture.log(indicator, amount, "v1", "2021-04-20")
    }
    _ = try close("2021-04")
    _ = try close("2021-05", module: "a")
    for month in ["2021-04", "2021-05"] {
      _ = try close(month, reissue: "迟报")
      let may = try fixture.desk.monthlyReport(try self.month("2021-05"), ReportScope(unit: "d"))
      #expect(!may.closed)
      #expect(may.lines.contains { $0.indicator.code == "b.level" && $0.actual == .amount(7) })
    }
    _ = try close("2021-05", module: "b")
    try fixture.log("a.done", "1", "v1", "2021-05-20")
    _ = try close("2021-05", module: "a", reissue: "迟报")
    let scope = ReportScope(unit: "d", edition: 4)
    let fourth = try fixture.desk.monthlyReport(try month("2021-05"), scope).json.text
    try fixture.log("a.done", "1", "v1", "2021-05-21")
    _ = try close("2021-05", reissue: "迟报")
    #expect(try fixture.desk.monthlyReport(try month("2021-05"), scope).json.text == fourth)
    let editions = Set(
      try fixture.desk.ledger.closings().filter { $0.month.description == "2021-05" }
        .map { "\($0.module) \($0.edition)" })
    #expect(editions == ["a 1", "a 2", "a 3", "a 4", "b 1", "a 5", "b 5"])
  }

  private func month(_ text: String) throws -> Month { try DeskTests.month(text) }

  @Test("the first closing can begin with an earlier month, and all of them close or none")
  func from() throws {
    try fixture.log("a.done", "1", "v1", "2021-03-20")
    try fixture.log("a.done", "1", "v1", "2021-05-20")
    #expect(throws: DeskError.notBefore(try month("2021-06"), try month("2021-06"))) {
      try close("2021-06", from: "2021-06")
    }
    let head = try fixture.desk.ledger.head()
    // December is not over.
    #expect(throws: DeskError.notOver(try month("2021-12"))) {
      try close("2021-12", from: "2021-03")
    }
    #expect(try fixture.desk.ledger.head() == head)
    let closed = try close("2021-05", from: "2021-03").result
    #expect(Set(closed.closings.map(\.month.description)) == ["2021-03", "2021-04", "2021-05"])
    #expect(closed.openBefore.isEmpty)
    #expect(try fixture.line("a.done", "2021-05", "d")?.previousMonth == 0)
  }

  @Test("a trace of a closed month shows what made its figure, and apart what came since")
  func trace() throws {
    try fixture.log("a.done", "3", "v1", "2021-05-20")
    _ = try close("2021-05")
    try fixture.log("a.done", "2", "v1", "2021-05-21")
    try fixture.log("a.done", "9", "v1", "2021-06-01")
    _ = try fixture.desk.moveUnit("v1", under: "t2")
    let may = try month("2021-05")
    for unit in ["d", "t1"] {
      let trace = try fixture.desk.trace("a.done", may, unit: unit, limit: nil)
      #expect(trace.closed && trace.line.actual == .amount(3), "\(unit)")
      #expect(trace.parts.map { $0.entries.map(\.amount) } == [[3]], "\(unit)")
    }
    let whole = try fixture.desk.trace("a.done", may, unit: "d", limit: nil)
    #expect(whole.parts.map { $0.since.map(\.amount) } == [[2]])
    let june = try fixture.desk.trace("a.done", try month("2021-06"), unit: "d", limit: nil)
    #expect(!june.closed && june.parts.map { $0.entries.count } == [3])
  }

  @Test("a closed report is printed with the office's settings of then")
  func settings() throws {
    try fixture.log("a.done", "1", "v1", "2021-05-20")
    _ = try fixture.desk.set(.filler, to: "甲")
    _ = try close("2021-05")
    _ = try fixture.desk.set(.filler, to: "乙")
    _ = try fixture.desk.set(.decimals, to: "2")
    let office = { (text: String) in
      try fixture.desk.monthlyReport(try month(text), ReportScope(unit: "d")).office
    }
    #expect(try office("2021-05").decimals == 0)
    #expect(try office("2021-05").filler == "甲")
    #expect(try office("2021-06").decimals == 2)
    let ranking = try fixture.desk.rankingReport(
      ["a.done"], try month("2021-05"), unit: "d", level: nil)
    #expect(ranking.office.decimals == 0)
  }

  @Test("a change in a closed month says so, and where it shows")
  func notices() throws {
    try fixture.log("a.done", "1", "v1", "2021-04-20")
    for text in ["2021-04", "2021-05"] { _ = try close(text, module: "a") }
    let log = { (indicator: String, on: String) in
      try fixture.desk.log(
        indicator, "1", unit: "v1", on: try day(on), year: nil, note: "", isLevel: false
      ).late
    }
    let (april, june) = (try month("2021-04"), try month("2021-06"))
    #expect(
      try log("a.done", "2021-04-21") == [
        LateNotice(
          change: .figures, months: [april], next: june,
          indicators: [try fixture.desk.indicator("a.done")])
      ]
    )
    #expect(try log("a.done", "2021-06-01").isEmpty)
    #expect(try log("a.done", "2021-03-01").map(\.months) == [[april]])
    // The other module has closed nothing.
    #expect(try log("b.level", "2021-04-21").isEmpty)
    let target = { (effective: String) in
      try fixture.desk.setTarget(
        "a.done", amount: "9", unit: "v1", year: 2021,
        draft: TargetDraft(amount: 0, effective: try day(effective))
      ).late
    }
    #expect(try target("2021-05-10").flatMap(\.months).map(\.description) == ["2021-05"])
    #expect(try target("2021-06-01").isEmpty)
    let moved = try fixture.desk.moveUnit("v1", under: "t2")
    #expect(moved.late.map(\.change) == [.tree])
    let back = try fixture.desk.undo("\(moved.head.transaction)", reason: "r")
    #expect(back.late.map(\.change) == [.tree])
  }
}
