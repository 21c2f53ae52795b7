import Reports
import TargetEngine
import Testing

@testable import Desk

/// The sentence of a ranking, and what a ranking leaves out. Source: `cli.md`, `rank --text`.
@Suite struct RankTextTests {
  private let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    for unit in Fixture.villages {
      _ = try fixture.desk.setTarget(
        "a.done", amount: "10", unit: unit, year: 2021, draft: TargetDraft(amount: 0))
    }
  }

  private func ranking(_ indicator: String = "a.done") throws -> RankingReport {
    try fixture.desk.rankingReport(
      [indicator], try month("2021-06"), unit: "d", level: .village, withNotes: true)
  }

  private func text(_ indicator: String = "a.done") throws -> String {
    let report = try ranking(indicator)
    return report.message(report.rankings[0], .zh)
  }

  private func log(_ amounts: String...) throws {
    for (unit, amount) in zip(Fixture.villages, amounts) where amount != "0" {
      try fixture.log("a.done", amount, unit, "2021-06-01")
    }
  }

  @Test("where all are equal nobody is named")
  func equal() throws {
    #expect(try !text().contains("首位") && !text().contains("末位"))
  }

  @Test("ties are named whole, and no unit is both first and last")
  func ties() throws {
    try log("9", "9", "0", "0")
    #expect(
      try text().contains(
        "并列首位的是unit v1（90%）、unit v2（90%）；并列末位的是unit v3（0%）、unit v4（0%）。"))
  }

  @Test("a lone first before a large tie")
  func counted() throws {
    for code in ["v5", "v6"] {
      _ = try fixture.desk.addUnit(
        code: code, name: "unit \(code)", kind: .village, parent: "t1", opened: nil, aliases: [])
      _ = try fixture.desk.setTarget(
        "a.done", amount: "10", unit: code, year: 2021, draft: TargetDraft(amount: 0))
    }
    try log("9")
    #expect(try text().contains("居首位的是unit v1（90%）；5个单位并列末位（0%）。"))
  }

  @Test("what rounds to the pace is not level with it")
  func pace() throws {
    _ = try fixture.desk.setTarget(
      "a.done", amount: "20000", unit: "d", year: 2021, draft: TargetDraft(amount: 0))
    try log("9999")
    #expect(try text().contains("略低于序时进度"))
    try fixture.log("a.done", "1", "v1", "2021-06-02")
    #expect(try text().contains("与序时进度持平"))
    try fixture.log("a.done", "1", "v1", "2021-06-02")
    #expect(try text().contains("略快于序时进度"))
  }

  @Test("a ratio reads as a percentage, never as something done")
  func ratio() throws {
    try fixture.log("b.level", "3", "v1", "2021-06-01")
    try log("1")
    let text = try text("b.rate")
    #expect(text.contains("rate33.3%") && !text.contains("累计"))
  }

  @Test("what the total has and no row has is said")
  func leftOut() throws {
    try log("1")
    try fixture.log("a.done", "5", "d", "2021-06-01")
    let notes = try ranking().rankings[0].notes.map(\.note)
    #expect(
      notes.contains {
        if case .leftOut(_, amount: 5, month: 5, target: 0) = $0 { true } else { false }
      })
    #expect(try text().contains("合计中另有累计 5个（其中本月 5个）不在表内各单位名下"))
    // The unit above may have less than those below: it took something back.
    try fixture.log("a.done", "-6", "d", "2021-06-02")
    // What it told in an earlier month is no part of this one's.
    try fixture.log("a.done", "2", "d", "2021-05-01")
    #expect(try text().contains("合计中另有累计 1个（其中本月 -1个）"))
    try fixture.log("a.done", "-2", "d", "2021-05-01")
    #expect(try text().contains("合计的累计比表内各单位之和少 1个（本月差 -1个）"))
  }

  @Test(
    "a closing of an earlier version says nothing of the month's share of what its rows leave out")
  func formerLeftOut() throws {
    try log("1")
    try fixture.log("a.done", "5", "d", "2021-06-01")
    _ = try fixture.desk.close(try month("2021-06"), module: nil, reissue: nil, isConfirmed: true)
    func note() throws -> String? {
      let report = try ranking()
      return report.sheet(report.rankings[0], .en).rows.last?.cells.last.flatMap {
        if case .text(let text) = $0 { text } else { nil }
      }
    }
    #expect(try note()?.contains("5 to date (5 this month) that") == true)
    #expect(try fixture.desk.ledger.closings().allSatisfy { $0.form == .third })
    try fixture.connection.execute("UPDATE closing SET form = 2")
    #expect(try note()?.contains("5 to date that") == true)
  }

  @Test("the sheet for machines has the notes of each unit, and those of all in its last row")
  func sheet() throws {
    try log("1")
    try fixture.log("a.done", "5", "d", "2021-06-01")
    let report = try ranking()
    let sheet = report.sheet(report.rankings[0], .zh)
    #expect(sheet.columns.last?.key == "notes")
    #expect(sheet.rows.allSatisfy { $0.cells.count == sheet.columns.count })
    guard case .text(let note) = sheet.rows.last?.cells.last else {
      Issue.record("no note")
      return
    }
    #expect(note.contains("另有累计 5个"))
    #expect(sheet.rows.dropLast().allSatisfy { $0.cells.last == .empty })
  }
}
