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
      var last: [LineKey: Line]?
      var said: Set<LineKey> = []
      for text in Self.months + ["2022-04"] {
        let report = try desk.monthlyReport(try month(text), ReportScope(unit: unit))
        let lines = Dictionary(
          (report.lines + report.carried).filter { !$0.isRatio }.map { ($0.key, $0) }
        ) { first, _ in first }
        if let last { try compare(lines, with: last, said, "seed \(seed) \(unit) \(text)", text) }
        last = lines
        said.formUnion(lines.keys)
      }
    }
    #expect(try desk.ledger.verify().isEmpty)
    #expect(try desk.ledger.check().isEmpty)
  }

  private func compare(
    _ lines: [LineKey: Line], with last: [LineKey: Line], _ said: Set<LineKey>, _ place: String,
    _ text: String
  ) throws {
    let current = try month(text).year
    let isFirst = try month(text).monthOfYear == 1
    for key in Set(lines.keys).union(last.keys) {
      let before = last[key].map { amount($0) } ?? 0
      if let line = lines[key] {
        // A new year begins anew, and a year is carried whose last report did not list it.
        if last[key] == nil, isFirst && key.year == current && line.indicator.kind != .stock {
          continue
        }
        // A year that is carried again goes on with what was said of it before.
        if last[key] == nil, key.year < current, said.contains(key) { continue }
        if isFirst, key.year == current {
          // A level goes on.
          guard line.indicator.kind == .stock else { continue }
          let december = last[LineKey(indicator: key.indicator, year: current - 1)]
          let level = december.map { amount($0) } ?? 0
          #expect(level + (line.month ?? 0) + line.corrected == amount(line), "\(place) \(key)")
          continue
        }
        #expect(before + (line.month ?? 0) + line.corrected == amount(line), "\(place) \(key)")
      } else if key.year == current {
        #expect(before == 0, "\(place) \(key) lost")
      }
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
