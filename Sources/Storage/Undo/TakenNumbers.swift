internal import Database
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Throws where an undo would let a list replace a number that was entered after the undone transaction: it was
  /// accepted only because the place reported by number then.
  func forbidTakenNumbers(after row: JournalRow) throws {
    var taken = try openingsOfUndo()
    if taken.isEmpty { return }
    var sources = try ListSources(ledger)
    let first = journal.row.entries.first
    let places = Set(taken.keys.map { ListedPlace(indicator: $0.indicator, unit: $0.unit) })
      .sorted()
    // What the undo itself takes out of the numbers gives way no more: that takes nothing from others.
    for place in places {
      for number in try numbers(at: place, in: first..<Int64.max) {
        guard let end = try sources.end(of: number.key, at: place), let sum = taken[end] else {
          continue
        }
        taken[end] = try sum.adding(number.amount)
      }
    }
    for place in places {
      for number in try numbers(at: place, in: row.entries.end..<first) {
        guard let end = try sources.end(of: number.key, at: place), taken[end] ?? 0 != 0,
          let later = try ledger.transaction(ofEntry: number.seq), later.reverses == 0,
          try ledger.reversal(of: later.transaction) == nil
        else { continue }
        throw UndoFault.neededBy(transaction: later.transaction)
      }
    }
  }

  /// What the undo let give way to lists.
  private func openingsOfUndo() throws -> [PostingKey: Int64] {
    let entries = try connection.rows(
      """
      SELECT e.unit, e.indicator, e.day, e.year, e.amount FROM entry e
      WHERE e.seq >= ?1 AND e.source = ?2
      """, [.int(journal.row.entries.first), .text(EntrySource.opening)]
    ) { row in key(row).map { ($0, row.int(4)) } }.compactMap { $0 }
    var sums: [PostingKey: Int64] = [:]
    for (key, amount) in entries { sums[key] = try sums[key, default: 0].adding(amount) }
    return sums
  }

  /// The numbers of a place among some entries.
  private func numbers(
    at place: ListedPlace, in seqs: Range<Int64>
  ) throws(StorageError) -> [(seq: Int64, key: PostingKey, amount: Int64)] {
    try connection.rows(
      """
      SELECT e.unit, e.indicator, e.day, e.year, e.seq, e.amount FROM run r
      JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?1 AND e.indicator = ?2 AND r.first + r.entries > ?3
        AND e.seq >= ?3 AND e.seq < ?4
        AND NOT \(EntrySource.isListed("e")) AND e.source NOT IN ('list', 'back')
      ORDER BY e.seq
      """,
      [
        .int(place.unit), .int(place.indicator), .int(seqs.lowerBound), .int(seqs.upperBound),
      ]
    ) { row in key(row).map { (row.int(4), $0, row.int(5)) } }.compactMap { $0 }
  }

  private func key(_ row: any Statement) -> PostingKey? {
    row.day(2).map {
      PostingKey(indicator: row.int(1), unit: row.int(0), day: $0, year: Int(row.int(3)))
    }
  }
}

extension ListSources {
  /// Where a number gives way: on its own day, or on that on which its place is reported by list again. Nil where it
  /// does not.
  fileprivate mutating func end(of number: PostingKey, at place: ListedPlace) throws -> PostingKey?
  {
    try isByList(place, on: number.day) ? number : nextList(after: number.day, at: place)
  }
}
