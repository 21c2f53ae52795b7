internal import Journal
public import Reports
internal import Storage
public import TargetEngine

extension Desk {
  /// From a figure to its entries, newest first.
  ///
  /// - Parameters:
  ///   - year: the plan year, as of a carried line; nil for the month's.
  ///   - limit: at most this many entries of each summed figure; nil for all.
  public func trace(
    _ indicatorText: String, _ month: Month, unit unitText: String?, year: Int? = nil, limit: Int?
  ) throws -> TraceReport {
    try ledger.read {
      let indicator = try indicator(indicatorText)
      let unit = try titled(try unitOrOffice(unitText).unit)
      let line = try line(indicator, of: unit, on: month.lastDay, year: year)
      var summed = [indicator]
      if case .ratio(let numerator, let denominator) = indicator.kind {
        let catalogue = try ledger.indicators()
        summed = [numerator, denominator].compactMap { id in catalogue.first { $0.id == id } }
      }
      let parts = try summed.map { try part($0, line.year, month, unit, limit) }
      return TraceReport(
        head: try ledger.head().description, month: month, unit: unit, line: line, parts: parts)
    }
  }

  private func part(
    _ indicator: Indicator, _ year: Int, _ month: Month, _ unit: Unit, _ limit: Int?
  ) throws -> TraceReport.Part {
    let planYear = indicator.kind == .flow ? year : nil
    let found = try ledger.entries(
      EntryQuery(
        unit: unit.id, indicator: indicator.id, planYear: planYear, through: month.lastDay,
        limit: limit.map { $0 + 1 }))
    let isCut = limit.map { found.count > $0 } ?? false
    let tally =
      try ledger.tallies(
        of: unit.id, indicators: [indicator.id])[indicator.id] ?? Tally()
    return TraceReport.Part(
      indicator: indicator, year: planYear,
      actual: try tally.actual(indicator.kind, year: year, through: month),
      entries: try traced(isCut ? Array(found.dropLast()) : found), isCut: isCut)
  }

  /// Entries as they were entered, newest first: a level is one row, with what it is now.
  ///
  /// - Parameters:
  ///   - unitText: a unit with all below it; nil for all.
  ///   - limit: at most this many.
  public func entryList(
    unit unitText: String? = nil, indicator indicatorText: String? = nil, planYear: Int? = nil,
    from first: Day? = nil, through last: Day? = nil, limit: Int? = nil
  ) throws -> EntryList {
    try ledger.read {
      let query = EntryQuery(
        unit: try unitText.map { try unit($0).unit.id },
        indicator: try indicatorText.map { try indicator($0).id }, planYear: planYear,
        from: first, through: last, limit: limit, isTold: true)
      let found = try ledger.entries(query)
      let levels = try ledger.levels(saidBy: found)
      var traced = try traced(found)
      for (place, entry) in found.enumerated() { traced[place].level = levels[entry.seq] }
      return EntryList(entries: traced)
    }
  }

  /// Entries with their units and transactions, each asked for once.
  func traced(_ entries: [Entry]) throws -> [TracedEntry] {
    let site = try ledger.site()
    var units: [UnitID: Unit] = [:]
    var indicators: [IndicatorID: Indicator] = [:]
    for indicator in try ledger.indicators() { indicators[indicator.id] = indicator }
    var row: JournalRow?
    for unit in try UnitTitles(ledger).titled(
      try ledger.units(Set(entries.map(\.unit))).map(\.unit))
    {
      units[unit.id] = unit
    }
    let names = (zh: try RecordNames(ledger, .zh), en: try RecordNames(ledger, .en))
    return try entries.map { entry in
      if units[entry.unit] == nil {
        units[entry.unit] =
          try ledger.lastKnown(unit: entry.unit)
      }
      if indicators[entry.indicator] == nil {
        indicators[entry.indicator] = try ledger.lastKnown(indicator: entry.indicator)
      }
      if row.map({ entry.seq < $0.entries.first || entry.seq >= $0.entries.end }) ?? true {
        row = try ledger.transaction(ofEntry: entry.seq)
      }
      var traced = TracedEntry(
        id: id(of: entry, in: row, site: site),
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
      return traced
    }
  }
}
