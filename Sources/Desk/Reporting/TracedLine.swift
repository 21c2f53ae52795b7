internal import Storage
internal import TargetEngine

extension Desk {
  /// The line in which a figure stands, with the closing that froze it; nil for a figure of now.
  func tracedLine(
    _ indicator: Indicator, of unit: Unit, _ month: Month, year: Int?
  ) throws -> (line: Line, edition: Closing?) {
    let closed = try ClosedMonth(month, ledger)
    guard let edition = closed.edition(of: indicator.module) else {
      return (try latestLine(indicator, of: unit, month, year: year), nil)
    }
    let year = year ?? indicator.planYear(of: month).label
    let frozen = try frozenLines(
      of: unit.id, in: closed, [indicator], parts: [.main, .carried, .unlisted]
    ).first { $0.line.year == year }
    if let frozen { return (frozen.line, edition) }
    return (try unsaidLine(indicator, of: unit.id, month, year: year, edition), edition)
  }

  /// The line as the month's report has it by now, with its corrections; one that it has not is computed by itself.
  func latestLine(
    _ indicator: Indicator, of unit: Unit, _ month: Month, year: Int?
  ) throws -> Line {
    // Who asks for a part by name sees its line.
    var asked = indicator
    asked.isPart = false
    let closed = try ClosedMonth(month, ledger)
    let same = closed.edition(of: indicator.module).map { _ in closed }
    let facts = try MonthFacts(month, [asked], against: same, self)
    let year = year ?? indicator.planYear(of: month).label
    let lines = try liveLines(of: unit.id, facts).map(\.line)
    return try lines.first { $0.year == year }
      ?? line(indicator, of: unit, on: month.lastDay, year: year)
  }

  /// A line that a closed report does not have, as of an earlier plan year, from what its closing knew.
  private func unsaidLine(
    _ indicator: Indicator, of unit: UnitID, _ month: Month, year: Int, _ edition: Closing
  ) throws -> Line {
    let catalogue = try ledger.indicators()
    var figures = UnitFigures()
    for source in catalogue where indicator.sources.contains(source.id) {
      let query = EntryQuery(
        unit: unit, indicator: source.id, planYear: source.kind == .flow ? year : nil,
        through: month.lastDay)
      figures.tallies[source.id] = try Tally(
        of: try ledger.entries(try query.asSeen(by: edition, ledger)))
    }
    return try builder(catalogue, on: month.lastDay).line(indicator, figures, year: year)
  }
}

extension EntryQuery {
  /// The same of what a closing knew: the entries before it, and the units below as they were.
  func asSeen(by closing: Closing, _ ledger: Ledger) throws -> EntryQuery {
    var query = self
    let end = max(try ledger.transaction(closing.cutoff)?.entries.end ?? 1, 1)
    (query.numbers, query.tree) = (1..<end, closing.transaction)
    return query
  }
}

extension Tally {
  fileprivate init(of entries: [Entry]) throws(OverflowFault) {
    self.init()
    for entry in entries {
      let place = rows.firstIndex {
        $0.planYear == entry.year && $0.calendarYear == entry.day.year
      }
      if place == nil {
        rows.append(
          Row(
            planYear: entry.year, calendarYear: entry.day.year,
            months: [Int64](repeating: 0, count: 12), seen: 0))
      }
      let row = place ?? rows.count - 1
      let month = entry.day.monthOfYear - 1
      rows[row].months[month] = try rows[row].months[month].adding(entry.amount)
      rows[row].seen |= 1 << month
    }
  }
}
