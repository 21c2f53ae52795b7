public import Storage
public import TargetEngine

extension Desk {
  /// What was logged, and where its unit stands at that month's end.
  public struct Logged: Sendable {
    public var id: String
    public var entry: Entry
    public var unit: Unit
    public var line: Line
  }

  /// Logs one number.
  ///
  /// - Parameters:
  ///   - amount: as typed, in the indicator's unit.
  ///   - isLevel: `amount` is the new level of a stock's whole subtree; the difference is posted.
  public func log(
    _ indicatorText: String, _ amount: String, unit unitText: String?, on day: Day?, year: Int?,
    note: String, isLevel: Bool
  ) throws -> Written<Logged> {
    let day = day ?? context.today
    let site = try ledger.site()
    return try write(reason: "") { transaction in
      let indicator = try self.indicator(indicatorText)
      let unit = try unitOrOffice(unitText).unit
      try EntryRules(ledger, only: ListedPlace(indicator: indicator.id, unit: unit.id)).check(
        indicator, unit, on: day, ancestors: ledger.ancestors(of:))
      var units = try parse(amount, as: indicator)
      if isLevel { units = try difference(to: units, indicator, unit, on: day) }
      let entry = Entry(
        unit: unit.id, indicator: indicator.id, day: day,
        year: try EntryRules.planYear(year, of: indicator, on: day), amount: units, note: note)
      try transaction.post([entry])
      return Logged(
        id: "\(site)-\(transaction.number).1", entry: entry, unit: unit,
        line: try line(indicator, of: unit, on: day.month.lastDay, year: entry.year))
    }
  }

  private func difference(
    to level: Int64, _ indicator: Indicator, _ unit: Unit, on day: Day
  ) throws -> Int64 {
    guard indicator.kind == .stock else { throw DeskError.onlyStockIsSet(indicator.code) }
    let tally =
      try tallies(of: unit.id, indicators: [indicator.id], on: day)[indicator.id]
      ?? Tally()
    let now = try tally.actual(
      .stock, year: indicator.planYear(of: day).label, through: day.month)
    let (difference, overflow) = level.subtractingReportingOverflow(now)
    if overflow { throw DeskError.overflow }
    return difference
  }
}
