internal import Database
internal import TargetEngine

extension Transaction {
  /// Derives the plans of every target that changed, and upward until nothing changes.
  func replan() throws {
    guard !touched.isEmpty || !firsts.isEmpty else { return }
    let derivation = try PlanDerivation(connection)
    try planFirsts(derivation)
    let merged = try connection.mergedUnits()
    // Beside an own target merged ones count upward, though the plan itself may not change.
    var forced = touched.filter { merged.parents.contains($0) || left.contains($0) }
    try tree.learn(touched.units) { try connection.parents(of: $0) }
    var levels: [PlanKeys] = []
    for unit in touched.units {
      let depth = tree.depth(of: unit)
      while levels.count <= depth { levels.append(PlanKeys()) }
      levels[depth].insert(touched[unit], of: unit)
    }
    (touched, left) = (PlanKeys(), [])
    for depth in levels.indices.reversed() {
      var plans = PlanBatch()
      for unit in levels[depth].units {
        var changed: [LineKey] = []
        for plan in try derivation.plans(of: unit, levels[depth][unit]) {
          if !plan.isWritten {
            try replace(plan, of: unit, &plans)
          } else if !forced.contains(plan.key, of: unit) {
            continue
          }
          changed.append(plan.key)
        }
        if plans.count >= 1000 { try insert(&plans) }
        guard depth > 0, !changed.isEmpty, let parent = tree.parent(of: unit) else { continue }
        if merged.units.contains(unit) { forced.insert(changed, of: parent) }
        levels[depth - 1].insert(changed, of: parent)
      }
      // The plans of the level above are derived from them.
      try insert(&plans)
    }
  }

  /// Takes away how a plan is written, and adds the steps that are to stand there.
  private func replace(
    _ plan: DerivedPlan, of unit: UnitID, _ plans: inout PlanBatch
  ) throws(StorageError) {
    let place = PlanKey(unit: unit, indicator: plan.key.indicator, year: plan.key.year)
    if !plan.written.isEmpty {
      try connection.run(
        "DELETE FROM plan WHERE unit = ?1 AND indicator = ?2 AND year = ?3",
        [.int(place.unit), .int(place.indicator), Value(place.year)])
    }
    for row in plan.rows { plans.append(row, at: place) }
  }

  /// Marks every plan of a unit as changed, since its parent did.
  func touchPlans(of unit: UnitID, for parent: UnitID) throws(StorageError) {
    let lines = try connection.rows(
      "SELECT DISTINCT indicator, year FROM plan WHERE unit = ?1", [.int(unit)]
    ) { LineKey(indicator: $0.int(0), year: Int($0.int(1))) }
    guard !lines.isEmpty else { return }
    touched.insert(lines, of: parent)
  }
}
