public import Database
public import Journal
public import TargetEngine

/// A target revision with the numbers of the changes that took it back and restored it, by turns.
public struct TurnedTarget: Sendable {
  /// The revision.
  public var stored: StoredTarget
  /// The changes.
  public var turns: [Int64]

  /// Whether it was there, and not taken back, when a transaction had been written.
  public func stood(after row: JournalRow) -> Bool {
    let isTurned = turns.count { $0 >= row.changes.end } % 2 == 1
    return stored.seq < row.targets.end && stored.isWithdrawn == isTurned
  }
}

extension [TurnedTarget] {
  /// The revision of one target that a closed report used.
  ///
  /// - Parameter row: the transaction that closed the month.
  public func used(on day: Day, by row: JournalRow) -> StoredTarget? {
    let standing = filter { $0.stored.target.effective <= day && $0.stood(after: row) }.map(
      \.stored)
    let latest = standing.map(\.target.effective).max()
    // Of equal effective days the revision recorded last holds.
    return standing.last { $0.target.effective == latest }
  }
}

extension Ledger {
  /// All revisions of those of a unit's own targets of which any is taken back, in the order in which they were
  /// recorded.
  public func turnedTargets(
    of unit: UnitID
  ) throws(StorageError) -> [LineKey: [TurnedTarget]] {
    let revisions = try connection.rows(
      """
      SELECT \(StoredTarget.columns) FROM target WHERE unit = ?1 AND (indicator, year) IN (
        SELECT indicator, year FROM target WHERE unit = ?1 AND withdrawn <> 0)
      ORDER BY seq
      """, [.int(unit)]
    ) { StoredTarget($0) }.compactMap { $0 }
    if revisions.isEmpty { return [:] }
    let changes = try connection.rows(
      """
      SELECT t.seq, c.seq FROM target t JOIN change c ON c.subject = 'target' AND c.object = t.seq
      WHERE t.unit = ?1
      """, [.int(unit)]
    ) { (target: $0.int(0), change: $0.int(1)) }
    let turns = Dictionary(grouping: changes, by: \.target)
    return Dictionary(
      grouping: revisions.map {
        TurnedTarget(stored: $0, turns: turns[$0.seq]?.map(\.change) ?? [])
      }
    ) { LineKey(indicator: $0.stored.target.indicator, year: $0.stored.target.year) }
  }
}
