public import Storage
public import TargetEngine

/// A unit that was closed, or merged into another.
public struct ClosedUnit: Sendable {
  /// The unit with its last day.
  public var unit: StoredUnit
  /// Its targets of later years, which hold no more.
  public var withdrawn: [ClosedTarget]
}

/// A target of a year in which its unit is no more.
public struct ClosedTarget: Sendable {
  /// What was to be reached.
  public var indicator: Indicator
  /// The plan year.
  public var year: Int
  /// How much: of several revisions the last.
  public var amount: Int64
}

extension Desk {
  /// Merges a unit into another: closes it and puts it under that one, from now on.
  public func mergeUnit(
    _ text: String, into otherText: String, on day: Day
  ) throws -> Written<ClosedUnit> {
    guard day <= context.today else { throw DeskError.mergesLater(day) }
    var forms = FormsChanged()
    var written = try changeRecords { session in
      let unit = try unit(text)
      let before = try FormsBefore(self)
      var moved = try move(unit, under: try self.unit(otherText), session.transaction)
      moved.merged = session.transaction.nextTarget
      let closed = try close(moved, on: day, session.transaction)
      try repost(closed.unit, session)
      forms = try FormsChanged(self, since: before)
      return closed
    }
    written.tell(forms)
    return written
  }

  /// Closes a unit after a day, its last one.
  ///
  /// - Throws: `DeskError.closedBefore`, `.opensAfterClosing`, `.childOpens` for one with a unit below it that opens
  ///   after that day, `.entriesAfter` for one that has entries after it.
  public func closeUnit(_ text: String, on day: Day) throws -> Written<ClosedUnit> {
    try changeRecords { session in
      let closed = try close(try unit(text), on: day, session.transaction)
      try session.repost(groupsOf: closed.unit.unit.id)
      return closed
    }
  }

  private func close(
    _ stored: StoredUnit, on day: Day, _ transaction: Transaction
  ) throws -> ClosedUnit {
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
    let withdrawn = try transaction.withdrawTargets(of: stored.unit.id, after: day)
    return ClosedUnit(unit: stored, withdrawn: try closedTargets(withdrawn))
  }

  /// What targets that were withdrawn said last.
  private func closedTargets(_ withdrawn: [Target]) throws -> [ClosedTarget] {
    if withdrawn.isEmpty { return [] }
    let indicators = try ledger.indicatorsByID()
    var last: [LineKey: Target] = [:]
    for target in withdrawn {
      let key = LineKey(indicator: target.indicator, year: target.year)
      if last[key].map({ $0.effective <= target.effective }) ?? true { last[key] = target }
    }
    return last.values.sorted { ($0.indicator, $0.year) < ($1.indicator, $1.year) }.compactMap {
      target in
      indicators[target.indicator].map {
        ClosedTarget(indicator: $0, year: target.year, amount: target.amount)
      }
    }
  }
}
