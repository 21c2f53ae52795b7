extension LineBuilder {
  /// The lines of earlier plan years whose own or summed target was unfinished when the plan year
  /// that contains the report day began, oldest year first.
  public func carried(_ figures: UnitFigures) throws(OverflowFault) -> [Line] {
    var lines: [Line] = []
    var years = Set(figures.plans.keys.map(\.year))
    for indicator in catalogue {
      guard let target = indicator.defaultTarget else { continue }
      years.formUnion(figures.tallies[target.flow ?? indicator.id]?.planYears ?? [])
    }
    for year in years.sorted() {
      for indicator in catalogue where indicator.kind == .flow && indicator.direction == .more {
        let current = indicator.planYear(of: day)
        let eve = current.start.previous
        guard year < current.label,
          let plan = try figures.plan(indicator, year: year, on: eve.lastDay), plan.amount > 0
        else { continue }
        let tally = figures.tallies[indicator.id] ?? Tally()
        // A number of units stands for every year: only those in which something was done count.
        if plan.source == .planned, indicator.defaultTarget?.flow == nil,
          !tally.planYears.contains(year)
        {
          continue
        }
        guard try tally.actual(.flow, year: year, through: eve) < plan.amount else { continue }
        lines.append(try line(indicator, figures, year: year))
      }
    }
    return lines
  }
}
