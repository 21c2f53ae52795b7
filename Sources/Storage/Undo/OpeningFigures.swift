internal import TargetEngine

/// Numbers that gave way to a list come back when no transaction in force has told the list of their
/// unit any more, and go again when one does. Source: `engine.md`, "Undo".
///
/// A record that was removed, or went to another unit, leaves the list empty; the numbers stay away.
extension Transaction {
  /// Lets numbers that an undo brings back stand where no list is in force any more.
  ///
  /// - Parameter row: the transaction that is undone; what it posted itself is no obstacle.
  /// - Throws: `UndoFault.neededBy` for a place that a list has taken meanwhile.
  func admitNumbers(_ entries: [Entry], ofUndoing row: JournalRow) throws {
    if entries.isEmpty { return }
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
      if let list = try ledger.standingList(at: place, beside: row.entries)
        ?? ledger.listInForce(at: place, onceUndone: row.transaction)
      {
        throw UndoFault.neededBy(transaction: list)
      }
      try unlist(indicator: place.indicator, unit: place.unit)
    }
  }

  /// Lets those places report by number again where an undo has left no list, and gives the numbers
  /// back that gave way to it.
  ///
  /// - Parameter undone: the transaction that is undone; what records call for now is posted already.
  func giveBackNumbers(after undone: JournalRow) throws {
    var back: [Entry] = []
    for place in try ledger.placesOfLists(in: [undone.entries, row.entries])
    where try ledger.standingList(at: place) == nil
      && ledger.listInForce(at: place, onceUndone: undone.transaction) == nil
    {
      back += try ledger.givenWay(at: place)
      try unlist(indicator: place.indicator, unit: place.unit)
    }
    try post(try back.map { try $0.opposite })
  }
}

extension Entry {
  var opposite: Entry {
    get throws(OverflowFault) {
      var entry = self
      entry.amount = try Int64(0).subtracting(amount)
      return entry
    }
  }
}

extension Ledger {
  /// The list to which an entry told by number gave way; nil while the entry counts.
  func listThatTook(_ entry: Entry) throws -> Int64? {
    let place = ListedPlace(indicator: entry.indicator, unit: entry.unit)
    var sources = try ListSources(self)
    // By earlier versions' rules numbers did not come back on days that were left to them.
    let taken = try givenWay(at: place, in: entry.seq..<Int64.max).contains {
      $0.day == entry.day && $0.year == entry.year
    }
    guard try taken || isListed(place) && sources.isByList(place, on: entry.day) else { return nil }
    if let list = try standingList(at: place) { return list }
    return try lists(at: place).last { $0.entries.end > entry.seq }?.transaction
  }

  /// A transaction that told a unit's list, and is in force once another is undone.
  func listInForce(
    at place: ListedPlace, onceUndone undone: Int64
  ) throws(StorageError) -> Int64? {
    for row in try lists(at: place) where row.reverses == 0 {
      if try isInForce(row.transaction, onceUndone: undone), try !changesRules(row) {
        return row.transaction
      }
    }
    return nil
  }

  /// The transactions in which records have posted to a place.
  private func lists(at place: ListedPlace) throws(StorageError) -> [JournalRow] {
    // A stretch of entries is of one transaction.
    let stretches = try connection.rows(
      """
      SELECT r.first FROM run r WHERE r.unit = ?1 AND EXISTS (
        SELECT 1 FROM entry e WHERE e.seq >= r.first AND e.seq < r.first + r.entries
          AND e.indicator = ?2 AND \(EntrySource.isListed("e")))
      ORDER BY r.first
      """, [.int(place.unit), .int(place.indicator)]
    ) { $0.int(0) }
    var rows: [JournalRow] = []
    for seq in stretches {
      // What is written just now is of no transaction yet.
      guard let row = try transaction(ofEntry: seq), row.entries.range.contains(seq) else {
        continue
      }
      rows.append(row)
    }
    return rows
  }

  /// Whether a transaction changed who reports by list.
  private func changesRules(_ row: JournalRow) throws(StorageError) -> Bool {
    try connection.first(
      "SELECT 1 FROM change WHERE seq >= ?1 AND seq < ?2 AND subject = 'sourcing' LIMIT 1",
      [.int(row.changes.first), .int(row.changes.end)]
    ) { _ in true } ?? false
  }

  /// The places where records posted in those stretches.
  fileprivate func placesOfLists(
    in stretches: [JournalRow.Rows]
  ) throws(StorageError) -> [ListedPlace] {
    var places: Set<ListedPlace> = []
    for rows in stretches where rows.count > 0 {
      places.formUnion(
        try connection.rows(
          """
          SELECT DISTINCT e.unit, e.indicator FROM entry e WHERE e.seq >= ?1 AND e.seq < ?2
            AND (\(EntrySource.isListed("e")) OR e.source = 'list')
          """, [.int(rows.first), .int(rows.end)]
        ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) })
    }
    return places.sorted()
  }

  /// The transaction that posted what records still call for at a place; nil when they call for
  /// nothing.
  ///
  /// - Parameter rows: entries that do not count.
  func standingList(
    at place: ListedPlace, beside rows: JournalRow.Rows = .none
  ) throws(StorageError) -> Int64? {
    let seq =
      try connection.first(
        """
        SELECT MIN(s.first) FROM (
          SELECT MIN(e.seq) AS first FROM run r
          JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
          WHERE r.unit = ?1 AND e.indicator = ?2 AND \(EntrySource.isListed("e"))
            AND NOT (e.seq >= ?3 AND e.seq < ?4)
          GROUP BY e.record, e.source, e.day, e.year HAVING SUM(e.amount) <> 0
        ) s
        """, [.int(place.unit), .int(place.indicator), .int(rows.first), .int(rows.end)]
      ) { $0.optionalInt(0) } ?? nil
    guard let seq else { return nil }
    return try transaction(ofEntry: seq)?.transaction
  }

  /// What has been taken from a place because numbers gave way, and was not given back.
  ///
  /// - Parameter rows: the entries that count.
  func givenWay(
    at place: ListedPlace, in rows: Range<Int64> = 0..<Int64.max
  ) throws -> [Entry] {
    let entries = try connection.rows(
      """
      SELECT \(Entry.qualified) FROM run r
      JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?1 AND e.indicator = ?2
        AND (e.source IN ('list', 'back') OR e.source LIKE 'undo:%')
        AND e.seq >= ?3 AND e.seq < ?4 ORDER BY e.seq
      """,
      [.int(place.unit), .int(place.indicator), .int(rows.lowerBound), .int(rows.upperBound)]
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
    while let undone = try self.entry(answeredBy: entry, EntrySource.undo) { entry = undone }
    return EntrySource.isOpening(entry.source)
  }
}
