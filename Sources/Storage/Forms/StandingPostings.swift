internal import Database
internal import Forms
public import TargetEngine

/// Tells of entries that forms posted whether what they are of is called for still: a reopened submission says nothing,
/// although no transaction was undone. Each period of a form is read once.
public struct StandingPostings {
  private let ledger: Ledger
  /// The sources that are called for, by form and period.
  private var called: [Period: Set<String>] = [:]
  private var indicators: [String: Indicator]?

  private struct Period: Hashable {
    var form: String
    var text: String
  }

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// Whether an entry is of a line that an accepted submission calls for, or of anything else than a form.
  public mutating func contain(_ entry: Entry) throws -> Bool {
    let source = LevelSource.teller(in: entry.source) ?? entry.source
    guard let (form, text) = EntrySource.formPeriod(source) else { return true }
    let period = Period(form: form, text: text)
    if let sources = called[period] { return sources.contains(source) }
    let sources = try sources(of: period)
    called[period] = sources
    return sources.contains(source)
  }

  private mutating func sources(of named: Period) throws -> Set<String> {
    guard let form = try ledger.form(code: named.form) else { return [] }
    var periods = FormPeriods(form.definition.calendar)
    guard let period = periods.period(named.text) else { return [] }
    let indicators = try indicators ?? byCode()
    self.indicators = indicators
    let submissions =
      try period.event.map { event in
        try ledger.submissions(
          of: form, "period >= ?2 AND period < ?3", [.text("\(event)/"), .text("\(event)0")])
      } ?? ledger.submissions(of: form, period)
    let codes = try ledger.unitCodes(of: Set(submissions.map(\.unit)))
    let wanted = try FormCalls(form, indicators, codes).wanted(by: submissions)
    return Set(wanted.flows.keys.map(\.source)).union(wanted.levels.keys.map(\.teller))
  }

  private func byCode() throws -> [String: Indicator] {
    Dictionary(try ledger.indicators().map { ($0.code, $0) }) { first, _ in first }
  }
}
