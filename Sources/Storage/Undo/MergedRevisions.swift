internal import Database
internal import Journal
internal import TargetEngine

/// Revisions of targets and the mergers of units that they rest on: a target that was set when another unit had
/// been merged into its own contains that unit's target. Source: `engine.md`, "Merging B into C".
extension Transaction {
  /// Throws where a merger would end whose target is in a revision by now, of the other unit or of one into
  /// which that was merged in turn.
  func forbidRevised(with unit: StoredUnit) throws {
    var number: Int64 = 0
    var next = unit
    var passed: Set<UnitID> = []
    while let merged = next.merged, let parent = next.unit.parent,
      passed.insert(next.unit.id).inserted
    {
      number = max(number, merged)
      if let revision = try revision(of: parent, since: number, with: unit.unit.id) {
        throw UndoFault.neededBy(transaction: try transaction(of: "target", revision))
      }
      guard let above = try ledger.unit(id: parent) else { return }
      next = above
    }
  }

  /// Whether any revision of a unit's targets of some numbers is in force.
  func hasRevision(of unit: UnitID, in numbers: Range<Int64>) throws(StorageError) -> Bool {
    try connection.first(
      "SELECT 1 FROM target WHERE unit = ?1 AND seq >= ?2 AND seq < ?3 AND withdrawn = 0 LIMIT 1",
      [.int(unit), .int(numbers.lowerBound), .int(numbers.upperBound)]
    ) { _ in true } ?? false
  }

  /// The first revision in force of a unit's targets from a number on, of those that another unit has as well.
  private func revision(
    of unit: UnitID, since number: Int64, with other: UnitID
  ) throws(StorageError) -> Int64? {
    try connection.first(
      """
      SELECT MIN(r.seq) FROM target r JOIN target t
        ON t.indicator = r.indicator AND t.year = r.year AND t.unit = ?2 AND t.withdrawn = 0
      WHERE r.unit = ?3 AND r.seq >= ?1 AND r.withdrawn = 0
      """, [.int(number), .int(other), .int(unit)]
    ) { $0.optionalInt(0) } ?? nil
  }

  /// Throws where a target comes back that was set when other units were merged into its own than are now: it
  /// would contain their targets once more, or no more.
  func forbidOtherMergers(of targets: [RestoredTarget]) throws {
    let mergers = targets.isEmpty ? [] : try everMerged()
    let merged = Set(mergers.map(\.unit)).sorted()
    let absorbing = Set(mergers.map(\.into))
    // Of an import's many targets few are of units into which others were merged.
    for target in targets where absorbing.contains(target.unit) {
      let made = try ledger.transaction(try transaction(of: "target", target.seq))
      for unit in merged where try hasTarget(unit, like: target) {
        let then = try links(of: unit, into: target, before: made?.changes.first ?? 0)
        let now = try links(of: unit, into: target, before: .max)
        if then.isEmpty == now.isEmpty { continue }
        let turns =
          try now.map { link in try giver(of: .unit, link.unit) { link.isIn($0) } }
          + then.compactMap { link in try turn(of: .unit, link.unit) { !link.isIn($0) } }
        throw UndoFault.neededBy(transaction: turns.max() ?? 0)
      }
    }
  }

  /// The units that were ever merged into another, and those others.
  private func everMerged() throws(StorageError) -> [(unit: UnitID, into: UnitID)] {
    try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'unit' AND body LIKE ?1 ORDER BY seq",
      [.text("%\nmerged=%")]
    ) { row in
      let stored = StoredUnit(id: row.int(0), fields: FieldList(parsing: row.text(1)))
      return stored.unit.parent.map { (unit: stored.unit.id, into: $0) }
    }.compactMap { $0 }
  }

  private func hasTarget(
    _ unit: UnitID, like target: RestoredTarget
  ) throws(StorageError) -> Bool {
    guard unit != target.unit else { return false }
    return try connection.first(
      """
      SELECT 1 FROM target WHERE unit = ?1 AND indicator = ?2 AND year = ?3 AND withdrawn = 0
      LIMIT 1
      """, [.int(unit), .int(target.indicator), Value(target.year)]
    ) { _ in true } ?? false
  }

  /// The mergers by which a target contained that of a unit, one into the next, as the units stood before a
  /// change; none where it did not contain it.
  private func links(
    of unit: UnitID, into target: RestoredTarget, before change: Int64
  ) throws(StorageError) -> [UnitMerger] {
    var found: [UnitMerger] = []
    var next = unit
    while !found.contains(where: { $0.unit == next }) {
      let body = try connection.first(
        """
        SELECT body FROM change WHERE subject = 'unit' AND object = ?1 AND seq < ?2
        ORDER BY seq DESC LIMIT 1
        """, [.int(next), .int(change)]
      ) { $0.text(0) }
      guard let body, !body.isEmpty else { return [] }
      let stored = StoredUnit(id: next, fields: FieldList(parsing: body))
      guard let merged = stored.merged, let parent = stored.unit.parent, merged <= target.seq
      else { return [] }
      found.append(UnitMerger(unit: next, into: parent, through: target.seq))
      if parent == target.unit { return found }
      next = parent
    }
    return []
  }
}

/// That one unit was merged into another before a revision.
private struct UnitMerger {
  let unit: UnitID
  let into: UnitID
  /// The number of the revision.
  let through: Int64

  /// Whether it is so in a state of the unit.
  func isIn(_ fields: FieldList) -> Bool {
    let stored = StoredUnit(id: unit, fields: fields)
    return stored.merged.map { $0 <= through } ?? false && stored.unit.parent == into
  }
}
