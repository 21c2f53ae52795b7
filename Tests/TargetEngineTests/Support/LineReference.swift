@testable import TargetEngine

/// A unit's report computed from the raw entries and targets, sentence by sentence as `engine.md`
/// and `cli.md` have it, without any sums kept beside them.
struct LineReference {
  var catalogue: [Indicator]
  var entries: [RawEntry]
  /// The unit's own targets and, nearest first, its ancestors', in the order of recording.
  var targets: [Target]
  var ancestors: [[Target]]
  var reported: UnitFigures.Reported?
  var day: Day

  struct Line {
    var key: LineKey
    var indicator: Indicator
    var target: Target?
    var source: TargetSource?
    var actual: Quotient?
    var month: Int64?
    var previousMonth: Int64?
    var sameMonthLastYear: Int64?
    var corrected: Int64
  }

  /// "indicators with a target for the unit in that year by that day, or with any entry in its
  /// subtree up to that day; a ratio when it has a target or its denominator has a line."
  func lines() -> [Line] {
    catalogue.filter(hasLine).map { line($0, year: planYear($0, of: day)) }
  }

  /// "the flow lines of earlier plan years whose own or summed target was unfinished when the
  /// year began"; where less is better nothing is to be finished.
  func carried() -> [Line] {
    (2015...2022).flatMap { year in
      catalogue.filter { indicator in
        let current = planYear(indicator, of: day)
        let eve = Day(number: naiveStart(of: current, from: indicator.firstMonth).number - 1)!
        guard year < current, indicator.kind == .flow, indicator.direction == .more,
          let target = latest(targets, indicator, year, on: eve), target.amount > 0
        else { return false }
        return actual(indicator, year, by: eve) < target.amount
      }.map { line($0, year: year) }
    }
  }

  private func planYear(_ indicator: Indicator, of day: Day) -> Int {
    naivePlanYear(of: day, from: indicator.firstMonth)
  }

  private func hasLine(_ indicator: Indicator) -> Bool {
    if target(indicator, planYear(indicator, of: day)).target != nil { return true }
    if case .ratio(_, let denominator) = indicator.kind {
      return catalogue.contains { $0.id == denominator && hasLine($0) }
    }
    return entries.contains { $0.indicator == indicator.id && $0.day <= day }
  }

  private func latest(_ targets: [Target], _ indicator: Indicator, _ year: Int, on day: Day)
    -> Target?
  {
    let holding = targets.filter {
      $0.indicator == indicator.id && $0.year == year && $0.effective <= day
    }
    let last = holding.map(\.effective).max()
    return holding.last { $0.effective == last }
  }

  private func target(
    _ indicator: Indicator, _ year: Int
  ) -> (target: Target?, source: TargetSource?) {
    if let own = latest(targets, indicator, year, on: day) { return (own, .own) }
    guard case .ratio = indicator.kind else { return (nil, nil) }
    for ancestor in ancestors {
      if let own = latest(ancestor, indicator, year, on: day) { return (own, .inherited) }
    }
    return (nil, nil)
  }

  private func total(_ indicator: Indicator, where matches: (RawEntry) -> Bool) -> Int64 {
    entries.filter { $0.indicator == indicator.id && matches($0) }.reduce(0) { $0 + $1.amount }
  }

  private func actual(_ indicator: Indicator, _ year: Int, by day: Day) -> Int64 {
    total(indicator) { $0.day <= day && (indicator.kind == .stock || $0.planYear == year) }
  }

  private func amount(_ indicator: Indicator, _ year: Int, in month: Month) -> Int64 {
    total(indicator) {
      $0.day.month == month && (indicator.kind == .stock || $0.planYear == year)
    }
  }

  private func line(_ indicator: Indicator, year: Int) -> Line {
    let (target, source) = target(indicator, year)
    var line = Line(
      key: LineKey(indicator: indicator.id, year: year), indicator: indicator, target: target,
      source: source, corrected: 0)
    if case .ratio(let numerator, let denominator) = indicator.kind {
      let top = catalogue.first { $0.id == numerator }!
      let bottom = catalogue.first { $0.id == denominator }!
      line.actual = Quotient(
        100 * Int128(actual(top, year, by: day)), Int128(actual(bottom, year, by: day)))
      return line
    }
    let now = actual(indicator, year, by: day)
    let own = amount(indicator, year, in: day.month)
    let previous = day.month.previous
    line.actual = Quotient(Int128(now), 1)
    line.month = own
    // "January's is last December": the year's line looks back at the plan year of that month.
    line.previousMonth = amount(
      indicator,
      year == planYear(indicator, of: day) ? planYear(indicator, of: previous.lastDay) : year,
      in: previous)
    let hadEntries = entries.contains {
      $0.indicator == indicator.id
        && (indicator.kind == .stock ? planYear(indicator, of: $0.day) : $0.planYear) == year - 1
    }
    line.sameMonthLastYear =
      hadEntries ? amount(indicator, year - 1, in: day.month.yearBefore) : nil
    let (current, last) = (planYear(indicator, of: day), planYear(indicator, of: previous.lastDay))
    let isNew = year == current && last != current
    // A flow's new year has nothing to be corrected; a level goes on.
    if let reported, reported.month == previous, !isNew || indicator.kind == .stock {
      var key = line.key
      if isNew { key.year = last }
      line.corrected = now - own - (reported.actuals[key] ?? 0)
    }
    return line
  }
}
