internal import Database
public import Journal
internal import Registers

extension Ledger {
  /// The transaction to be undone.
  ///
  /// - Throws: `UndoFault`, naming the later transaction that depends on it.
  public func undoable(_ number: Int64) throws -> JournalRow {
    guard let row = try transaction(number) else { throw UndoFault.unknown(transaction: number) }
    if row.lines.count > 0 { throw UndoFault.isClosing }
    if try finalChange(of: number) != nil { throw UndoFault.isFinal }
    if let undone = try reversal(of: number) { throw UndoFault.alreadyUndone(by: undone) }
    for dependent in [
      try laterChange(row), try laterTarget(row), try otherRevision(row), try laterCorrection(row),
      try laterList(row),
      try conflict(ofUndoing: row), try laterLevel(row),
    ] {
      if let dependent { throw UndoFault.neededBy(transaction: dependent) }
    }
    return row
  }

  /// What a transaction changed that is never changed back.
  func finalChange(of number: Int64) throws(StorageError) -> Change.Subject? {
    guard let row = try transaction(number) else { return nil }
    let subjects = try connection.rows(
      "SELECT DISTINCT subject FROM change WHERE seq >= ?1 AND seq < ?2",
      [.int(row.changes.first), .int(row.changes.end)]
    ) { Change.Subject(rawValue: $0.text(0)) }
    return subjects.compactMap { $0 }.first { $0.isFinal }
  }

  /// A later transaction in force that changed the same thing.
  private func laterChange(_ row: JournalRow) throws(StorageError) -> Int64? {
    // The same file a second time builds on nothing of the first.
    let isSame = "l.subject = c.subject AND l.object = c.object AND c.subject <> 'imported'"
    let isInList =
      "c.subject = 'list' AND l.subject = 'record'"
      + " AND l.object >= c.object AND l.object < c.object + c.extent"
    var later: Set<Int64> = []
    for match in [isSame, isInList] {
      later.formUnion(
        try connection.rows(
          """
          SELECT DISTINCT (SELECT tx FROM journal WHERE changes > 0 AND first_change <= l.seq
            ORDER BY first_change DESC LIMIT 1)
          FROM change c JOIN change l ON \(match) AND l.seq >= ?2
          WHERE c.seq >= ?1 AND c.seq < ?2
          """, [.int(row.changes.first), .int(row.changes.end)]
        ) { $0.int(0) })
    }
    for number in later.sorted() {
      if let obstacle = try obstacle(number, to: row) { return obstacle }
    }
    return nil
  }

  /// What a later change of the same thing puts in the way. The state from before `row` is right again
  /// only where the same changes are in force as were then.
  func obstacle(_ number: Int64, to row: JournalRow) throws(StorageError) -> Int64? {
    guard let later = try transaction(number) else { return nil }
    return try change(of: chainReversed(by: later).last ?? number, since: row.transaction)
  }

  /// A later list that replaced its numbers.
  private func laterList(_ row: JournalRow) throws -> Int64? {
    guard row.entries.count > 0 else { return nil }
    let lists = try connection.rows(
      """
      SELECT l.unit, l.indicator, MIN(l.seq) FROM entry l
      WHERE l.source = 'list' AND l.source <> '' AND l.seq >= ?2 AND EXISTS (
        SELECT 1 FROM run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
        WHERE r.unit = l.unit AND r.first < ?2 AND r.first + r.entries > ?1
          AND e.seq >= ?1 AND e.seq < ?2 AND e.indicator = l.indicator
          AND NOT \(EntrySource.isListed("e")) AND e.source NOT IN ('list', 'back'))
      GROUP BY l.unit, l.indicator ORDER BY MIN(l.seq)
      """, [.int(row.entries.first), .int(row.entries.end)]
    ) { (ListedPlace(indicator: $0.int(1), unit: $0.int(0)), $0.int(2)) }
    let entries = lists.isEmpty ? [] : try self.entries(row.entries)
    var sources = try ListSources(self)
    for (place, seq) in lists {
      let taken = Set(
        try givenWay(at: place, in: row.entries.end..<Int64.max).map { PostingKey(of: $0) })
      // Where the numbers came back, nothing depends on them.
      let isTaken = try entries.contains { entry in
        guard entry.unit == place.unit, entry.indicator == place.indicator else { return false }
        return try taken.contains(PostingKey(of: entry))
          || isListed(place) && sources.isByList(place, on: entry.day)
      }
      guard isTaken else { continue }
      let taker = try transaction(ofEntry: seq)?.transaction
      if let taker, try reversal(of: taker) == nil { return taker }
      return try standingList(at: place)
        ?? listInForce(at: place, onceUndone: row.transaction) ?? taker
    }
    return nil
  }

  /// A later correction in force of one of its entries, or of an entry that it restored.
  private func laterCorrection(_ row: JournalRow) throws(StorageError) -> Int64? {
    guard row.entries.count > 0 else { return nil }
    for number in [row.transaction] + (try chainReversed(by: row)) {
      // A correction that came back with its entry was made before this transaction.
      guard let made = try transaction(number) else { continue }
      let corrections = try connection.rows(
        """
        SELECT DISTINCT j.tx FROM entry e
        JOIN journal j ON j.first_entry <= e.seq AND e.seq < j.first_entry + j.entries
        WHERE e.seq >= ?1 AND e.source LIKE ?2 ORDER BY j.tx
        """, [.int(made.entries.end), .text("\(EntrySource.correction)\(number).%")]
      ) { $0.int(0) }
      for correction in corrections where try reversal(of: correction) == nil {
        return correction
      }
    }
    return nil
  }
}
