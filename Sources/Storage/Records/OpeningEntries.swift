public import Database
internal import Journal
public import TargetEngine

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
      CROSS JOIN entry e
      WHERE e.seq >= r.first AND e.seq < r.first + r.entries
        AND r.unit = ?1 AND e.indicator + 0 = ?2
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

extension Transaction {
  /// How much of the numbers of a place had given way to its list on each day before this transaction.
  public func gaveWayBefore(at place: ListedPlace) throws -> [Day: Int64] {
    var amounts: [Day: Int64] = [:]
    for entry in try ledger.givenWay(at: place, in: 0..<journal.row.entries.first) {
      amounts[entry.day] = try (amounts[entry.day] ?? 0).subtracting(entry.amount)
    }
    return amounts
  }

  /// The entries by which numbers give way to lists in this transaction, or come back.
  public func openings() throws(StorageError) -> [Entry] {
    guard replacesNumbers else { return [] }
    return try connection.rows(
      "SELECT \(Entry.columns) FROM entry WHERE seq >= ?1 AND source IN (?2, ?3) ORDER BY seq",
      [
        .int(journal.row.entries.first), .text(EntrySource.opening),
        .text(EntrySource.givenBack),
      ]
    ) { Entry($0) }.compactMap { $0 }
  }
}
