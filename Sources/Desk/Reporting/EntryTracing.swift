internal import Forms
internal import Journal
internal import Reports
internal import Storage
internal import TargetEngine

/// Finds the units, indicators, transactions and records of entries, portion by portion; what is the same
/// in several portions is asked for once.
final class EntryTracing {
  private let desk: Desk
  private let site: String
  private let titles: UnitTitles
  private var units: [UnitID: Unit] = [:]
  private var indicators: [IndicatorID: Indicator] = [:]
  private var row: JournalRow?
  /// By code; nil until an entry is of a form.
  private var forms: [String: FormDefinition]?

  /// - Parameter closing: units are called as they were when it froze them; nil for as they are now.
  init(_ desk: Desk, as closing: Closing? = nil) throws {
    self.desk = desk
    site = try desk.ledger.site()
    titles = UnitTitles(desk.ledger)
    if let closing {
      let then = try desk.ledger.frozenUnits(transaction: closing.transaction)
      for unit in try UnitTitles(frozen: then).titled(then) { units[unit.id] = unit }
    }
    for indicator in try desk.ledger.indicators() { indicators[indicator.id] = indicator }
  }

  func traced(_ entries: [Entry]) throws -> [TracedEntry] {
    let ledger = desk.ledger
    let unknown = Set(entries.map(\.unit)).filter { units[$0] == nil }
    for unit in try titles.titled(try ledger.units(unknown).map(\.unit)) { units[unit.id] = unit }
    // Names of records are kept for one portion: there may be as many as entries.
    let names = (zh: try RecordNames(ledger, .zh), en: try RecordNames(ledger, .en))
    return try entries.map { entry in
      if units[entry.unit] == nil { units[entry.unit] = try ledger.lastKnown(unit: entry.unit) }
      if indicators[entry.indicator] == nil {
        indicators[entry.indicator] = try ledger.lastKnown(indicator: entry.indicator)
      }
      if row.map({ entry.seq < $0.entries.first || entry.seq >= $0.entries.end }) ?? true {
        row = try ledger.transaction(ofEntry: entry.seq)
      }
      var traced = TracedEntry(
        id: desk.id(of: entry, in: row, site: site),
        unit: units[entry.unit] ?? Unit(code: "?", name: "?", kind: .other),
        indicator: indicators[entry.indicator]
          ?? Indicator(code: "?", name: "?", kind: .flow, measure: ""),
        day: entry.day, year: entry.year, amount: entry.amount, note: entry.note,
        source: entry.source, actor: row?.actor ?? "", at: row?.at ?? "",
        command: row?.command ?? "", reason: row?.reason ?? "")
      if let record = EntrySource.record(entry.source) ?? EntrySource.groupRecord(entry.source) {
        traced.record = (
          names.zh.id(record), Text(try names.zh.label(record), try names.en.label(record))
        )
      }
      traced.form = try EntrySource.formLine(entry.source).flatMap(words)
      return traced
    }
  }

  /// What a line of a form is called; nil where there is no such form any more.
  private func words(of place: FormLinePlace) throws -> Text? {
    let known =
      try forms
      ?? Dictionary(
        desk.ledger.forms().map { ($0.code, $0.definition) }
      ) { first, _ in first }
    forms = known
    guard let form = known[place.form],
      let period = try? form.calendar.period(place.period), let number = LineNumber(place.line)
    else { return nil }
    let version = form.version(of: period)
    let line = version[number]?.title ?? Text("", "")
    return Text(
      "\(version.title.zh) \(period) 第 \(number) 行 \(line.zh)".trimmed,
      "\(version.title.en) \(period), line \(number) \(line.en)".trimmed)
  }
}
