public import Database
public import TargetEngine

/// The days on which a unit was there.
public struct UnitTime: Sendable {
  public let opened: Day?
  public let closed: Day?
}

extension Ledger {
  /// The times of units, of those that opened or closed on a day that is known.
  ///
  /// - Parameter units: nil for all.
  public func times(of units: [UnitID]?) throws(StorageError) -> [UnitID: UnitTime] {
    let timed = """
      SELECT id, opened, closed FROM unit WHERE (opened IS NOT NULL OR closed IS NOT NULL)
      """
    let row = { (row: any Statement) in
      (row.int(0), UnitTime(opened: row.day(1), closed: row.day(2)))
    }
    let rows =
      if let units {
        try connection.rows(of: units, { "\(timed) AND id IN (\($0))" }, row: row)
      } else { try connection.rows(timed, [], row) }
    return Dictionary(rows) { time, _ in time }
  }

  /// Whether a row of a batch does nothing but take back what stands in its place: earlier versions
  /// took it there.
  public func takesBack(_ row: Int, of batch: EntryBatch) throws -> Bool {
    let source = try batch.sources.withBytes { String(decoding: $0(row), as: UTF8.self) }
    if EntrySource.isOpening(source) { return true }
    guard let key = batch.key(of: row) else { return false }
    let record = batch.records[row]
    let posted = record == 0 ? try posted(inTheNameOf: source) : try posted(by: record)
    let standing = posted[key] ?? 0
    return try standing != 0 && standing.adding(batch.amounts[row]) == 0
  }

  /// Whether a row of a batch ends what a unit counted for as a group of records, on the day after it was
  /// closed.
  public func endsGroup(_ row: Int, of batch: EntryBatch, closedOn last: Day) throws -> Bool {
    guard batch.records[row] == 0,
      Int64(batch.days[row]) == Int64(Day(number: last.number + 1)?.rawValue ?? 0)
    else { return false }
    let source = try batch.sources.withBytes { String(decoding: $0(row), as: UTF8.self) }
    return EntrySource.groupUnit(source) == UnitID(batch.units[row])
  }

  /// Whether a row of a batch counts on the day on which a stock of its unit goes back to lists. What
  /// happened before, while it was reported by number, counts then, also for a unit that was closed meanwhile;
  /// what happens on that very day does not.
  public func followsNumbers(_ row: Int, of batch: EntryBatch) throws -> Bool {
    guard let key = batch.key(of: row), !batch.onTurn.contains(key) else { return false }
    var sources = try ListSources(self)
    return try sources.goesBackToList(
      ListedPlace(indicator: key.indicator, unit: key.unit), on: key.day)
  }

  /// The first entries of what counts for units after their closing and may not. What a unit's records
  /// count for together ends on the day after its closing.
  func entriesAfterClosing() throws -> [Int64] {
    let late = try lateEntries("entry e", "TRUE", [])
    if late.isEmpty { return [] }
    var sources = try ListSources(self)
    return try late.compactMap {
      try sources.goesBackToList($0.place, on: $0.day) ? nil : $0.first
    }
  }

  /// What counts for a unit after its closing.
  func entriesAfterClosing(of unit: UnitID) throws(StorageError) -> [LateEntries] {
    try lateEntries(
      "run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries", "r.unit = ?1",
      [.int(unit)])
  }

  /// What a unit's records began to count for together after its closing, as it was before an entry.
  func groupsBegunAfterClosing(
    of unit: UnitID, before seq: Int64
  ) throws(StorageError) -> [LateEntries] {
    try lateEntries(
      "run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries",
      "r.unit = ?1 AND e.seq < ?2", [.int(unit), .int(seq)], areGroups: true)
  }

  /// - Parameter areGroups: what records count for together and what that begins with; otherwise all else.
  private func lateEntries(
    _ entries: String, _ condition: String, _ values: [Value], areGroups: Bool = false
  ) throws(StorageError) -> [LateEntries] {
    let isGroup = EntrySource.isGroup(of: "u.id", "e")
    return try connection.rows(
      """
      SELECT MIN(e.seq), MAX(e.seq), e.indicator, e.unit, e.day, e.year
      FROM \(entries) JOIN unit u ON u.id = e.unit
      WHERE \(condition) AND e.day > u.closed AND \(areGroups ? "" : "NOT ")\(isGroup)
      GROUP BY e.unit, e.indicator, e.day, e.year HAVING SUM(e.amount) \(areGroups ? ">" : "<>") 0
      """, values
    ) { row in
      row.day(4).map {
        LateEntries(
          place: ListedPlace(indicator: row.int(2), unit: row.int(3)), day: $0,
          year: Int(row.int(5)), first: row.int(0), last: row.int(1))
      }
    }.compactMap { $0 }
  }
}

/// Entries of one place and day after the closing of its unit that do not add up to nothing.
struct LateEntries {
  var place: ListedPlace
  var day: Day
  /// The plan year.
  var year: Int
  /// The number of the first of them.
  var first: Int64
  /// The number of the last of them.
  var last: Int64
}
