import Forms
import Journal
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What units sent, as plainly as can be.
struct ReportingModel {
  private let fixture: Fixture
  private(set) var today: Day
  private(set) var closed: [Month: [UInt8]] = [:]
  /// How often somebody had not reported.
  private(set) var met = 0
  private var frozen: [Month: Set<String>] = [:]
  private var states: [String: FormState] = [:]
  /// How many submissions were sent.
  var sent: Int { states.count }

  struct Period {
    var text: String
    var last: Day
    var due: Day
  }

  var ledger: Ledger { fixture.desk.ledger }
  var desk: Desk { desk("clerk") }
  /// All that are asked for until the end of June.
  let periods: [(String, Period)]

  init() throws {
    fixture = try Fixture(today: "2021-01-01")
    today = try day("2021-01-05")
    var periods: [(String, Period)] = []
    for number in 1...6 {
      let month = try month("2021-0\(number)")
      periods.append(
        (
          "m",
          Period(text: "\(month)", last: month.lastDay, due: month.next.firstDay.adding(days: 4))
        ))
    }
    for number in 1...25 {
      let last = try day("2021-01-10").adding(days: 7 * (number - 1))
      periods.append(
        (
          "w",
          Period(
            text: "2021-W\(number < 10 ? "0" : "")\(number)", last: last, due: last.adding(days: 3))
        ))
    }
    periods.append(
      ("q", Period(text: "2021-Q1", last: try day("2021-03-31"), due: try day("2021-04-10"))))
    periods.append(
      ("q", Period(text: "2021-Q2", last: try day("2021-06-30"), due: try day("2021-07-10"))))
    self.periods = periods
    try define("m", .month, "a.done", due: "+1-05", from: "2021-01-01")
    try define("w", .week, "a.money", due: "+3", from: "2021-01-04")
    try define("q", .quarter, "a.done", due: "+1-10", from: "2021-01-01")
    let indicator = try desk.indicator("a.done").id
    let unit = try desk.unit("v4").unit.id
    let rule = Sourcing(
      indicator: indicator, unit: unit, since: try day("2021-03-01"), byList: true)
    let author = Author(actor: "tester", at: "2021-01-01T00:00:00Z", command: "test")
    _ = try ledger.write(author) { try $0.set(rule) }
  }

  private func define(
    _ code: String, _ cycle: FormCycle, _ indicator: String, due: String, from: String
  ) throws {
    guard let calendar = FormCalendar(cycle) else { throw Missing.value(code) }
    let definition = try FormDefinition(
      code, module: "a", calendar,
      FormVersion(
        title: Text(code, code), due: FormDue(due), owing: FormOwing(kinds: [.village]),
        lines: [try line("1", indicator)]), from: try day(from))
    guard let unit = try ledger.unit(code: "v3")?.unit.id else { throw Missing.value("v3") }
    let author = Author(actor: "tester", at: "2021-01-01T00:00:00Z", command: "test")
    _ = try ledger.write(author) { transaction in
      let form = try transaction.set(definition)
      let exemption = FormExemption(
        unit, from: try day("2021-02-01"), until: try day("2021-03-31"), reason: "")
      if code == "m" { try transaction.set(exemption, from: form) }
    }
  }

  private func desk(_ actor: String) -> Desk {
    Desk(
      ledger: ledger,
      context: Desk.Context(
        actor: actor, now: "2021-01-01T00:00:00Z", today: today,
        moment: Moment(today, hour: 12, minute: 0), command: "test"))
  }

  private func owes(_ unit: String, _ form: String, _ period: Period) -> Bool {
    let isExempt = form == "m" && unit == "v3" && ["2021-02", "2021-03"].contains(period.text)
    let isListed = form != "w" && unit == "v4" && period.last.monthOfYear > 2
    return !isExempt && !isListed
  }

  mutating func step(_ random: inout SplitMix) throws {
    today = min(today.adding(days: Int.random(in: 0...9, using: &random)), try day("2021-07-20"))
    let known = periods.filter { $0.1.last.adding(days: -5) <= today }
    guard let (form, period) = known.randomElement(using: &random) else { return }
    let unit = Fixture.villages.randomElement(using: &random) ?? "v1"
    let key = "\(form) \(period.text) \(unit)"
    guard owes(unit, form, period) else { return }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...5:
      guard [nil, .returned].contains(states[key]) else { return }
      _ = try desk.fillForm(form, period.text, unit: unit, ["1=7"], isDraft: false)
      states[key] = .submitted
    case 6:
      guard states[key] == .submitted else { return }
      _ = try desk("office").take(.accept, form, period.text, FormChoice(units: [unit]))
      states[key] = .accepted
    case 7:
      guard states[key] == .submitted else { return }
      _ = try desk("office").take(
        .return(reason: "?"), form, period.text, FormChoice(units: [unit]))
      states[key] = .returned
    default: try close()
    }
  }

  /// Closes the next month that is over.
  private mutating func close() throws {
    let next = try closed.keys.max()?.next ?? month("2021-01")
    guard next.lastDay < today, next.monthOfYear < 7 else { return }
    let before = try ranking(next)
    frozen[next] = unreported(next)
    _ = try desk.close(next, module: nil, reissue: nil, isConfirmed: true)
    let after = try ranking(next)
    #expect(before.rankings.map(\.places) == after.rankings.map(\.places))
    #expect(before.rankings.map(\.said) == after.rankings.map(\.said))
    closed[next] = after.jsonOfAll.bytes
  }

  private func ranking(_ month: Month) throws -> RankingReport {
    try desk.rankingReport(
      ["a.done", "a.money"], month, unit: "d", level: .village, withNotes: true)
  }

  /// Who owed a form of the month that is over and has sent none.
  private func unreported(_ month: Month) -> Set<String> {
    var found: Set<String> = []
    for (indicator, forms) in [("a.done", ["m", "q"]), ("a.money", ["w"])] {
      for unit in Fixture.villages {
        let owed = periods.filter { form, period in
          forms.contains(form) && period.last.month == month && owes(unit, form, period)
        }
        let isSent = owed.contains { states["\($0.0) \($0.1.text) \(unit)"] != nil }
        if owed.contains(where: { $0.1.due < today }), !isSent {
          found.insert("\(indicator) \(unit)")
        }
      }
    }
    return found
  }

  mutating func compare(_ place: String) throws {
    for number in 1...6 {
      let month = try month("2021-0\(number)")
      let report = try ranking(month)
      let expected = frozen[month] ?? unreported(month)
      let found = report.rankings.flatMap { ranking in
        ranking.lines.filter { !$0.isReported }.map { "\(ranking.indicator.code) \($0.unit.code)" }
      }
      #expect(Set(found) == expected, "\(place), \(month)")
      met += expected.count
      #expect(
        report.rankings.allSatisfy { $0.lines.allSatisfy { $0.isReported || $0.rank == nil } })
      if let bytes = closed[month] {
        #expect(report.jsonOfAll.bytes == bytes, "\(place), \(month)")
      }
    }
  }
}

extension IndicatorRanking {
  /// Each unit with its ranks and status.
  fileprivate var places: [String] {
    lines.map { line in
      "\(line.unit.code) \(line.rank ?? 0) \(line.previousRank ?? 0) \(line.status)"
    }
  }

  /// What is said under the ranking.
  fileprivate var said: [String] { notes.map { $0.note.sentence(.zh, of: $0.unit?.title) } }
}
