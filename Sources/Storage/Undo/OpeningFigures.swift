internal import Database
internal import Journal
internal import TargetEngine

/// Numbers that a list replaced come back when no transaction in force has posted that list any
/// more, and are replaced again when one does. Source: `engine.md`, "Undo".
///
/// A list that became empty, since its records were removed or moved to another unit, is still a
/// list: the numbers stay away.
extension Transaction {
  /// Makes room for numbers that an undo restores: their places report by number again.
  ///
  /// - Parameter row: the transaction that is undone; its own entries are no obstacle.
  /// - Throws: `UndoFault.neededBy` for a place where a list is in force.
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

  /// Lets places report by number again where an undo has left no list, and restores the numbers
  /// that the list had replaced.
  ///
  /// - Parameter undone: the transaction that is undone; records have been posted already.
  func giveBackNumbers(after undone: JournalRow) throws {
    var back: [Entry] = []
    for place in try ledger.placesOfLists(in: [undone.entries, journal.row.entries])
    where try !ledger.isListStanding(at: place)
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
  /// The entries by which a list replaced numbers of a place and which were not reversed since.
  ///
  /// - Parameter rows: the entries to look at.
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

  /// Whether an entry replaces numbers by a list or restores them. Earlier versions restored them
  /// by the opposite entries of an undo.
  func isOpening(_ entry: Entry) throws(StorageError) -> Bool {
    var entry = entry
    while let undone = try self.entry(answeredBy: entry, EntrySource.undo) { entry = undone }
    return EntrySource.isOpening(entry.source)
  }
}
