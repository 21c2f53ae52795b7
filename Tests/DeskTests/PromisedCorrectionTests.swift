import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Receipts promise a correction, or a note, exactly where the next report has one. Source: `engine.md`, "Closing a
/// month".
@Suite struct PromisedCorrectionTests {
  private static let units = ["d", "t1", "t2"] + Fixture.villages
  private static let indicators = ["a.done", "a.money", "b.level"]

  /// What a report says of months before, by unit, indicator and plan year.
  private struct Said: Equatable {
    var corrections: [String: Int64] = [:]
    var notes: [String: String] = [:]
  }

  private func said(_ desk: Desk, _ text: String) throws -> [String: Said] {
    var said: [String: Said] = [:]
    for unit in Self.units {
      let report = try desk.monthlyReport(try month(text), ReportScope(unit: unit))
      for line in report.lines + report.carried {
        said[line.indicator.code, default: Said()]
          .corrections["\(unit) \(line.year)"] = line.corrected
      }
      for note in report.notes {
        let (own, year) =
          if case .carried(let year, let own) = note { (own, year) } else { (note, 0) }
        guard case .previous(let indicator, _, _, _) = own else { continue }
        said[indicator.code, default: Said()].notes["\(unit) \(year)"] = "\(own)"
      }
    }
    return said
  }

  /// What the report has after a change and had not before it.
  private func told(_ after: Said, _ before: Said) -> NextReport.Telling? {
    let isCorrected = after.corrections.contains { key, amount in
      amount != 0 && amount != before.corrections[key] ?? 0
    }
    if isCorrected { return .correction }
    return after.notes.contains { before.notes[$0.key] != $0.value } ? .note : nil
  }

  @Test("what receipts promise is what the next report has", arguments: 1...24)
  func property(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let fixture = try Fixture(today: "2021-12-31")
    let desk = fixture.desk
    for _ in 0..<15 { do { try change(desk, &random) } catch is DeskError { continue } }
    var promised = 0
    for (closed, next) in [("2020-12", "2021-01"), ("2021-01", "2021-02"), ("2021-02", "2021-03")] {
      _ = try desk.close(try month(closed), module: nil, reissue: nil, isConfirmed: true)
      for step in 0..<12 {
        let before = try said(desk, next)
        let late: [LateNotice]
        do { late = try change(desk, &random) } catch is DeskError { continue }
        let after = try said(desk, next)
        for code in Self.indicators {
          let told = told(after[code] ?? Said(), before[code] ?? Said())
          let named = { (changes: Set<LateNotice.Change>) in
            late.contains { notice in
              changes.contains(notice.change) && notice.indicators.contains { $0.code == code }
            }
          }
          let name = "seed \(seed) \(next) step \(step) \(code) \(late)"
          #expect(named([.figures, .tree]) == (told == .correction), "\(name)")
          #expect(named([.noted]) == (told == .note), "\(name)")
          if told != nil { promised += 1 }
        }
      }
    }
    #expect(promised > 0)
  }

  @discardableResult
  private func change(_ desk: Desk, _ random: inout SplitMix) throws -> [LateNotice] {
    let day = try day(
      [
        "2020-11-10", "2020-12-10", "2020-12-20", "2021-01-10", "2021-01-20", "2021-02-10",
        "2021-03-10",
      ]
      .randomElement(using: &random) ?? "")
    let unit = Self.units.randomElement(using: &random) ?? "d"
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      let village = Fixture.villages.randomElement(using: &random) ?? "v1"
      return try desk.moveUnit(village, under: Bool.random(using: &random) ? "t1" : "t2").late
    case 2, 3:
      let entries = try desk.entryList(isPosted: false).entries
      guard let entry = entries.randomElement(using: &random) else { return [] }
      return try desk.correct(entry.id, amount: nil, unit: nil, on: day, reason: "日期").late
    case 4:
      let number = Int.random(
        in: 9...max(9, Int(try desk.ledger.head().transaction)), using: &random)
      return try desk.undo("\(number)", reason: "r").late
    case 5:
      return try desk.log(
        "b.level", "\(Int.random(in: 0...9, using: &random))", unit: unit, on: day, year: nil,
        note: "", isLevel: true
      ).late
    default:
      let indicator = Self.indicators.randomElement(using: &random) ?? ""
      let isFlow = indicator != "b.level"
      return try desk.log(
        indicator, "\(Int.random(in: -2...2, using: &random))", unit: unit, on: day,
        year: isFlow && Bool.random(using: &random) ? 2020 : nil, note: "", isLevel: false
      ).late
    }
  }

  @Test("a unit without figures is moved without a promise, one with figures and back again once")
  func moves() throws {
    let fixture = try Fixture(today: "2021-06-30")
    let desk = fixture.desk
    try fixture.log("a.done", "6", "v1", "2021-05-10")
    _ = try desk.close(try month("2021-05"), module: nil, reissue: nil)
    let shown = { (late: [LateNotice]) in late.map { $0.indicators.map(\.code) } }
    #expect(shown(try desk.moveUnit("v2", under: "t2").late) == [[]])
    #expect(shown(try desk.moveUnit("v1", under: "t2").late) == [["a.done"]])
    #expect(shown(try desk.moveUnit("v1", under: "t1").late) == [[]])
  }

  @Test("what only targets are made of promises nothing, since no report has a line of it")
  func parts() throws {
    let fixture = try RecordFixture(today: "2021-06-30")
    let desk = fixture.desk
    try fixture.add("clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01")
    for text in ["2021-04", "2021-05"] {
      _ = try desk.close(try month(text), module: nil, reissue: nil)
    }
    let written = try desk.addRecord(
      fixture.shape("clinics.project"),
      [("facility", "c2"), ("year", "2021"), ("assessed-on", "2021-03-01")], on: nil)
    let planned = try desk.indicator("clinics.planned")
    #expect(planned.isPart)
    #expect(
      !written.late.contains {
        $0.change != .target && $0.indicators.contains { $0.id == planned.id }
      })
  }
}
