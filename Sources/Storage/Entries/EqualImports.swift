public import Database
public import Journal

/// An imported entry, and one that another transaction imported and that says the same.
public struct EqualImport: Sendable, Hashable {
  public var entry: Entry
  /// The first of those alike.
  public var other: Entry
  /// The transaction of the other one.
  public var transaction: Int64
}

extension Ledger {
  /// Those entries of a transaction that equal rows of files which other transactions in force imported: of
  /// the same unit, indicator, day, plan year, amount and note. Where both count, a thing counts twice.
  ///
  /// Only rows that files brought are compared, on either side: no numbers given by hand, nothing that
  /// registers or levels posted, no corrections. Whether the transaction itself is in force is not asked, so
  /// that an undo may ask before it brings one back: what was imported while it was not in force was not
  /// compared with it.
  ///
  ///     for equal in try ledger.equalImports(of: row) {
  ///       print(equal.entry.seq, "is row", equal.other.seq, "of transaction", equal.transaction)
  ///     }
  ///
  /// One query reads the imported entries of the days in question once.
  public func equalImports(of row: JournalRow) throws(StorageError) -> [EqualImport] {
    guard row.entries.count > 0, try !importedFiles(in: row).isEmpty else { return [] }
    let alike = try connection.rows(
      """
      WITH own AS (
        SELECT \(Entry.qualified) FROM entry e
        WHERE e.seq >= ?1 AND e.seq < ?2 AND \(Self.isPlain)),
      days AS (SELECT MIN(day) AS low, MAX(day) AS high FROM own),
      imports AS (
        SELECT DISTINCT (SELECT j.tx FROM journal j WHERE j.changes > 0 AND j.first_change <= c.seq
          ORDER BY j.first_change DESC LIMIT 1) AS tx
        FROM change c WHERE c.subject = 'imported'),
      told AS (
        SELECT own.*, 0 AS tx FROM own
        UNION ALL
        SELECT \(Entry.qualified), j.tx FROM days d CROSS JOIN imports i
        JOIN journal j ON j.tx = i.tx AND j.entries > 0
        JOIN span s ON s.first >= j.first_entry AND s.first < j.first_entry + j.entries
          AND s.last_day >= d.low AND s.first_day <= d.high
        JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
        WHERE j.tx <> ?3 AND e.day >= d.low AND e.day <= d.high AND \(Self.isPlain)),
      compared AS (
        SELECT told.*, MIN(tx) OVER alike AS own, MAX(tx) OVER alike AS other FROM told
        WINDOW alike AS (PARTITION BY unit, indicator, day, year, amount, note))
      SELECT \(Entry.columns), tx FROM compared WHERE own = 0 AND other > 0
      ORDER BY unit, indicator, day, year, amount, note, tx, seq
      """,
      [.int(row.entries.first), .int(row.entries.end), .int(row.transaction)]
    ) { row in Entry(row).map { (entry: $0, transaction: row.int(9)) } }.compactMap { $0 }
    return try pairs(alike).sorted {
      ($0.entry.seq, $0.transaction) < ($1.entry.seq, $1.transaction)
    }
  }

  /// The comparison of a made text keeps SQLite from making an index of all sources for each stretch.
  private static let isPlain = "e.source || '' = '' AND e.record IS NULL"

  /// Pairs the own entries of each group of equal ones with the first one of each other transaction in force.
  private func pairs(
    _ alike: [(entry: Entry, transaction: Int64)]
  ) throws(StorageError) -> [EqualImport] {
    var inForce: Set<Int64> = []
    for transaction in Set(alike.map(\.transaction))
    where transaction > 0 {
      if try reversal(of: transaction) == nil { inForce.insert(transaction) }
    }
    var others: [Entry: [Int64: Entry]] = [:]
    for (entry, transaction) in alike
    where inForce.contains(transaction) && others[entry.told]?[transaction] == nil {
      // What was corrected does not count any more.
      guard try own(standing: entry) == .stands else { continue }
      others[entry.told, default: [:]][transaction] = entry
    }
    return alike.flatMap { entry, transaction in
      transaction > 0
        ? []
        : (others[entry.told] ?? [:]).map {
          EqualImport(entry: entry, other: $0.value, transaction: $0.key)
        }
    }
  }
}

extension Entry {
  /// What it says, whichever row it is.
  fileprivate var told: Entry {
    var told = self
    told.seq = 0
    return told
  }
}
