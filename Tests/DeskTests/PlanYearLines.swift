import TargetEngine

/// The lines of a unit's report, and what each compares its figure with.
extension PlanYearModel {
  func lines(_ unit: UnitID, _ month: Month) -> [Row] {
    indicators.filter { hasLine($0, unit, month.lastDay) }
      .map { row($0, unit, year($0, month.lastDay), month) }
  }

  private func hasLine(_ indicator: Indicator, _ unit: UnitID, _ day: Day) -> Bool {
    if plan(indicator, unit, year(indicator, day), day) != nil { return true }
    return !indicator.isPart && isCounted(indicator, unit, day)
  }

  private func isCounted(_ indicator: Indicator, _ unit: UnitID, _ day: Day) -> Bool {
    guard case .ratio(_, let id) = indicator.kind,
      let below = indicators.first(where: { $0.id == id })
    else { return mine(indicator.id, unit).contains { $0.day <= day } }
    return plan(below, unit, year(below, day), day) != nil || isCounted(below, unit, day)
  }

  /// Earlier plan years that were unfinished when the year that contains the day began.
  func carried(_ unit: UnitID, _ month: Month) -> [Row] {
    (2015...2024).flatMap { year in
      indicators.filter { indicator in
        let current = self.year(indicator, month.lastDay)
        let eve = Day(number: start(indicator, current).number - 1)!
        guard year < current, indicator.kind == .flow, indicator.direction == .more,
          let plan = plan(indicator, unit, year, eve), plan.amount > 0
        else { return false }
        return actual(indicator, unit, year, eve) < plan.amount
      }.map { row($0, unit, year, month) }
    }
  }

  /// Lines that this report would lose though they are others now than last reported: "a line that the last
  /// report had and this one would lose stays with its correction", and so does an ended plan year.
  func lost(_ unit: UnitID, _ month: Month, beside others: [Row]) -> [Row] {
    guard let last = reported[month.previous] else { return [] }
    return indicators.flatMap { indicator -> [Row] in
      let current = year(indicator, month.lastDay)
      return (2015...current).compactMap { year in
        guard !others.contains(where: { $0.code == indicator.code && $0.year == year }) else {
          return nil
        }
        let row = row(indicator, unit, year, month)
        if year < current, indicator.kind == .flow {
          let said = lastSaid(indicator, year, before: month)
          return said == nil || said == row.actual ? nil : row
        }
        let wasThere = last.contains { $0.code == indicator.code && $0.year == year }
        return year < current || !wasThere || row.corrected == 0 ? nil : row
      }
    }
  }

  /// What closed months said last of an ended year: 0 where those that lie in it have no line; nil where there
  /// are none.
  private func lastSaid(_ indicator: Indicator, _ year: Int, before month: Month) -> Int64? {
    for earlier in reported.keys.filter({ $0 < month }).sorted(by: >) {
      let row = reported[earlier]?.first { $0.code == indicator.code && $0.year == year }
      if let row { return row.actual }
      if self.year(indicator, earlier.lastDay) == year { return indicator.isPart ? nil : 0 }
    }
    return nil
  }

  func row(_ indicator: Indicator, _ unit: UnitID, _ year: Int, _ month: Month) -> Row {
    let day = month.lastDay
    var row = Row(indicator.code, year)
    if let plan = plan(indicator, unit, year, day) {
      (row.target, row.source, row.due) = (plan.amount, plan.source, plan.parts.map(\.due).max())
      if indicator.direction == .less || plan.amount != 0 {
        row.pace = pace(plan, indicator, day)
      }
    }
    if case .ratio = indicator.kind { return row }
    let now = actual(indicator, unit, year, day)
    let own = amount(indicator, unit, year, month)
    (row.actual, row.month) = (now, own)
    let isCurrent = year == self.year(indicator, day)
    let before = month.previous.lastDay
    row.previous = amount(
      indicator, unit, isCurrent ? self.year(indicator, before) : year, month.previous)
    // The whole year before: what counts for it in a flow, what lies in it in a stock.
    let hadEntries = mine(indicator.id, unit).contains {
      (indicator.kind == .stock ? self.year(indicator, $0.day) : $0.year) == year - 1
    }
    if hadEntries { row.lastYear = amount(indicator, unit, year - 1, month.yearBefore) }
    row.corrected = corrected(row, isCurrent, indicator, month)
    return row
  }

  private func pace(_ plan: Plan, _ indicator: Indicator, _ day: Day) -> Fraction? {
    if plan.source != .sum {
      return plan.parts.first.map { pace($0, indicator, day) }
    }
    var done = Fraction.zero
    for part in plan.parts {
      done = done + Fraction(part.amount) * pace(part, indicator, day)
    }
    return done / Fraction(plan.amount)
  }

  /// "actual as last reported + this month's amount + corrections = actual now, within a year".
  private func corrected(
    _ row: Row, _ isCurrent: Bool, _ indicator: Indicator, _ month: Month
  ) -> Int64 {
    guard let last = reported[month.previous] else { return 0 }
    // A flow's new year has nothing to be corrected; a level goes on.
    let before = year(indicator, month.previous.lastDay)
    let isNew = isCurrent && before != row.year
    if isNew, indicator.kind != .stock { return 0 }
    let isSame = { (other: Row) in
      other.code == row.code && other.year == (isNew ? before : row.year)
    }
    var said = last.first(where: isSame)?.actual
    if said == nil, !isCurrent {
      let earlier = reported.keys.filter { $0 < month.previous }.sorted(by: >)
      said = earlier.compactMap { reported[$0]?.first(where: isSame)?.actual }.first
    }
    return (row.actual ?? 0) - (said ?? 0) - (row.month ?? 0)
  }
}
