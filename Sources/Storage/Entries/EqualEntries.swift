public import Database
internal import Journal
internal import TargetEngine

/// Rows of a batch that say the same, and the entries from before the transaction that say it too.
public struct AlikeRows: Sendable {
  /// Their places in the batch, in ascending order.
  public var rows: [Int]
  /// Entries of the same unit, indicator, day, plan year, amount and note.
  public var entries: [Entry]
}

extension Transaction {
  /// The rows of a sorted batch that equal entries from before this transaction which people made: neither
  /// those of registers, nor what a level posts to be true.
  ///
  /// Where no entry of such days is known, that is one query for the batch. Else each unit is asked once
  /// whether its totals have such months, and only those that do are read. Equal rows share one list of
  /// entries, so that many of them beside many entries cost no more than both.
  ///
  ///     for equal in try transaction.equalRows(of: prepared.batch) {
  ///       print(equal.rows.map { prepared.batch.lines[$0] }, equal.entries.map(\.seq))
  ///     }
  public func equalRows(of batch: EntryBatch) throws(StorageError) -> [AlikeRows] {
    guard let low = batch.days.min(), let high = batch.days.max(),
      try hasEntries(from: low, through: high)
    else { return [] }
    var found: [AlikeRows] = []
    for rows in batch.stretches() {
      let months = Set(
        rows.map { SeenMonth(indicator: batch.indicators[$0], month: batch.days[$0] / 100) })
      let unit = Int64(batch.units[rows.lowerBound])
      guard try sees(months, unit) else { continue }
      let days = batch.days[rows]
      let earlier = try entries(
        of: unit, from: days.min() ?? low, through: days.max() ?? high)
      var alike: [EntryLook: AlikeRows] = [:]
      try batch.notes.withBytes { note throws(StorageError) in
        for row in rows {
          alike[EntryLook(batch, row, note(row)), default: AlikeRows(rows: [], entries: [])]
            .rows.append(row)
        }
        for entry in earlier {
          let look = EntryLook(entry)
          guard let row = alike[look]?.rows.first, note(row).elementsEqual(entry.note.utf8) else {
            continue
          }
          alike[look]?.entries.append(entry)
        }
      }
      found += alike.values.filter { !$0.entries.isEmpty }.sorted { $0.rows[0] < $1.rows[0] }
    }
    return found
  }

  /// Whether any entry from before is of some days.
  private func hasEntries(from low: Int32, through high: Int32) throws(StorageError) -> Bool {
    try connection.first(
      "SELECT 1 FROM span WHERE last_day >= ?1 AND first_day <= ?2 AND first < ?3 LIMIT 1",
      [.int(Int64(low)), .int(Int64(high)), .int(journal.row.entries.first)]
    ) { _ in true } ?? false
  }

  /// Whether the totals of a unit have entries of one of some months.
  private func sees(_ months: Set<SeenMonth>, _ unit: UnitID) throws(StorageError) -> Bool {
    let totals = try connection.rows(
      "SELECT indicator, year, seen FROM total WHERE unit = ?1", [.int(unit)]
    ) { (indicator: $0.int(0), year: $0.int(1), seen: $0.int(2)) }
    return totals.contains { total in
      (0..<12).contains { place in
        total.seen & 1 << place != 0
          && months.contains(
            SeenMonth(
              indicator: Int32(truncatingIfNeeded: total.indicator),
              month: Int32(truncatingIfNeeded: total.year &* 100 &+ Int64(place) + 1)))
      }
    }
  }

  /// The entries of a unit from before this transaction that people made, of some days: of its
  /// stretches only those that hold such days.
  private func entries(
    of unit: UnitID, from low: Int32, through high: Int32
  ) throws(StorageError) -> [Entry] {
    try connection.rows(
      """
      SELECT \(Entry.qualified) FROM run r
      JOIN span s ON s.first = (SELECT MAX(p.first) FROM span p WHERE p.first <= r.first)
      JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?1 AND r.first < ?4 AND s.last_day >= ?2 AND s.first_day <= ?3
        AND e.day >= ?2 AND e.day <= ?3 AND e.record IS NULL ORDER BY e.seq
      """, [.int(unit), .int(Int64(low)), .int(Int64(high)), .int(journal.row.entries.first)]
    ) { Entry($0) }.compactMap { $0 }.filter {
      $0.source.isEmpty || !EntrySource.isListed($0.source) && $0.level == nil
    }
  }
}

/// What is compared of an entry besides its unit.
private struct EntryLook: Hashable {
  var indicator, day, year: Int32
  var amount: Int64
  /// A hash of the note: with the rest it tells rows apart that are read from bytes.
  var note: Int

  init(_ batch: EntryBatch, _ row: Int, _ note: UnsafeBufferPointer<UInt8>) {
    (indicator, day) = (batch.indicators[row], batch.days[row])
    (year, amount) = (batch.years[row], batch.amounts[row])
    self.note = EntryLook.hash(note)
  }

  init(_ entry: Entry) {
    indicator = Int32(truncatingIfNeeded: entry.indicator)
    day = Int32(truncatingIfNeeded: entry.day.rawValue)
    year = Int32(truncatingIfNeeded: entry.year)
    amount = entry.amount
    var note = entry.note
    self.note = note.withUTF8 { EntryLook.hash($0) }
  }

  private static func hash(_ note: UnsafeBufferPointer<UInt8>) -> Int {
    if note.isEmpty { return 0 }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(note))
    return hasher.finalize()
  }
}

/// A month of an indicator, 202106.
private struct SeenMonth: Hashable {
  var indicator, month: Int32
}
