public import Database
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Adds a unit and returns it with its row. The caller has checked code, parent and days.
  public func add(_ stored: StoredUnit) throws(StorageError) -> StoredUnit {
    var stored = stored
    stored.unit.id = try nextID(in: .unit)
    try insert(stored)
    try journal.record(Change(subject: .unit, object: stored.unit.id, state: stored.fields))
    return stored
  }

  /// Sets a unit's state. When its parent changes, the totals above the old and the new place are
  /// computed again, and the plans: its whole history moves with it.
  public func update(_ stored: StoredUnit) throws {
    let before = try connection.first(
      "SELECT parent, merged FROM unit WHERE id = ?1", [.int(stored.unit.id)]
    ) { (parent: $0.optionalInt(0), merged: $0.optionalInt(1)) }
    let old = before?.parent
    let isMoved = old != stored.unit.parent
    let above = try isMoved ? [old, stored.unit.parent].map { try lineage(of: $0) } : []
    // What both have above them stays as it is.
    try noteLevels(of: above.reduce(Set()) { $0.symmetricDifference($1) })
    if let from = above.first.map(Set.init), let to = above.last.map(Set.init) {
      moves.append(
        UnitMove(
          unit: stored.unit.id, from: from.subtracting(to), to: to.subtracting(from)))
    }
    try erase(stored.unit.id)
    try insert(stored)
    try journal.record(Change(subject: .unit, object: stored.unit.id, state: stored.fields))
    if let old, let before, before.merged != stored.merged {
      try touchPlans(of: stored.unit.id, for: old)
      if before.merged != nil { left.insert(old) }
    }
    for parents in above {
      if let parent = parents.first { try touchPlans(of: stored.unit.id, for: parent) }
      for unit in parents { try rebuildTotals(of: unit) }
    }
  }

  /// A unit with those above it, nearest first; none for no unit.
  private func lineage(of unit: UnitID?) throws(StorageError) -> [UnitID] {
    guard let unit else { return [] }
    return [unit] + (try connection.ancestors(of: unit))
  }

  /// The number of the next target revision: what a merge remembers.
  public var nextTarget: Int64 { journal.row.targets.end }

  /// Removes a unit for which nothing stands; its history stays in the journal.
  func remove(unit: UnitID) throws {
    let parent = try connection.parent(of: unit)
    if let parent { try touchPlans(of: unit, for: parent) }
    let above = try connection.ancestors(of: unit)
    try erase(unit)
    try journal.record(Change(subject: .unit, object: unit, state: nil))
    try rebuildTotals(of: above, for: unit)
  }

  /// Rebuilds the totals above a unit that has values to pass on to them.
  func rebuildTotals(above unit: UnitID) throws {
    try rebuildTotals(of: try connection.ancestors(of: unit), for: unit)
  }

  private func rebuildTotals(of above: [UnitID], for unit: UnitID) throws {
    let hasTotals = try connection.first(
      "SELECT 1 FROM total WHERE unit = ?1 LIMIT 1", [.int(unit)]
    ) { _ in true }
    guard hasTotals != nil else { return }
    for unit in above { try rebuildTotals(of: unit) }
  }

  func insert(_ stored: StoredUnit) throws(StorageError) {
    tree = UnitTree()
    let unit = stored.unit
    try connection.run(
      "INSERT INTO unit (\(StoredUnit.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      [
        .int(unit.id), .text(unit.code), .text(unit.name), .text(unit.kind.rawValue),
        Value(unit.parent), Value(unit.opened?.rawValue), Value(unit.closed?.rawValue),
        .text(AliasLines.text(of: stored.aliases)), Value(stored.merged),
      ])
    try ComparedUnitNames.insert(stored.comparedNames, of: unit.id, connection)
  }

  private func erase(_ unit: UnitID) throws(StorageError) {
    tree = UnitTree()
    try connection.run("DELETE FROM unit_name WHERE unit = ?1", [.int(unit)])
    try connection.run("DELETE FROM unit WHERE id = ?1", [.int(unit)])
  }
}
