/// The figures of several units side by side, an array in the units' order for each indicator: a
/// ranking goes through them indicator by indicator.
public struct FigureTable: Sendable {
  public var count: Int
  public var tallies: [IndicatorID: [Tally]]
  public var plans: [LineKey: [PlanTimeline]]
  /// For each unit its ancestors' plans, nearest first: ratios inherit them. Empty without ratios.
  public var ancestors: [[[LineKey: PlanTimeline]]]
  /// How many units of each kind are open at or below each unit by a day, where an indicator asks
  /// for it.
  public var openUnits: [Day: [UnitKind: [Int64]]]

  public init(
    count: Int, tallies: [IndicatorID: [Tally]] = [:], plans: [LineKey: [PlanTimeline]] = [:],
    ancestors: [[[LineKey: PlanTimeline]]] = [], openUnits: [Day: [UnitKind: [Int64]]] = [:]
  ) {
    self.count = count
    self.tallies = tallies
    self.plans = plans
    self.ancestors = ancestors
    self.openUnits = openUnits
  }

  /// One indicator's facts of every unit.
  func facts(
    _ indicator: Indicator, year: Int, on day: Day
  ) throws(OverflowFault) -> [LineFacts] {
    let key = LineKey(indicator: indicator.id, year: year)
    var facts = Array(repeating: LineFacts(), count: count)
    for (unit, timeline) in (plans[key] ?? []).enumerated() {
      facts[unit].plan = timeline.plan(on: day)
    }
    var above = indicator.id
    if case .ratio(let numerator, let denominator) = indicator.kind {
      above = numerator
      for (unit, tally) in (tallies[denominator] ?? []).enumerated() {
        facts[unit].denominator = tally
      }
      for (unit, ancestors) in ancestors.enumerated() where facts[unit].plan == nil {
        facts[unit].plan = .inherited(from: ancestors, key, on: day)
      }
    }
    for (unit, tally) in (tallies[above] ?? []).enumerated() { facts[unit].tally = tally }
    guard let target = indicator.defaultTarget else { return facts }
    let planned = target.flow.flatMap { tallies[$0] }
    var open: [Int64]?
    if case .units(let kind) = target { open = openUnits[day]?[kind] }
    for unit in facts.indices {
      facts[unit].plan = try .inForce(
        facts[unit].plan, of: indicator, planned: planned?[unit] ?? Tally(),
        units: open?[unit] ?? 0, isTold: facts[unit].tally.hasEntries(through: day.month),
        year: year, on: day)
    }
    return facts
  }
}

extension LineBuilder {
  /// One indicator's line of its plan year that contains the report day, for every unit of a table.
  public func lines(
    _ indicator: Indicator, of table: FigureTable
  ) throws(OverflowFault) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(table.count)
    let year = indicator.planYear(of: day).label
    for facts in try table.facts(indicator, year: year, on: day) {
      lines.append(try line(indicator, facts, year: year))
    }
    return lines
  }

  /// Where every unit of a table stands among them in the plan year that contains the report day.
  ///
  /// - Parameter codes: the units' codes.
  public func rankingKeys(
    _ indicator: Indicator, of table: FigureTable, codes: [String]
  ) throws(OverflowFault) -> [RankingKey] {
    var keys: [RankingKey] = []
    keys.reserveCapacity(table.count)
    let year = indicator.planYear(of: day).label
    for (code, facts) in zip(codes, try table.facts(indicator, year: year, on: day)) {
      keys.append(
        RankingKey(
          code: code, completion: try completion(indicator, facts, year: year),
          direction: indicator.direction, target: facts.plan?.amount))
    }
    return keys
  }
}
