import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What stands under a closed month's figures is frozen with them. Source: `engine.md`, "Closing a month".
@Suite struct ClosedNotesTests {
  private static let units = ["d", "t1", "t2"] + Fixture.villages
  private static let months = ["2021-03", "2021-04", "2021-05", "2021-06"]

  /// All notes of a month, as people read them, those of every report and of every ranking.
  private func notes(_ desk: Desk, _ text: String, edition: Int? = nil) throws -> [String] {
    let month = try month(text)
    var notes = try Self.units.flatMap { unit in
      try desk.monthlyReport(month, ReportScope(unit: unit, edition: edition)).notes
        .map { "\(unit) \($0.sentence(.zh))" }
    }
    guard edition == nil else { return notes }
    for (unit, level) in [("d", nil), ("t1", nil), ("d", UnitKind.village)] {
      let report = try desk.rankingReport([], month, unit: unit, level: level, withNotes: true)
      notes += report.rankings.flatMap { ranking in
        ranking.notes.map {
          "\(unit) \(ranking.indicator.code) \($0.note.sentence(.zh, of: $0.unit?.code))"
        }
      }
    }
    return notes
  }

  @Test("a closed month has the notes that it had when it was closed", arguments: 1...8)
  func frozen(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let fixture = try Fixture(today: "2021-12-31")
    let desk = fixture.desk
    var told: [(month: String, notes: [String])] = []
    for text in Self.months {
      for _ in 0..<10 { try change(desk, &random) }
      let open = try notes(desk, text)
      _ = try desk.close(try month(text), module: nil, reissue: nil, isConfirmed: true)
      #expect(try notes(desk, text) == open, "seed \(seed) \(text)")
      told.append((text, open))
    }
    for _ in 0..<10 { try change(desk, &random) }
    for (text, notes) in told { #expect(try self.notes(desk, text) == notes, "\(seed) \(text)") }
    #expect(told.contains { !$0.notes.isEmpty })
    let (last, first) = (Self.months[3], try notes(desk, Self.months[3], edition: 1))
    _ = try desk.close(try month(last), module: nil, reissue: "迟报")
    #expect(try notes(desk, last, edition: 1) == first)
    #expect(try desk.ledger.verify().isEmpty)
    #expect(try desk.ledger.check().isEmpty)
  }

  private func change(_ desk: Desk, _ random: inout SplitMix) throws {
    let unit = Self.units.randomElement(using: &random) ?? "d"
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let village = Fixture.villages.randomElement(using: &random) ?? "v1"
      _ = try desk.moveUnit(village, under: Bool.random(using: &random) ? "t1" : "t2")
    case 1, 2:
      _ = try desk.log(
        "a.done", "\(Int.random(in: -3...9, using: &random))", unit: unit,
        on: try day("2021-0\(Int.random(in: 1...6, using: &random))-11"), year: nil, note: "",
        isLevel: false)
    default:
      var draft = TargetDraft(amount: 0)
      draft.effective = try day("2021-0\(Int.random(in: 1...7, using: &random))-05")
      draft.reason = "调整\\n=；\(Int.random(in: 0..<100, using: &random))"
      draft.document = "宣卫〔2021〕\(Int.random(in: 1...99, using: &random))号"
      _ = try desk.setTarget(
        Bool.random(using: &random) ? "a.done" : "b.level",
        amount: "\(Int.random(in: 0...40, using: &random))", unit: unit, year: 2021, draft: draft)
    }
  }

  @Test("the rankings of a closed month are those of the indicators of then")
  func laterIndicator() throws {
    let fixture = try Fixture(today: "2021-12-31")
    try fixture.log("a.done", "1", "v1", "2021-05-11")
    _ = try fixture.desk.close(try month("2021-05"), module: nil, reissue: nil)
    let before = try fixture.desk.rankingReport([], try month("2021-05"), unit: "d", level: nil)
    _ = try fixture.desk.install([
      IndicatorDraft(code: "a.new", name: "new", kind: "flow", measure: "个")
    ])
    try fixture.log("a.new", "1", "v1", "2021-05-11")
    let after = try fixture.desk.rankingReport([], try month("2021-05"), unit: "d", level: nil)
    #expect(after.rankings.map(\.indicator.code) == before.rankings.map(\.indicator.code))
    let june = try fixture.desk.rankingReport([], try month("2021-06"), unit: "d", level: nil)
    #expect(june.rankings.map(\.indicator.code).contains("a.new"))
  }

  @Test("one module's notes stay while another's are of now")
  func modules() throws {
    let fixture = try Fixture(today: "2021-12-31")
    let desk = fixture.desk
    for (indicator, unit, amount) in [
      ("a.done", "d", "10"), ("a.done", "t1", "4"), ("b.level", "d", "10"), ("b.level", "t1", "4"),
    ] {
      _ = try desk.setTarget(
        indicator, amount: amount, unit: unit, year: 2021, draft: TargetDraft(amount: 0))
    }
    _ = try desk.close(try month("2021-03"), module: "a", reissue: nil)
    var draft = TargetDraft(amount: 0)
    draft.effective = try day("2021-02-01")
    for indicator in ["a.done", "b.level"] {
      _ = try desk.setTarget(indicator, amount: "5", unit: "t1", year: 2021, draft: draft)
    }
    let notes = try desk.monthlyReport(try month("2021-03"), ReportScope(unit: "d")).notes
      .map { $0.sentence(.zh) }
    #expect(
      notes == [
        "done：分解不足，本级任务 10，下级合计 4。", "level：分解不足，本级任务 10，下级合计 5。",
        "已结账模块：a；其余为当前数。",
      ])
  }
}
