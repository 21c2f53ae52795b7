public import Database
internal import Journal
internal import TargetEngine

/// A row of a batch and the entries from before the transaction that say the same.
public struct EqualRow: Sendable {
  /// Its place in the batch.
  public var row: Int
  /// Entries of the same unit, indicator, day, plan year, amount and note.
  public var entries: [Entry]
}

extension Transaction {
  /// The rows of a sorted batch that equal entries from before this transaction, whatever their source.
  ///
  /// Where no entry of such days is known, that is one query for the batch. Else each unit is asked once
  /// whether its totals have such months, and only those that do are read.
  ///
  ///     for equal in try transaction.equalRows(of: prepared.batch) {
  ///       print(prepared.batch.lines[equal.row], equal.entries.map(\.seq))
  ///     }
  public func equalRows(of batch: EntryBatch) throws(StorageError) -> [EqualRow] {
    guard let low = batch.days.min(), let high = batch.days.max(),
      try hasEntries(from: low, through: high)
    else { return [] }
    var found: [EqualRow] = []
    for rows in batch.stretches() {
      var wanted: [EntryLook: [Int]] = [:]
      var months: Set<SeenMonth> = []
      for row in rows {
        wanted[EntryLook(batch, row), default: []].append(row)
        months.insert(SeenMonth(indicator: batch.indicators[row], month: batch.days[row] / 100))
      }
      let unit = Int64(batch.units[rows.lowerBound])
      guard try sees(months, unit) else { continue }
      let days = batch.days[rows]
      let earlier = try entries(
        of: unit, from: days.min() ?? low, through: days.max() ?? high)
      var equal: [Int: [Entry]] = [:]
      for entry in earlier {
        for row in wanted[EntryLook(entry)] ?? [] where batch.hasNote(entry.note, row) {
          equal[row, default: []].append(entry)
        }
      }
      found += equal.sorted { $0.key < $1.key }.map { EqualRow(row: $0.key, entries: $0.value) }
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

  /// The entries of a unit from before this transaction that no register posted, of some days: of its
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
    ) { Entry($0) }.compactMap { $0 }
  }
}

/// What is compared of an entry besides its unit and note.
private struct EntryLook: Hashable {
  var indicator, day, year: Int32
  var amount: Int64

  init(_ batch: EntryBatch, _ row: Int) {
    (indicator, day) = (batch.indicators[row], batch.days[row])
    (year, amount) = (batch.years[row], batch.amounts[row])
  }

  init(_ entry: Entry) {
    indicator = Int32(truncatingIfNeeded: entry.indicator)
    day = Int32(truncatingIfNeeded: entry.day.rawValue)
    year = Int32(truncatingIfNeeded: entry.year)
    amount = entry.amount
  }
}

/// A month of an indicator, 202106.
private struct SeenMonth: Hashable {
  var indicator, month: Int32
}

extension EntryBatch {
  fileprivate func hasNote(_ note: String, _ row: Int) -> Bool {
    var isEqual = false
    // The closure cannot throw: the typed error only passes through.
    try? notes.withBytes { bytes throws(StorageError) in
      isEqual = bytes(row).elementsEqual(note.utf8)
    }
    return isEqual
  }
}
