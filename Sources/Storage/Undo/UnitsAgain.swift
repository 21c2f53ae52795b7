internal import Database
internal import Journal
internal import TargetEngine

/// What an undo must not do to a unit, since commands refuse it too. Source: `engine.md`, "Units".
extension Transaction {
  /// Throws where a unit would come under another one, or be merged into it, that was closed meanwhile.
  ///
  /// - Parameters:
  ///   - now: the unit as it is; nil where it was undone.
  ///   - row: what is undone: under a unit that was closed before it the unit stood then.
  func forbidClosedParent(
    of stored: StoredUnit, _ now: StoredUnit?, after row: JournalRow, _ today: Day
  ) throws {
    guard let id = stored.unit.parent, let closed = try ledger.unit(id: id)?.unit.closed else {
      return
    }
    let isMerged = stored.merged != nil && now?.merged == nil
    if now?.unit.parent == id, !isMerged { return }
    let last = isMerged ? today : stored.unit.closed ?? max(today, stored.unit.opened ?? today)
    guard last > closed else { return }
    let closing = try closing(of: id)
    if closing > row.transaction { throw UndoFault.neededBy(transaction: closing) }
  }

  /// Throws where a unit would be closed again before one opens that came under it meanwhile.
  func forbidLaterChildren(
    of stored: StoredUnit, _ now: StoredUnit?, after row: JournalRow
  ) throws {
    guard let closed = stored.unit.closed, let now, now.unit.closed != closed else { return }
    let opensLater = { (unit: Unit) in unit.opened.map { $0 > closed } ?? false }
    for child in try ledger.children(of: stored.unit.id).map(\.unit) where opensLater(child) {
      let giver = try giver(of: .unit, child.id) {
        let given = StoredUnit(id: child.id, fields: $0).unit
        return given.parent == stored.unit.id && opensLater(given)
      }
      if giver > row.transaction { throw UndoFault.neededBy(transaction: giver) }
    }
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
      transaction: try giver(of: .unit, other.unit.id) {
        let taken = StoredUnit(id: other.unit.id, fields: $0)
        return stored.isMixedUp(with: taken) || taken.isMixedUp(with: stored)
      })
  }
}

extension StoredUnit {
  /// Whether a name of it is the code of another unit.
  fileprivate func isMixedUp(with other: StoredUnit) -> Bool {
    comparedNames.contains(other.unit.code.compared)
  }
}
