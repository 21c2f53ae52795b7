public import TargetEngine

extension Transaction {
  /// Derives the plans of every target that changed, and upward until nothing changes.
  func replan() throws {
    guard !touched.isEmpty else { return }
    let summed = try summedIndicators()
    let parents = Set(
      try connection.rows("SELECT DISTINCT parent FROM unit WHERE parent IS NOT NULL") {
        $0.int(0)
      })
    var levels: [[PlanKey]] = []
    var depths: [UnitID: Int] = [:]
    func push(_ key: PlanKey) throws {
      let depth: Int
      if let known = depths[key.unit] {
        depth = known
      } else {
        depth = try connection.ancestors(of: key.unit).count
        depths[key.unit] = depth
      }
      while levels.count <= depth { levels.append([]) }
      levels[depth].append(key)
    }
    for key in touched { try push(key) }
    touched = []
    for depth in levels.indices.reversed() {
      for key in Set(levels[depth]).sorted(by: PlanKey.precedes) {
        let sums = parents.contains(key.unit) && summed.contains(key.indicator)
        guard try replan(key, sums: sums), depth > 0,
          let parent = try connection.parent(of: key.unit)
        else { continue }
        levels[depth - 1].append(PlanKey(unit: parent, indicator: key.indicator, year: key.year))
      }
    }
  }

  /// Derives one plan anew and says whether it changed.
  private func replan(_ key: PlanKey, sums: Bool) throws -> Bool {
    let own = try connection.targets(key).map(\.target)
    let children = sums ? try connection.childPlans(key) : []
    let timeline = try PlanTimeline(own: own, children: children)
    let before = try connection.plan(key)
    guard timeline != before else { return false }
    let place: [Value] = [.int(key.unit), .int(key.indicator), Value(key.year)]
    if !before.steps.isEmpty {
      try connection.run(
        "DELETE FROM plan WHERE unit = ?1 AND indicator = ?2 AND year = ?3", place)
    }
    for step in timeline.steps {
      try connection.run(
        "INSERT INTO plan (unit, indicator, year, since, \(Plan.columns))"
          + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        place + [Value(step.from.rawValue)] + step.plan.values)
    }
    return true
  }

  /// Percentages are never summed.
  private func summedIndicators() throws(StorageError) -> Set<IndicatorID> {
    Set(try connection.rows("SELECT id FROM indicator WHERE kind <> 'ratio'") { $0.int(0) })
  }

  /// Marks every plan of a unit as changed, since its parent did.
  func touchPlans(of unit: UnitID, for parent: UnitID) throws(StorageError) {
    let keys = try connection.rows(
      "SELECT DISTINCT indicator, year FROM plan WHERE unit = ?1", [.int(unit)]
    ) { PlanKey(unit: parent, indicator: $0.int(0), year: Int($0.int(1))) }
    touched.formUnion(keys)
  }
}

extension PlanKey {
  static func precedes(_ a: PlanKey, _ b: PlanKey) -> Bool {
    (a.unit, a.indicator, a.year) < (b.unit, b.indicator, b.year)
  }
}

extension Connection {
  func plan(_ key: PlanKey) throws(StorageError) -> PlanTimeline {
    let steps = try rows(
      "SELECT since, \(Plan.columns) FROM plan"
        + " WHERE unit = ?1 AND indicator = ?2 AND year = ?3 ORDER BY since",
      [.int(key.unit), .int(key.indicator), Value(key.year)]
    ) { PlanTimeline.Step($0, at: 0) }
    return PlanTimeline(steps: steps.compactMap { $0 })
  }

  func childPlans(_ key: PlanKey) throws(StorageError) -> [PlanTimeline] {
    var timelines: [PlanTimeline] = []
    var last: UnitID?
    _ = try rows(
      """
      SELECT p.since, \(Plan.columns), p.unit FROM unit u
      JOIN plan p ON p.unit = u.id AND p.indicator = ?2 AND p.year = ?3
      WHERE u.parent = ?1 ORDER BY p.unit, p.since
      """, [.int(key.unit), .int(key.indicator), Value(key.year)]
    ) { row in
      guard let step = PlanTimeline.Step(row, at: 0) else { return }
      if last == row.int(5) {
        timelines[timelines.count - 1].steps.append(step)
      } else {
        last = row.int(5)
        timelines.append(PlanTimeline(steps: [step]))
      }
    }
    return timelines
  }
}

extension PlanTimeline.Step {
  init?(_ row: any Statement, at column: Int) {
    guard let since = row.day(column), let plan = Plan(row, at: column + 1) else { return nil }
    self.init(from: since, plan: plan)
  }
}

extension Ledger {
  /// A unit's plans of all years up to `year`, of one indicator only when it is given.
  public func plans(
    of unit: UnitID, through year: Int, indicator: IndicatorID? = nil
  ) throws(StorageError) -> [LineKey: PlanTimeline] {
    let statement = try connection.statement(
      "SELECT indicator, year, since, \(Plan.columns) FROM plan WHERE unit = ?1"
        + (indicator == nil ? "" : " AND indicator = ?3") + " AND year <= ?2 ORDER BY since")
    statement.bind(1, unit)
    statement.bind(2, Int64(year))
    if let indicator { statement.bind(3, indicator) }
    var plans: [LineKey: PlanTimeline] = [:]
    while try statement.step() {
      guard let step = PlanTimeline.Step(statement, at: 2) else { continue }
      let key = LineKey(indicator: statement.int(0), year: Int(statement.int(1)))
      plans[key, default: PlanTimeline()].steps.append(step)
    }
    return plans
  }

  /// The plans of a unit's children for one year: by indicator, each child's timeline.
  public func childPlans(
    of unit: UnitID, indicator: IndicatorID, year: Int
  ) throws(StorageError) -> [PlanTimeline] {
    try connection.childPlans(PlanKey(unit: unit, indicator: indicator, year: year))
  }
}
