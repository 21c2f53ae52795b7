internal import Journal
public import Reports
internal import Storage
public import TargetEngine

extension Desk {
  /// From a figure to its entries, newest first. Of a closed month it is the figure that was closed, with
  /// the entries that made it, and apart from them what has come since.
  ///
  /// - Parameters:
  ///   - year: the plan year, as of a carried line; nil for the month's.
  ///   - limit: at most this many entries of each summed figure; nil for all.
  public func trace(
    _ indicatorText: String, _ month: Month, unit unitText: String?, year: Int? = nil, limit: Int?
  ) throws -> TraceReport {
    try ledger.read {
      let indicator = try indicator(indicatorText)
      let now = try unitOrOffice(unitText).unit
      let (line, edition) = try tracedLine(indicator, of: now, month, year: year)
      let unit = try edition.flatMap { try frozenUnit(now.id, of: $0) } ?? titled(now)
      let parts = try summed(line, indicator).map { indicator, actual in
        let query = EntryQuery(
          unit: unit.id, indicator: indicator.id,
          planYear: indicator.kind == .flow ? line.year : nil, through: month.lastDay)
        var part = try part(query, indicator, actual, in: edition, limit: limit)
        part.uncounted = try uncounted(
          for: indicator, of: unit.id, month, year: line.year, isClosed: edition != nil)
        return part
      }
      return TraceReport(
        head: try ledger.head().description, month: month, closed: edition != nil, unit: unit,
        line: line, parts: parts)
    }
  }

  /// The figures of a line that are sums of entries: of a ratio both of its parts.
  private func summed(
    _ line: Line, _ indicator: Indicator
  ) throws -> [(indicator: Indicator, actual: Int64)] {
    switch (indicator.kind, line.actual) {
    case (.ratio(let above, let below), .ratio(let numerator, let denominator)):
      let catalogue = try ledger.indicators()
      return [(above, numerator), (below, denominator)].compactMap { id, actual in
        catalogue.first { $0.id == id }.map { ($0, actual.units) }
      }
    case (_, .amount(let actual)): return [(indicator, actual)]
    default: return []
    }
  }

  /// A summed figure with its entries; of a closed one those of then, and apart what came since.
  private func part(
    _ query: EntryQuery, _ indicator: Indicator, _ actual: Int64, in edition: Closing?, limit: Int?
  ) throws -> TraceReport.Part {
    var part = TraceReport.Part(indicator: indicator, year: query.planYear, actual: actual)
    guard let edition else {
      (part.entries, part.isCut) = try traced(query, limit: limit, as: nil)
      return part
    }
    let then = try query.asSeen(by: edition, ledger)
    var since = query
    since.numbers = (then.numbers?.upperBound ?? 1)..<(.max)
    let (before, after) = (
      try traced(then, limit: limit, as: edition), try traced(since, limit: limit, as: edition)
    )
    (part.entries, part.since) = (before.entries, after.entries)
    part.isCut = before.isCut || after.isCut
    return part
  }

  private func traced(
    _ query: EntryQuery, limit: Int?, as closing: Closing?
  ) throws -> (entries: [TracedEntry], isCut: Bool) {
    var query = query
    query.limit = limit.map { $0 + 1 }
    let found = try ledger.entries(query)
    let isCut = limit.map { found.count > $0 } ?? false
    let entries = isCut ? Array(found.dropLast()) : found
    return (try EntryTracing(self, as: closing).traced(entries), isCut)
  }

  /// Entries as they were entered, newest first: a level is one row, with what it is now.
  ///
  /// - Parameters:
  ///   - unitText: a unit with all below it; nil for all.
  ///   - limit: at most this many.
  public func entryList(
    unit unitText: String? = nil, indicator indicatorText: String? = nil, planYear: Int? = nil,
    from first: Day? = nil, through last: Day? = nil, limit: Int? = nil, isPosted: Bool? = nil
  ) throws -> EntryList {
    var list = EntryList(entries: [])
    try eachEntry(
      unit: unitText, indicator: indicatorText, planYear: planYear, from: first, through: last,
      limit: limit, isPosted: isPosted
    ) { list.entries.append($0) }
    return list
  }

  /// The same, each entry when it is read: for lists that may be long.
  ///
  /// ```swift
  /// try sink.writeArray { emit in try desk.eachEntry { try emit($0.json) } }
  /// ```
  public func eachEntry(
    unit unitText: String? = nil, indicator indicatorText: String? = nil, planYear: Int? = nil,
    from first: Day? = nil, through last: Day? = nil, limit: Int? = nil, isPosted: Bool? = nil,
    _ body: (TracedEntry) throws -> Void
  ) throws {
    try ledger.read {
      let query = EntryQuery(
        unit: try unitText.map { try unit($0).unit.id },
        indicator: try indicatorText.map { try indicator($0).id }, planYear: planYear,
        from: first, through: last, limit: limit, isTold: true,
        isPosted: isPosted)
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
  func traced(_ entries: [Entry]) throws -> [TracedEntry] {
    try EntryTracing(self).traced(entries)
  }
}
