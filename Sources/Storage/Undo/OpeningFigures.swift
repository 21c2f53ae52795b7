internal import TargetEngine

/// Numbers that gave way to a list come back when the last record of their unit is undone, and go
/// again when that is undone. Source: `engine.md`, "Undo".
extension Transaction {
  /// Lets numbers that an undo brings back stand where no record posts any more.
  ///
  /// - Throws: `UndoFault.neededBy` for a place that a list has taken meanwhile.
  func admitNumbers(_ entries: [Entry]) throws {
    let listed = try ledger.listed()
    var sources = try ListSources(ledger)
    var places: Set<ListedPlace> = []
    for entry in entries {
      let place = ListedPlace(indicator: entry.indicator, unit: entry.unit)
      if listed.contains(place), try sources.isByList(place, on: entry.day) {
        places.insert(place)
      }
    }
    for place in places.sorted() {
      if let list = try ledger.standingList(at: place) {
        throw UndoFault.neededBy(transaction: list)
      }
      try unlist(indicator: place.indicator, unit: place.unit)
    }
  }

  /// Gives the numbers of those places back where an undo has left no record that posts.
  ///
  /// - Parameter row: the transaction that is undone; what records call for now is posted already.
  func giveBackNumbers(after row: JournalRow) throws {
    var back: [Entry] = []
    for place in try ledger.placesWhereNumbersGaveWay(in: row)
    where try ledger.standingList(at: place) == nil {
      for entry in try ledger.givenWay(at: place) {
        var entry = entry
        entry.amount = try Int64(0).subtracting(entry.amount)
        back.append(entry)
      }
      try unlist(indicator: place.indicator, unit: place.unit)
    }
    try post(back)
  }
}

extension Ledger {
  /// The places where a transaction posted by list, and where numbers have ever given way.
  fileprivate func placesWhereNumbersGaveWay(
    in row: JournalRow
  ) throws(StorageError) -> [ListedPlace] {
    guard row.entries.count > 0 else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT l.unit, l.indicator FROM entry l
      WHERE l.source = 'list' AND l.source <> '' AND EXISTS (
        SELECT 1 FROM run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
        WHERE r.unit = l.unit AND r.first < ?2 AND r.first + r.entries > ?1
          AND e.seq >= ?1 AND e.seq < ?2 AND e.indicator = l.indicator
          AND (\(EntrySource.isListed("e")) OR e.source = 'list'))
      ORDER BY l.unit, l.indicator
      """, [.int(row.entries.first), .int(row.entries.end)]
    ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) }
  }

  /// The transaction that posted what records still call for at a place; nil when they call for
  /// nothing.
  func standingList(at place: ListedPlace) throws(StorageError) -> Int64? {
    let seq =
      try connection.first(
        """
        SELECT MIN(s.first) FROM (
          SELECT MIN(e.seq) AS first FROM run r
          JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
          WHERE r.unit = ?1 AND e.indicator = ?2 AND \(EntrySource.isListed("e"))
          GROUP BY e.record, e.source, e.day, e.year HAVING SUM(e.amount) <> 0
        ) s
        """, [.int(place.unit), .int(place.indicator)]
      ) { $0.optionalInt(0) } ?? nil
    guard let seq else { return nil }
    return try transaction(ofEntry: seq)?.transaction
  }

  /// What has been taken from a place because numbers gave way, and was not given back.
  fileprivate func givenWay(at place: ListedPlace) throws -> [Entry] {
    let entries = try connection.rows(
      """
      SELECT \(Entry.qualified) FROM run r
      JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?1 AND e.indicator = ?2
        AND (e.source IN ('list', 'back') OR e.source LIKE 'undo:%') ORDER BY e.seq
      """, [.int(place.unit), .int(place.indicator)]
    ) { Entry($0) }.compactMap { $0 }
    var sums: [PostingKey: Int64] = [:]
    for entry in entries where try isOpening(entry) {
      let key = PostingKey(
        indicator: entry.indicator, unit: entry.unit, day: entry.day, year: entry.year)
      sums[key] = try sums[key, default: 0].adding(entry.amount)
    }
    return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { key, amount in
      Entry(
        unit: key.unit, indicator: key.indicator, day: key.day, year: key.year, amount: amount,
        source: EntrySource.givenBack)
    }
  }

  /// Whether an entry lets numbers give way to a list or gives them back. Earlier versions gave them
  /// back as the opposites of an undo.
  func isOpening(_ entry: Entry) throws(StorageError) -> Bool {
    var entry = entry
    while let undone = try self.entry(named: entry.source, by: "undo:"), undone.seq < entry.seq {
      entry = undone
    }
    return EntrySource.isOpening(entry.source)
  }
}
