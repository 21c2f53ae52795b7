internal import TargetEngine

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
    let merged = try connection.mergedUnits()
    // Beside an own target merged ones count upward, though the plan itself may not change.
    var forced = touched.filter { merged.parents.contains($0.unit) }
    for key in touched { try push(key) }
    touched = []
    for depth in levels.indices.reversed() {
      for key in Set(levels[depth]).sorted(by: PlanKey.precedes) {
        let sums = parents.contains(key.unit) && summed.contains(key.indicator)
        let changed = try replan(key, sums: sums) || forced.contains(key)
        guard changed, depth > 0, let parent = try connection.parent(of: key.unit) else {
          continue
        }
        if merged.units.contains(key.unit) {
          forced.insert(PlanKey(unit: parent, indicator: key.indicator, year: key.year))
        }
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
