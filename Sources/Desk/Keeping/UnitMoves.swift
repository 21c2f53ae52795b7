public import Storage
public import TargetEngine

extension Desk {
  /// Moves a unit under another parent; its whole history moves with it (按现行区划口径).
  public func moveUnit(_ text: String, under parentText: String) throws -> Written<StoredUnit> {
    var forms = FormsChanged()
    var written = try changeRecords { session in
      let unit = try unit(text)
      let before = try FormsBefore(self)
      try session.repost(groupsOf: unit.unit.id)
      let moved = try move(unit, under: try self.unit(parentText), session.transaction)
      try expectFree([moved.unit.name] + moved.aliases, for: moved.unit)
      try repost(moved, session)
      forms = try FormsChanged(self, since: before)
      return moved
    }
    written.tell(forms)
    return written
  }

  /// Under other units other rules may hold of who reports by list.
  func repost(_ moved: StoredUnit, _ session: RecordSession) throws {
    if try !ledger.sourcings().isEmpty { try session.repost(below: moved.unit.id) }
    try session.repost(groupsOf: moved.unit.id)
  }

  func move(
    _ stored: StoredUnit, under parent: StoredUnit, _ transaction: Transaction
  ) throws -> StoredUnit {
    var stored = stored
    let ancestors = try ledger.ancestors(of: parent.unit.id)
    guard parent.unit.id != stored.unit.id, !ancestors.contains(stored.unit.id) else {
      throw DeskError.parentBelow(unit: stored.unit.name, parent: parent.unit.name)
    }
    if let closed = parent.unit.closed, closed < context.today {
      throw DeskError.parentClosed(unit: stored.unit.name, parent: parent.unit.name, on: closed)
    }
    try expectOverlap(parent.unit, above: stored.unit)
    guard stored.unit.parent != parent.unit.id else { return stored }
    stored.unit.parent = parent.unit.id
    stored.merged = nil
    try transaction.update(stored)
    return stored
  }
}
