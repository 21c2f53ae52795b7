import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// *Actual as last reported + this month's amount + corrections = actual now*, for every unit and every
/// line, those that come and go too, between the newest editions of random histories with late entries,
/// carried years, moves of units, undo, closings and reissues. Source: `engine.md`, "Closing a month".
@Suite struct ReconciliationTests {
  private static let units = ["d", "t1", "t2", "v1", "v2", "v3", "v4"]
  private static let months = ["2021-11", "2021-12", "2022-01", "2022-02", "2022-03"]

  @Test(arguments: 1...10)
  func reconciles(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let fixture = try Fixture(today: "2022-06-30")
    let desk = fixture.desk
    for unit in ["d", "v1", "v3"] {
      for year in [2021, 2022] {
        _ = try desk.setTarget(
          "a.done", amount: "\(Int.random(in: 1...40, using: &random))", unit: unit, year: year,
          draft: TargetDraft(amount: 0))
      }
    }
    for (place, text) in Self.months.enumerated() {
      for _ in 0..<8 { try change(fixture, through: place, &random) }
      _ = try desk.close(try month(text), module: nil, reissue: nil)
      if place > 0, Int.random(in: 0..<3, using: &random) == 0 {
        let earlier = Self.months[Int.random(in: 0..<place, using: &random)]
        _ = try desk.close(try month(earlier), module: nil, reissue: "迟报")
      }
    }
    // The month after the last closing is open and follows from it.
    for _ in 0..<8 { try change(fixture, through: Self.months.count - 1, &random) }
    for unit in Self.units {
      var said: [LineKey: Int64] = [:]
      for text in Self.months + ["2022-04"] {
        let report = try desk.monthlyReport(try month(text), ReportScope(unit: unit))
        for line in (report.lines + report.carried) where !line.isRatio {
          try compare(line, with: said, "seed \(seed) \(unit) \(text)", text)
          said[line.key] = amount(line)
        }
      }
      try expectAllSaid(said, of: unit, desk, "seed \(seed) \(unit)")
    }
    #expect(try desk.ledger.verify().isEmpty)
    #expect(try desk.ledger.check().isEmpty)
  }

  /// A line follows from what was said last of its plan year, in whatever month that was.
  private func compare(
    _ line: Line, with said: [LineKey: Int64], _ place: String, _ text: String
  ) throws {
    let (current, isFirst) = (try month(text).year, text == Self.months.first)
    guard !isFirst else { return }
    var key = line.key
    if try month(text).monthOfYear == 1, key.year == current {
      // A new year begins with nothing; a level goes on.
      guard line.indicator.kind == .stock else { return #expect(line.corrected == 0, "\(place)") }
      key.year -= 1
    }
    let before = said[key] ?? 0
    #expect(before + (line.month ?? 0) + line.corrected == amount(line), "\(place) \(line.key)")
  }

  /// Whatever was done when, the reports up to now have said it: of years that ended, too.
  private func expectAllSaid(
    _ said: [LineKey: Int64], of unit: String, _ desk: Desk, _ place: String
  ) throws {
    let done = try desk.indicator("a.done")
    let below = EntryQuery(unit: try desk.unit(unit).unit.id, indicator: done.id)
    let entries = try desk.ledger.entries(below)
    for year in [2021, 2022] {
      let sum = entries.filter { $0.year == year }.map(\.amount).reduce(0, +)
      #expect(said[LineKey(indicator: done.id, year: year)] ?? 0 == sum, "\(place) \(year)")
    }
  }

  private func amount(_ line: Line) -> Int64 {
    if case .amount(let amount) = line.actual { amount } else { 0 }
  }

  private func change(
    _ fixture: Fixture, through place: Int, _ random: inout SplitMix
  ) throws {
    let desk = fixture.desk
    let unit = Self.units[Int.random(in: 0..<Self.units.count, using: &random)]
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      let village = Fixture.villages.randomElement(using: &random) ?? "v1"
      _ = try desk.moveUnit(village, under: Bool.random(using: &random) ? "t1" : "t2")
    case 1:
      let head = try desk.ledger.head().transaction
      let number = Int64.random(in: max(head - 6, 1)...head, using: &random)
      _ = try? desk.undo("\(number)", reason: "试")
    default:
      let text = Self.months[Int.random(in: 0...place, using: &random)]
      let isFlow = Int.random(in: 0..<4, using: &random) > 0
      let inMonth = try month(text)
      // Also late for the plan year before.
      let year =
        isFlow && inMonth.year == 2022 && Bool.random(using: &random) ? 2021 : inMonth.year
      _ = try desk.log(
        isFlow ? "a.done" : "b.level", "\(Int.random(in: -9...30, using: &random))", unit: unit,
        on: try day("\(text)-\(10 + Int.random(in: 0..<18, using: &random))"),
        year: isFlow ? year : nil, note: "", isLevel: false)
    }
  }
}
