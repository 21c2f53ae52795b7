/// What a line compares its figure with: the month before, the year before, the last report.
extension LineBuilder {
  /// The month before belongs to the plan year that it lies in, so that January compares with
  /// what December reported; a carried plan year remains itself.
  func previousAmount(
    _ tally: Tally, _ indicator: Indicator, _ year: Int
  ) throws(OverflowFault) -> Int64 {
    try tally.amount(
      indicator.kind, year: previousYear(indicator, year), in: day.month.previous)
  }

  /// The same as the month's closed report has it; nil where it is not closed.
  func reportedAmount(
    _ indicator: Indicator, _ year: Int, _ reported: UnitFigures.Reported?
  ) -> Int64? {
    guard let reported, reported.modules.contains(indicator.module),
      reported.month == day.month.previous
    else { return nil }
    return reported.amounts[
      LineKey(indicator: indicator.id, year: previousYear(indicator, year)), default: 0]
  }

  private func previousYear(_ indicator: Indicator, _ year: Int) -> Int {
    let isCurrent = year == indicator.planYear(of: day).label
    return isCurrent ? indicator.planYear(of: day.month.previous).label : year
  }

  func amountLastYear(
    _ tally: Tally, _ indicator: Indicator, _ year: Int
  ) throws(OverflowFault) -> Int64? {
    guard let before = indicator.planYear(year - 1), tally.hasEntries(indicator.kind, in: before)
    else { return nil }
    return try tally.amount(indicator.kind, year: before.label, in: day.month.yearBefore)
  }

  /// actual as last reported + this month's amount + corrections = actual now. A plan year that begins
  /// has nothing to be corrected; one that has ended goes on, and so does a level.
  func corrected(
    _ indicator: Indicator, _ year: Int, _ actual: Int64, _ amount: Int64,
    _ reported: UnitFigures.Reported?
  ) throws(OverflowFault) -> Int64 {
    guard let reported, reported.modules.contains(indicator.module),
      reported.month >= day.month.previous
    else { return 0 }
    let current = indicator.planYear(of: day)
    let last = indicator.planYear(of: reported.month)
    var key = LineKey(indicator: indicator.id, year: year)
    if last != current, year == current.label {
      guard indicator.kind == .stock else { return 0 }
      key.year = last.label
    }
    let since = reported.month < day.month ? amount : 0
    var before = reported.actuals[key]
    // A year that was finished has had no line of late.
    if before == nil, year < current.label { before = reported.earlier[key] }
    let rest = Wide(actual) - Wide(before ?? 0) - Wide(since)
    guard let correction = rest.int64 else { throw OverflowFault() }
    return correction
  }
}
