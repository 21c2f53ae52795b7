internal import Database
internal import Journal
internal import TargetEngine

/// What an undo must not do to a unit, since commands refuse it too. Source: `engine.md`, "Units".
extension Transaction {
  /// Throws where a unit would come under another one, or be merged into it, that is closed by then.
  ///
  /// - Parameter now: the unit as it is; nil where it was undone.
  func forbidClosedParent(of stored: StoredUnit, _ now: StoredUnit?, _ today: Day) throws {
    guard let id = stored.unit.parent, let closed = try ledger.unit(id: id)?.unit.closed else {
      return
    }
    let isMerged = stored.merged != nil && now?.merged == nil
    if now?.unit.parent == id, !isMerged { return }
    let last = isMerged ? today : stored.unit.closed ?? today
    if last > closed { throw UndoFault.neededBy(transaction: try closing(of: id)) }
  }

  /// Throws where a name that comes back is the code of another unit, or its code another's name: a command
  /// that names the one would mean the other.
  func forbidNameOfCode(_ stored: StoredUnit, _ now: StoredUnit?) throws {
    let known = Set(now?.comparedNames ?? [])
    var others = try stored.comparedNames.filter { !known.contains($0) }.compactMap {
      try ledger.unit(code: $0)
    }
    if now?.unit.code != stored.unit.code { others += try ledger.units(named: stored.unit.code) }
    guard let other = others.first(where: { $0.unit.id != stored.unit.id }) else { return }
    throw UndoFault.neededBy(
      transaction: try ledger.transaction(ofChange: try lastChange(of: .unit, other.unit.id)))
  }

  /// Throws where a merger would end whose target is in a revision of the other unit's by now.
  ///
  /// - Parameters:
  ///   - number: what the next revision's number was at the merger.
  ///   - unit: the one that was merged into its parent.
  func forbidRevised(since number: Int64, _ unit: StoredUnit) throws {
    let revision =
      try connection.first(
        """
        SELECT MIN(r.seq) FROM target r JOIN target t
          ON t.indicator = r.indicator AND t.year = r.year AND t.unit = ?2 AND t.withdrawn = 0
        WHERE r.unit = ?3 AND r.seq >= ?1 AND r.withdrawn = 0
        """, [.int(number), .int(unit.unit.id), Value(unit.unit.parent)]
      ) { $0.optionalInt(0) } ?? nil
    guard let revision else { return }
    throw UndoFault.neededBy(transaction: try transaction(of: "target", revision))
  }
}
