internal import Journal
public import Reports
public import Storage
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

  /// Entries as they were told, newest first: a level is one row, with what it is now.
  public func entryList(_ query: EntryQuery) throws -> EntryList {
    var list = EntryList(entries: [])
    try eachEntry(query) { list.entries.append($0) }
    return list
  }

  /// The same, each entry when it is read: for lists that may be long.
  ///
  /// ```swift
  /// try sink.writeArray { emit in try desk.eachEntry(query) { try emit($0.json) } }
  /// ```
  public func eachEntry(_ query: EntryQuery, _ body: (TracedEntry) throws -> Void) throws {
    try ledger.read {
      var query = query
      query.isTold = true
      let tracing = try EntryTracing(self)
      try ledger.entries(query) { found in
        let levels = try ledger.levels(saidBy: found)
        for (entry, var traced) in zip(found, try tracing.traced(found)) {
          traced.level = levels[entry.seq]
          try body(traced)
        }
      }
    }
  }

  /// Entries with their units and transactions, each asked for once.
  public func traced(_ entries: [Entry]) throws -> [TracedEntry] {
    try EntryTracing(self).traced(entries)
  }
}
