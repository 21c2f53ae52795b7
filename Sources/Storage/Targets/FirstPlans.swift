internal import Database
internal import TargetEngine

extension Transaction {
  /// Writes the plans of units without children that got nothing but first targets, and marks those of the
  /// units above them; marks the plans of all others that got some.
  func planFirsts(_ derivation: PlanDerivation) throws {
    guard !firsts.isEmpty else { return }
    var firsts = FirstTargets()
    swap(&firsts, &self.firsts)
    firsts.putInOrder()
    try tree.learn(firsts.units) { try connection.parents(of: $0) }
    var plans = PlanBatch()
    try firsts.paces.withBytes { pace throws(StorageError) in
      try firsts.eachUnit { unit, rows throws(StorageError) in
        let lines = rows.map(\.line)
        guard !derivation.isParent(unit), !touched.contains(unit), lines.isAscending else {
          return touched.insert(lines, of: unit)
        }
        for row in rows { plans.append(row, pace: pace(Int(row.pace))) }
        if let parent = tree.parent(of: unit) { touched.insert(lines, of: parent) }
        if plans.count >= 1000 { try insert(&plans) }
      }
    }
    try insert(&plans)
  }
}
