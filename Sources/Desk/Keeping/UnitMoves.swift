public import Storage
public import TargetEngine

extension Desk {
  /// Moves a unit under another parent; its whole history moves with it (按现行区划口径).
  public func moveUnit(_ text: String, under parentText: String) throws -> Written<StoredUnit> {
    try changeRecords { session in
      let unit = try unit(text)
      try session.repost(groupsOf: unit.unit.id)
      let moved = try move(unit, under: try self.unit(parentText), session.transaction)
      try expectFree([moved.unit.name] + moved.aliases, for: moved.unit)
      try repost(moved, session)
      return moved
    }
  }

  /// Merges a unit into another: closes it and puts it under that one, from now on.
  public func mergeUnit(
    _ text: String, into otherText: String, on day: Day
  ) throws -> Written<StoredUnit> {
    guard day <= context.today else { throw DeskError.mergesLater(day) }
    return try changeRecords { session in
      var moved = try move(try unit(text), under: try unit(otherText), session.transaction)
      moved.merged = session.transaction.nextTarget
      let closed = try close(moved, on: day, session.transaction)
      try repost(closed, session)
      return closed
    }
  }

  /// Under other units other rules may hold of who reports by list.
  private func repost(_ moved: StoredUnit, _ session: RecordSession) throws {
    if try !ledger.sourcings().isEmpty { try session.repost(below: moved.unit.id) }
    try session.repost(groupsOf: moved.unit.id)
  }

  /// Closes a unit after a day, its last one.
  ///
  /// - Throws: `DeskError.closedBefore`, `.opensAfterClosing`, `.childOpens` for one with a unit below it that opens
  ///   after that day, `.entriesAfter` for one that has entries after it.
  public func closeUnit(_ text: String, on day: Day) throws -> Written<StoredUnit> {
    try changeRecords { session in
      let closed = try close(try unit(text), on: day, session.transaction)
      try session.repost(groupsOf: closed.unit.id)
      return closed
    }
  }

  private func move(
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
    guard stored.unit.parent != parent.unit.id else { return stored }
    stored.unit.parent = parent.unit.id
    stored.merged = nil
    try transaction.update(stored)
    return stored
  }

  private func close(
    _ stored: StoredUnit, on day: Day, _ transaction: Transaction
  ) throws -> StoredUnit {
    var stored = stored
    if let closed = stored.unit.closed {
      throw DeskError.closedBefore(stored.unit.name, on: closed)
    }
    if let opened = stored.unit.opened, day < opened {
      throw DeskError.opensAfterClosing(stored.unit.name)
    }
    // Its list would not be taken by an import.
    for child in try ledger.children(of: stored.unit.id).map(\.unit) {
      guard let opened = child.opened, opened > day else { continue }
      throw DeskError.childOpens(child.name, on: opened, unit: stored.unit.name)
    }
    if let last = try ledger.lastDay(ofOwnEntries: stored.unit.id), last > day {
      throw DeskError.entriesAfter(unit: stored.unit.name, day: day, last: last)
    }
    stored.unit.closed = day
    try transaction.update(stored)
    return stored
  }
}
