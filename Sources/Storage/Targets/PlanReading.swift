public import Database
public import TargetEngine

extension Connection {
  func plan(_ key: PlanKey) throws(StorageError) -> PlanTimeline {
    let steps = try rows(
      "SELECT since, \(Plan.columns) FROM plan"
        + " WHERE unit = ?1 AND indicator = ?2 AND year = ?3 ORDER BY since",
      [.int(key.unit), .int(key.indicator), Value(key.year)]
    ) { PlanTimeline.Step($0, at: 0) }
    return PlanTimeline(steps: steps.compactMap { $0 })
  }

  /// What each child counts in the sum of its parent.
  func childPlans(_ key: PlanKey) throws -> [PlanTimeline] {
    let merged = try mergedUnits(below: key.unit)
    let range = LineRange(key.indicator, year: key.year)
    return try childTimelines(of: key.unit, range)[key.line, default: []].map { child, timeline in
      guard merged.contains(child) else { return timeline }
      return try contribution(
        PlanKey(unit: child, indicator: key.indicator, year: key.year), timeline)
    }
  }

  /// Source: `PlanTimeline.contribution`.
  private func contribution(_ key: PlanKey, _ timeline: PlanTimeline) throws -> PlanTimeline {
    let own = try targets(key).map {
      PlanTimeline.Revision(number: $0.seq, effective: $0.target.effective)
    }
    let units = try rows(
      "SELECT id, merged FROM unit WHERE parent = ?1 AND merged IS NOT NULL", [.int(key.unit)]
    ) { ($0.int(0), $0.int(1)) }
    return try timeline.contribution(
      own: own,
      merged: try units.map { unit, number in
        let key = PlanKey(unit: unit, indicator: key.indicator, year: key.year)
        return PlanTimeline.Merged(
          number: number, timeline: try contribution(key, try plan(key)))
      })
  }

  /// The units that were merged into another, and those others.
  func mergedUnits() throws(StorageError) -> (units: Set<UnitID>, parents: Set<UnitID>) {
    let rows = try rows("SELECT id, parent FROM unit WHERE merged IS NOT NULL") {
      ($0.int(0), $0.int(1))
    }
    return (Set(rows.map(\.0)), Set(rows.map(\.1)))
  }

  /// The children of a unit that another was merged into.
  func mergedUnits(below unit: UnitID) throws(StorageError) -> Set<UnitID> {
    Set(
      try rows(
        """
        SELECT DISTINCT c.id FROM unit b JOIN unit c ON c.id = b.parent
        WHERE b.merged IS NOT NULL AND c.parent = ?1
        """, [.int(unit)]
      ) { $0.int(0) })
  }

  /// The plans of a unit's children themselves, by line.
  ///
  /// - Parameter end: only what holds from a day before it; nil for all.
  func childTimelines(
    of unit: UnitID, _ range: LineRange, before end: Day? = nil
  ) throws(StorageError) -> [LineKey: [(child: UnitID, timeline: PlanTimeline)]] {
    var found: [LineKey: [(child: UnitID, timeline: PlanTimeline)]] = [:]
    // In the order of the units' own numbers, in which they are found: nothing is sorted.
    let statement = try statement(
      """
      SELECT p.since, \(Plan.columns), p.unit, p.indicator, p.year
      FROM unit u JOIN plan p ON p.unit = u.id
      WHERE u.parent = ?1 AND \(LineRange.condition) AND p.since < ?6
      ORDER BY u.id, p.indicator, p.year, p.since
      """)
    statement.bind([.int(unit)] + range.values + [.int(end.map { Int64($0.rawValue) } ?? .max)])
    while try statement.step() {
      guard let step = PlanTimeline.Step(statement, at: 0) else { continue }
      let child = statement.int(5)
      let line = LineKey(indicator: statement.int(6), year: Int(statement.int(7)))
      if let last = found[line]?.indices.last, found[line]?[last].child == child {
        found[line]?[last].timeline.steps.append(step)
      } else {
        found[line, default: []].append((child, PlanTimeline(steps: [step])))
      }
    }
    return found
  }
}

extension PlanTimeline.Step {
  init?(_ row: any Statement, at column: Int) {
    guard let since = row.day(column), let plan = Plan(row, at: column + 1) else { return nil }
    self.init(from: since, plan: plan)
  }
}

extension Ledger {
  /// A unit's plans of all years up to `year`.
  ///
  /// - Parameter indicators: nil for all.
  public func plans(
    of unit: UnitID, through year: Int, indicators: [IndicatorID]? = nil
  ) throws(StorageError) -> [LineKey: PlanTimeline] {
    try plans(of: [unit], in: 0...year, indicators: indicators).compactMapValues(\.first)
  }

  /// Several units' plans of some years, an array in the units' order for each indicator and year.
  public func plans(
    of units: [UnitID], in years: ClosedRange<Int>, indicators: [IndicatorID]? = nil
  ) throws(StorageError) -> [LineKey: [PlanTimeline]] {
    let statement = try connection.statement(
      "SELECT indicator, year, since, \(Plan.columns) FROM plan WHERE unit = ?1"
        + Placeholders.among("indicator", indicators, from: 4)
        + " AND year BETWEEN ?2 AND ?3 ORDER BY indicator, year, since")
    statement.bind(2, Int64(years.lowerBound))
    statement.bind(3, Int64(years.upperBound))
    for (place, id) in (indicators ?? []).enumerated() { statement.bind(place + 4, id) }
    var plans: [LineKey: [PlanTimeline]] = [:]
    let none = units.map { _ in PlanTimeline() }
    for (place, unit) in units.enumerated() {
      statement.bind(1, unit)
      while try statement.step() {
        guard let step = PlanTimeline.Step(statement, at: 2) else { continue }
        let key = LineKey(indicator: statement.int(0), year: Int(statement.int(1)))
        plans[key, default: none][place].steps.append(step)
      }
    }
    return plans
  }

  /// The number of the revision that holds for a unit's own target on a day; nil without one.
  public func revisionNumber(
    of unit: UnitID, indicator: IndicatorID, year: Int, on day: Day
  ) throws(StorageError) -> Int64? {
    let own = try connection.targets(PlanKey(unit: unit, indicator: indicator, year: year))
      .filter { $0.target.effective <= day }
    let latest = own.map(\.target.effective).max()
    return own.last { $0.target.effective == latest }?.seq
  }
}
