/// What one line of a report is made from: one indicator's figures of one unit.
struct LineFacts {
  var plan: Plan?
  /// The indicator's own, or for a ratio its numerator's.
  var tally = Tally()
  /// For a ratio.
  var denominator = Tally()
}

extension LineFacts {
  init(
    _ indicator: Indicator, _ figures: UnitFigures, year: Int, on day: Day
  ) throws(OverflowFault) {
    let tally = { (id: IndicatorID) in figures.tallies[id] ?? Tally() }
    let key = LineKey(indicator: indicator.id, year: year)
    plan = figures.plans[key]?.plan(on: day)
    switch indicator.kind {
    case .flow, .stock:
      self.tally = tally(indicator.id)
      plan = try .inForce(
        plan, of: indicator, planned: indicator.defaultTarget?.flow.map(tally) ?? Tally(),
        units: figures.openUnits(indicator), isTold: self.tally.hasEntries(through: day.month),
        year: year,
        on: day)
    case .ratio(let above, let below):
      (self.tally, denominator) = (tally(above), tally(below))
      plan = plan ?? .inherited(from: figures.ancestors, key, on: day)
    }
  }
}

extension Plan {
  /// The nearest ancestor's own target, which a ratio without one of its own has.
  static func inherited(
    from ancestors: [[LineKey: PlanTimeline]], _ key: LineKey, on day: Day
  ) -> Plan? {
    for ancestor in ancestors {
      if var plan = ancestor[key]?.plan(on: day) {
        plan.source = .inherited
        return plan
      }
    }
    return nil
  }
}
