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
    return try childTimelines(key).map { child, timeline in
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

  /// The plans of a unit's children themselves in one year, of every indicator or of one.
  func childTimelines(
    of unit: UnitID, year: Int, indicator: IndicatorID?
  ) throws(StorageError) -> [IndicatorID: [(child: UnitID, timeline: PlanTimeline)]] {
    var found: [IndicatorID: [(child: UnitID, timeline: PlanTimeline)]] = [:]
    let statement = try statement(
      """
      SELECT p.since, \(Plan.columns), p.unit, p.indicator FROM unit u JOIN plan p ON p.unit = u.id
      WHERE u.parent = ?1 AND p.year = ?2 \(indicator == nil ? "" : "AND p.indicator = ?3")
      ORDER BY p.unit, p.indicator, p.since
      """)
    statement.bind([.int(unit), Value(year)])
    if let indicator { statement.bind(3, indicator) }
    while try statement.step() {
      guard let step = PlanTimeline.Step(statement, at: 0) else { continue }
      let (child, indicator) = (statement.int(5), statement.int(6))
      if let last = found[indicator]?.indices.last, found[indicator]?[last].child == child {
        found[indicator]?[last].timeline.steps.append(step)
      } else {
        found[indicator, default: []].append((child, PlanTimeline(steps: [step])))
      }
    }
    return found
  }

  /// The plans of a unit's children themselves.
  func childTimelines(
    _ key: PlanKey
  ) throws(StorageError) -> [(child: UnitID, timeline: PlanTimeline)] {
    var timelines: [(child: UnitID, timeline: PlanTimeline)] = []
    _ = try rows(
      """
      SELECT p.since, \(Plan.columns), p.unit FROM unit u
      JOIN plan p ON p.unit = u.id AND p.indicator = ?2 AND p.year = ?3
      WHERE u.parent = ?1 ORDER BY p.unit, p.since
      """, [.int(key.unit), .int(key.indicator), Value(key.year)]
    ) { row in
      guard let step = PlanTimeline.Step(row, at: 0) else { return }
      if timelines.last?.child == row.int(5) {
        timelines[timelines.count - 1].timeline.steps.append(step)
      } else {
        timelines.append((row.int(5), PlanTimeline(steps: [step])))
      }
    }
    return timelines
  }
}

extension Connection {
  /// Whether the plan of a place is written as a timeline would be.
  func hasPlan(_ timeline: PlanTimeline, at key: PlanKey) throws(StorageError) -> Bool {
    let rows = try rows(
      "SELECT since, \(Plan.columns) FROM plan WHERE unit = ?1 AND indicator = ?2 AND year = ?3"
        + " ORDER BY since", [.int(key.unit), .int(key.indicator), Value(key.year)]
    ) { row -> [Value] in
      [
        .int(row.int(0)), .text(row.text(1)), .int(row.int(2)), .text(row.text(3)),
        .int(row.int(4)),
      ]
    }
    return rows == timeline.steps.map { [Value($0.from.rawValue)] + $0.plan.values }
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

  /// What a unit's children count in its sums of one year, by indicator or of one; those that were
  /// merged into it apart. One question for all of them, unless units were merged into the children.
  public func childPlans(
    of unit: UnitID, year: Int, indicator: IndicatorID? = nil
  ) throws -> [IndicatorID: ChildPlans] {
    let numbers = Dictionary(
      try connection.rows(
        "SELECT id, merged FROM unit WHERE parent = ?1 AND merged IS NOT NULL", [.int(unit)]
      ) { ($0.int(0), $0.int(1)) }
    ) { first, _ in first }
    let nested = try !connection.mergedUnits(below: unit).isEmpty
    var plans: [IndicatorID: ChildPlans] = [:]
    for (indicator, timelines) in try connection.childTimelines(
      of: unit, year: year, indicator: indicator)
    {
      let counted =
        nested
        ? try connection.childPlans(PlanKey(unit: unit, indicator: indicator, year: year))
        : timelines.map(\.timeline)
      for (child, timeline) in zip(timelines.map(\.child), counted) {
        if let number = numbers[child] {
          plans[indicator, default: ChildPlans()].merged.append((number, timeline))
        } else {
          plans[indicator, default: ChildPlans()].children.append(timeline)
        }
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

/// What a unit's children count in its sum.
public struct ChildPlans: Sendable {
  public var children: [PlanTimeline] = []
  /// Those merged into it, each with the number that the next revision had at the merge.
  public var merged: [(number: Int64, timeline: PlanTimeline)] = []

  public init() {}
}
