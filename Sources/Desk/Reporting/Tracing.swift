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
      let unit = try titled(try unitOrOffice(unitText).unit)
      let closed = try ClosedMonth(month, ledger)
      var edition = closed.edition(of: indicator.module)
      var frozen =
        try edition == nil ? nil : closedLine(indicator, of: unit, in: closed, year: year)
      // A plan year that the closed report does not carry has only a figure of now.
      if frozen == nil, let year, year != indicator.planYear(of: month).label { edition = nil }
      if edition != nil, frozen == nil {
        frozen = try builder(try ledger.indicators(), on: month.lastDay).line(
          indicator, UnitFigures(), year: indicator.planYear(of: month).label)
      }
      let line = try frozen ?? line(indicator, of: unit, on: month.lastDay, year: year)
      var summed: [(indicator: Indicator, actual: Int64)] = []
      switch (indicator.kind, line.actual) {
      case (.ratio(let above, let below), .ratio(let numerator, let denominator)):
        let catalogue = try ledger.indicators()
        for (id, actual) in [(above, numerator), (below, denominator)] {
          guard let part = catalogue.first(where: { $0.id == id }) else { continue }
          summed.append((part, actual.units))
        }
      case (_, .amount(let actual)): summed = [(indicator, actual)]
      default: break
      }
      let parts = try summed.map { indicator, actual in
        var query = EntryQuery(
          unit: unit.id, indicator: indicator.id,
          planYear: indicator.kind == .flow ? line.year : nil, through: month.lastDay)
        var part = TraceReport.Part(indicator: indicator, year: query.planYear, actual: actual)
        guard let edition else {
          (part.entries, part.isCut) = try traced(query, limit: limit)
          return part
        }
        let end = try ledger.transaction(edition.cutoff)?.entries.end ?? 1
        (query.numbers, query.tree) = (1..<max(end, 1), edition.transaction)
        (part.entries, part.isCut) = try traced(query, limit: limit)
        (query.numbers, query.tree) = (max(end, 1)..<(.max), nil)
        let since = try traced(query, limit: limit)
        part.since = since.entries
        part.isCut = part.isCut || since.isCut
        return part
      }
      return TraceReport(
        head: try ledger.head().description, month: month, closed: edition != nil, unit: unit,
        line: line, parts: parts)
    }
  }

  /// A line of a closed month; nil where it had none.
  private func closedLine(
    _ indicator: Indicator, of unit: Unit, in closed: ClosedMonth, year: Int?
  ) throws -> Line? {
    let year = year ?? indicator.planYear(of: closed.month).label
    return try frozenLines(
      of: unit.id, in: closed, [indicator], parts: [.main, .carried, .unlisted]
    ).first { $0.line.year == year }?.line
  }

  private func traced(
    _ query: EntryQuery, limit: Int?
  ) throws -> (entries: [TracedEntry], isCut: Bool) {
    var query = query
    query.limit = limit.map { $0 + 1 }
    let found = try ledger.entries(query)
    let isCut = limit.map { found.count > $0 } ?? false
    return (try traced(isCut ? Array(found.dropLast()) : found), isCut)
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
