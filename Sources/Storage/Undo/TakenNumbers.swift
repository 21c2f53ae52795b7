internal import Database
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Throws where an undo would let a list replace a number that was entered after the undone transaction, or that
  /// stood before it beside a list: it was accepted only because the place reported by number then.
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
      let numbers = try numbers(at: place, in: 0..<first)
      let list = try firstPosting(at: place)
      var stood = try stood(at: place, before: row)
      for number in numbers where number.seq < row.entries.first {
        guard let end = try sources.end(of: number.key, at: place) else { continue }
        stood[end] = try stood[end, default: 0].adding(number.amount)
      }
      for number in numbers.reversed() {
        guard let end = try sources.end(of: number.key, at: place), taken[end] ?? 0 != 0,
          number.seq >= row.entries.end || number.seq > list && stood[end] ?? 0 != 0,
          let giver = try giver(ofNumber: number.seq)
        else { continue }
        throw UndoFault.neededBy(transaction: giver)
      }
    }
  }

  /// The transaction in force that entered a number, also where it was undone and brought back; nil for what only
  /// took something away.
  private func giver(ofNumber seq: Int64) throws -> Int64? {
    guard let row = try ledger.transaction(ofEntry: seq),
      let giver = try ledger.takenAway(byUndoing: row),
      try ledger.reversal(of: giver) == nil
    else { return nil }
    return giver
  }

  /// The first entry by which a record ever posted to a place.
  private func firstPosting(at place: ListedPlace) throws(StorageError) -> Int64 {
    let seq =
      try connection.first(
        """
        SELECT MIN(e.seq) FROM run r CROSS JOIN entry e
        WHERE e.seq >= r.first AND e.seq < r.first + r.entries
          AND r.unit = ?1 AND e.indicator + 0 = ?2 AND \(EntrySource.isListed("e"))
        """, [.int(place.unit), .int(place.indicator)]
      ) { $0.optionalInt(0) } ?? nil
    return seq ?? .max
  }

  /// What had given way at a place before a transaction, by where it did.
  private func stood(
    at place: ListedPlace, before row: JournalRow
  ) throws -> [PostingKey: Int64] {
    var sums: [PostingKey: Int64] = [:]
    for entry in try ledger.givenWay(at: place, in: 0..<row.entries.first) {
      let key = PostingKey(of: entry)
      sums[key] = try sums[key, default: 0].adding(entry.amount)
    }
    return sums
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
      CROSS JOIN entry e
      WHERE e.seq >= r.first AND e.seq < r.first + r.entries
        AND r.unit = ?1 AND e.indicator + 0 = ?2 AND r.first + r.entries > ?3
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
  mutating func end(of number: PostingKey, at place: ListedPlace) throws -> PostingKey? {
    try isByList(place, on: number.day) ? number : nextList(after: number.day, at: place)
  }
}
