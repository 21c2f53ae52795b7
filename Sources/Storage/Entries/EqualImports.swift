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
  /// One query reads the entries of the days in question once.
  ///
  /// - Parameter number: only transactions after that one are the others.
  public func equalImports(
    of row: JournalRow, after number: Int64 = 0
  ) throws(StorageError) -> [EqualImport] {
    guard row.entries.count > 0, try !importedFiles(in: row).isEmpty else { return [] }
    let alike = try connection.rows(
      """
      WITH own AS (
        SELECT \(Entry.qualified) FROM entry e
        WHERE e.seq >= ?1 AND e.seq < ?2 AND \(Self.isPlain)),
      days AS (SELECT MIN(day) AS low, MAX(day) AS high FROM own),
      told AS (
        SELECT own.*, 0 AS tx FROM own
        UNION ALL
        SELECT \(Entry.qualified), j.tx FROM days d
        JOIN span s ON s.last_day >= d.low AND s.first_day <= d.high
        JOIN journal j ON j.entries > 0
          AND j.first_entry <= s.first AND s.first < j.first_entry + j.entries
        JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
        WHERE j.tx <> ?3 AND j.tx > ?4 AND e.day >= d.low AND e.day <= d.high AND \(Self.isPlain)
          AND EXISTS (
            SELECT 1 FROM change c WHERE c.seq >= j.first_change
              AND c.seq < j.first_change + j.changes AND c.subject = 'imported')),
      compared AS (
        SELECT told.*, MIN(tx) OVER alike AS own, MAX(tx) OVER alike AS other FROM told
        WINDOW alike AS (PARTITION BY unit, indicator, day, year, amount, note))
      SELECT \(Entry.columns), tx FROM compared WHERE own = 0 AND other > 0
      ORDER BY unit, indicator, day, year, amount, note, tx, seq
      """,
      [.int(row.entries.first), .int(row.entries.end), .int(row.transaction), .int(number)]
    ) { row in Entry(row).map { (entry: $0, transaction: row.int(9)) } }.compactMap { $0 }
    return try pairs(alike).sorted { $0.entry.seq < $1.entry.seq }
  }

  private static let isPlain = "e.source = '' AND e.record IS NULL"

  /// Pairs the own entries of each group of equal ones with the first of the others that is in force.
  private func pairs(
    _ alike: [(entry: Entry, transaction: Int64)]
  ) throws(StorageError) -> [EqualImport] {
    var inForce: Set<Int64> = []
    for transaction in Set(alike.map(\.transaction))
    where transaction > 0 {
      if try reversal(of: transaction) == nil { inForce.insert(transaction) }
    }
    var others: [Entry: (entry: Entry, transaction: Int64)] = [:]
    for (entry, transaction) in alike
    where inForce.contains(transaction) && others[entry.told] == nil {
      others[entry.told] = (entry, transaction)
    }
    return alike.compactMap { entry, transaction in
      guard transaction == 0, let other = others[entry.told] else { return nil }
      return EqualImport(entry: entry, other: other.entry, transaction: other.transaction)
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
