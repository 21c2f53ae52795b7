internal import Database
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Throws where an undo would let a list replace a number that was entered after the undone transaction: it was
  /// accepted only because the place reported by number then.
  func forbidTakenNumbers(after row: JournalRow) throws {
    let taken = try connection.rows(
      """
      SELECT DISTINCT e.unit, e.indicator, e.day, e.year FROM entry e
      WHERE e.seq >= ?1 AND e.source = ?2
      """, [.int(journal.row.entries.first), .text(EntrySource.opening)]
    ) { key($0) }.compactMap { $0 }
    if taken.isEmpty { return }
    var sources = try ListSources(ledger)
    let keys = Set(taken)
    for place in Set(taken.map { ListedPlace(indicator: $0.indicator, unit: $0.unit) }).sorted() {
      for (seq, number) in try numbers(at: place, after: row) {
        let end =
          try sources.isByList(place, on: number.day)
          ? number : sources.nextList(after: number.day, at: place)
        guard let end, keys.contains(end), let later = try ledger.transaction(ofEntry: seq),
          later.reverses == 0, try ledger.reversal(of: later.transaction) == nil
        else { continue }
        throw UndoFault.neededBy(transaction: later.transaction)
      }
    }
  }

  /// The numbers of a place from between a transaction and the undo, each with its entry's number.
  private func numbers(
    at place: ListedPlace, after row: JournalRow
  ) throws(StorageError) -> [(seq: Int64, key: PostingKey)] {
    try connection.rows(
      """
      SELECT e.unit, e.indicator, e.day, e.year, e.seq FROM run r
      JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?1 AND e.indicator = ?2 AND r.first + r.entries > ?3
        AND e.seq >= ?3 AND e.seq < ?4
        AND NOT \(EntrySource.isListed("e")) AND e.source NOT IN ('list', 'back')
      ORDER BY e.seq
      """,
      [
        .int(place.unit), .int(place.indicator), .int(row.entries.end),
        .int(journal.row.entries.first),
      ]
    ) { statement in key(statement).map { (statement.int(4), $0) } }.compactMap { $0 }
  }

  private func key(_ row: any Statement) -> PostingKey? {
    row.day(2).map {
      PostingKey(indicator: row.int(1), unit: row.int(0), day: $0, year: Int(row.int(3)))
    }
  }
}
