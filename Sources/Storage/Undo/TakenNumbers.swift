internal import Database
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Throws where an undo lets a number give way to a list that was entered after the undone transaction: it
  /// was entered because the place reported by number then.
  func forbidTakenNumbers(after row: JournalRow) throws {
    let taken = try connection.rows(
      """
      SELECT DISTINCT e.unit, e.indicator FROM entry e WHERE e.seq >= ?1 AND e.source = ?2
      """, [.int(journal.row.entries.first), .text(EntrySource.opening)]
    ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) }
    for place in taken.sorted() {
      let entries = try connection.rows(
        """
        SELECT e.seq FROM run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
        WHERE r.unit = ?1 AND e.indicator = ?2 AND e.seq >= ?3 AND e.seq < ?4
          AND NOT \(EntrySource.isListed("e")) AND e.source NOT IN ('list', 'back')
        ORDER BY e.seq
        """,
        [
          .int(place.unit), .int(place.indicator), .int(row.entries.end),
          .int(journal.row.entries.first),
        ]
      ) { $0.int(0) }
      for seq in entries {
        guard let later = try ledger.transaction(ofEntry: seq), later.reverses == 0,
          try ledger.reversal(of: later.transaction) == nil
        else { continue }
        throw UndoFault.neededBy(transaction: later.transaction)
      }
    }
  }
}
