internal import Database
internal import Journal
internal import TargetEngine

/// What an undo leaves at units that are closed. Source: `engine.md`, "A closed unit keeps its history and
/// refuses entries dated after its closing … targets of later years".
extension Transaction {
  /// Throws where what the undo posted, or the closing that it restored, leaves figures after the last day of a
  /// unit, and where it restored a target of a later year.
  ///
  /// - Parameter row: what is undone.
  func forbidOutsideTimes(after row: JournalRow) throws {
    var sources = try ListSources(ledger)
    for unit in try closedUnits() {
      let isClosedByIt = try closedBefore(unit) == nil
      for late in try ledger.entriesAfterClosing(of: unit) {
        let isOwn = isClosedByIt || late.last >= journal.row.entries.first
        // What an earlier version left so is not this undo's fault.
        guard isOwn, try !sources.goesBackToList(late.place, on: late.day) else { continue }
        throw UndoFault.neededBy(
          transaction: isClosedByIt ? try posting(late) : try closing(of: unit))
      }
      if isClosedByIt { try forbidLaterTargets(of: unit, after: row) }
      // What records of the unit count for together has ended with the closing by now.
      guard isClosedByIt else { continue }
      let begun = try ledger.groupsBegunAfterClosing(of: unit, before: journal.row.entries.first)
      if let late = begun.first { throw UndoFault.neededBy(transaction: try posting(late)) }
    }
    let targets = try restoredTargets()
    try forbidOtherMergers(of: targets)
    let catalogue = targets.isEmpty ? [] : try ledger.indicators()
    for target in targets {
      guard let closed = try ledger.unit(id: target.unit)?.unit.closed,
        let indicator = catalogue.first(where: { $0.id == target.indicator }),
        target.year > indicator.planYear(of: closed).label
      else { continue }
      throw UndoFault.neededBy(transaction: try closing(of: target.unit))
    }
  }

  /// Throws where a unit that is closed again has got a target of a later year meanwhile.
  private func forbidLaterTargets(of unit: UnitID, after row: JournalRow) throws {
    guard let closed = try ledger.unit(id: unit)?.unit.closed else { return }
    for stored in try ledger.targets(of: unit, after: closed) {
      let giver = try giver(ofTarget: stored.seq)
      if giver > row.transaction { throw UndoFault.neededBy(transaction: giver) }
    }
  }

  /// The transaction since which a target holds: the one that set it, or an undo that brought it back.
  private func giver(ofTarget seq: Int64) throws(StorageError) -> Int64 {
    let turned =
      try connection.first(
        "SELECT MAX(seq) FROM change WHERE subject = 'target' AND object = ?1 AND seq < ?2",
        [.int(seq), .int(journal.row.changes.first)]
      ) { $0.optionalInt(0) } ?? nil
    if let turned { return try ledger.transaction(ofChange: turned) }
    let set =
      try connection.first(
        "SELECT MAX(tx) FROM journal WHERE targets > 0 AND first_target <= ?1", [.int(seq)]
      ) { $0.optionalInt(0) } ?? nil
    return set ?? 0
  }

  /// Throws where a record that the undo gave back counts for nothing, since its unit was closed meanwhile, before
  /// it begins.
  func forbidLateBeginnings(_ records: [RestoredRecord], after row: JournalRow) throws {
    for record in records {
      guard let new = record.new, !new.isRemoved else { continue }
      let old = record.returns ? nil : record.old
      for (id, day) in record.shape.newlyCountedTogether(new, after: old) {
        guard let closed = try ledger.unit(id: id)?.unit.closed, closed < day else { continue }
        let closing = try closing(of: id)
        // In a unit that was closed already it stood before.
        if closing > row.transaction { throw UndoFault.neededBy(transaction: closing) }
      }
    }
  }

  /// The closed units that the undo changed or posted to.
  private func closedUnits() throws(StorageError) -> [UnitID] {
    try connection.rows(
      """
      SELECT u.id FROM unit u WHERE u.closed IS NOT NULL AND (
        u.id IN (SELECT e.unit FROM entry e WHERE e.seq >= ?2)
        OR u.id IN (SELECT c.object FROM change c WHERE c.seq >= ?1 AND c.subject = 'unit'))
      ORDER BY u.id
      """, [.int(journal.row.changes.first), .int(journal.row.entries.first)]
    ) { $0.int(0) }
  }

  /// The last day that a unit had before the undo.
  private func closedBefore(_ unit: UnitID) throws(StorageError) -> String? {
    try closings(of: unit).last?.closed
  }

  /// The targets that the undo brought back.
  private func restoredTargets() throws(StorageError) -> [RestoredTarget] {
    try connection.rows(
      """
      SELECT t.seq, t.unit, t.indicator, t.year FROM change c JOIN target t ON t.seq = c.object
      WHERE c.seq >= ?1 AND c.subject = 'target' AND t.withdrawn = 0
      """, [.int(journal.row.changes.first)]
    ) {
      RestoredTarget(
        seq: $0.int(0), unit: $0.int(1), indicator: $0.int(2), year: Int($0.int(3)))
    }
  }

  /// The latest transaction from before the undo that posted to a day.
  private func posting(_ late: LateEntries) throws -> Int64 {
    let seq = try connection.first(
      """
      SELECT MAX(e.seq) FROM run r CROSS JOIN entry e
      WHERE e.seq >= r.first AND e.seq < r.first + r.entries
        AND r.unit = ?1 AND e.indicator + 0 = ?2 AND e.day + 0 = ?3 AND e.year + 0 = ?4 AND e.seq < ?5
      """,
      [
        .int(late.place.unit), .int(late.place.indicator), Value(late.day.rawValue),
        Value(late.year), .int(journal.row.entries.first),
      ]
    ) { $0.optionalInt(0) }
    return try seq.flatMap { $0 }.flatMap { try ledger.transaction(ofEntry: $0)?.transaction }
      ?? closing(of: late.place.unit)
  }

  /// The transaction that closed a unit.
  func closing(of unit: UnitID) throws(StorageError) -> Int64 {
    let since = try closings(of: unit).reversed().prefix { $0.closed != nil }.last
    return try ledger.transaction(ofChange: since?.seq ?? 0)
  }

  /// The changes of a unit before the undo, with the last day that each left it.
  private func closings(
    of unit: UnitID
  ) throws(StorageError) -> [(seq: Int64, closed: String?)] {
    try connection.rows(
      "SELECT seq, body FROM change WHERE subject = 'unit' AND object = ?1 AND seq < ?2 ORDER BY seq",
      [.int(unit), .int(journal.row.changes.first)]
    ) { ($0.int(0), FieldList(parsing: $0.text(1))["closed"]) }
  }
}
