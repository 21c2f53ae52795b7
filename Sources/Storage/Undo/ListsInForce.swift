internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

/// Which transactions have posted to a place by list, and whether any of them is in force.
extension Ledger {
  /// The transaction of the list that replaced an entry; nil while the entry counts.
  func listThatTook(_ entry: Entry) throws -> Int64? {
    let place = ListedPlace(indicator: entry.indicator, unit: entry.unit)
    var sources = try ListSources(self)
    // In earlier versions numbers stayed replaced also on days that a rule left to them.
    let taken = try givenWay(at: place, in: entry.seq..<Int64.max).contains {
      $0.day == entry.day && $0.year == entry.year
    }
    guard try taken || isListed(place) && sources.isByList(place, on: entry.day) else { return nil }
    return try standingList(at: place) ?? listInForce(at: place, onceUndone: 0)
      ?? lists(at: place).last { $0.entries.end > entry.seq }?.transaction
  }

  /// A transaction that posted by list at a place, and is in force once another one is undone.
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
    // A run of entries belongs to one transaction.
    let stretches = try connection.rows(
      """
      SELECT r.first FROM run r WHERE r.unit = ?1 AND EXISTS (
        SELECT 1 FROM entry e WHERE e.seq >= r.first AND e.seq < r.first + r.entries
          AND e.indicator + 0 = ?2 AND \(EntrySource.isListed("e")))
      ORDER BY r.first
      """, [.int(place.unit), .int(place.indicator)]
    ) { $0.int(0) }
    var rows: [JournalRow] = []
    for seq in stretches {
      // Entries of the open transaction have no journal row yet.
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

  /// The places where records posted within some rows.
  func placesOfLists(
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

  /// Whether postings by records still add up to something at a place, those of the open transaction
  /// included.
  ///
  /// - Parameter last: only those of days up to it; nil for all.
  func isListStanding(
    at place: ListedPlace, through last: Day? = nil
  ) throws(StorageError) -> Bool {
    try firstStanding(at: place, beside: .none, through: last) != nil
  }

  /// A transaction in force whose postings by records add up to something at a place, with those of others.
  ///
  /// - Parameter rows: entries to be left out.
  func standingList(
    at place: ListedPlace, beside rows: JournalRow.Rows = .none
  ) throws -> Int64? {
    try firstStanding(at: place, beside: rows).flatMap { try transaction(ofEntry: $0)?.transaction }
  }

  private func firstStanding(
    at place: ListedPlace, beside rows: JournalRow.Rows, through last: Day? = nil
  ) throws(StorageError) -> Int64? {
    try connection.first(
      """
      SELECT MIN(s.first) FROM (
        SELECT MIN(e.seq) AS first FROM run r
        CROSS JOIN entry e
        WHERE e.seq >= r.first AND e.seq < r.first + r.entries
          AND r.unit = ?1 AND e.indicator + 0 = ?2 AND \(EntrySource.isListed("e"))
          AND NOT (e.seq >= ?3 AND e.seq < ?4) AND e.day <= ?5
        GROUP BY e.record, e.source, e.day, e.year HAVING SUM(e.amount) <> 0
      ) s
      """,
      [
        .int(place.unit), .int(place.indicator), .int(rows.first), .int(rows.end),
        last.map { Value($0.rawValue) } ?? .int(.max),
      ]
    ) { $0.optionalInt(0) } ?? nil
  }
}
