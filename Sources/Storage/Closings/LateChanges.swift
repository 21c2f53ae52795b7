public import Database
internal import Journal
public import TargetEngine

/// What entries change of an indicator's figures, of some unit and, of a flow, plan year, from one month until the
/// next one with such entries.
public struct LateChange: Sendable, Hashable {
  public var indicator: IndicatorID
  /// The plan year of a flow; nil of another figure.
  public var year: Int?
  public var month: Month
  /// The month from which on the next change counts; nil for none.
  public var until: Month?
  /// Whether the month's own figure is another one.
  public var isOfMonth: Bool
  /// Whether what it comes to by then is another one: what a later month takes back is none of it.
  public var isToDate: Bool
}

extension Transaction {
  /// What the entries of this transaction change of months up to one. Only stretches of entries that hold such
  /// days are read.
  public func changes(through last: Month) throws(StorageError) -> [LateChange] {
    guard journal.row.entries.count > 0 else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT indicator, month, until, CASE WHEN amount <> 0 THEN 1 ELSE 0 END,
        CASE WHEN reached <> 0 THEN 1 ELSE 0 END, year
      FROM (
        SELECT indicator, year, month, amount,
          SUM(amount) OVER (PARTITION BY unit, indicator, year ORDER BY month) AS reached,
          LEAD(month) OVER (PARTITION BY unit, indicator, year ORDER BY month) AS until
        FROM (
          SELECT e.unit, e.indicator, CASE WHEN i.kind = 'flow' THEN e.year ELSE 0 END AS year,
            e.day / 100 AS month, SUM(e.amount) AS amount
          FROM span s JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
          JOIN indicator i ON i.id = e.indicator
          WHERE s.first >= ?1 AND s.first_day <= ?2 AND e.day <= ?2
          GROUP BY e.unit, e.indicator, CASE WHEN i.kind = 'flow' THEN e.year ELSE 0 END, e.day / 100
        ) m
      ) c WHERE amount <> 0 OR reached <> 0 ORDER BY month, indicator
      """, [.int(journal.row.entries.first), Value(last.lastDay.rawValue)]
    ) { row in
      Month(rawValue: Int(row.int(1))).map { month in
        LateChange(
          indicator: row.int(0), year: row.int(5) == 0 ? nil : Int(row.int(5)), month: month,
          until: row.isNull(2) ? nil : Month(rawValue: Int(row.int(2))),
          isOfMonth: row.int(3) != 0, isToDate: row.int(4) != 0)
      }
    }.compactMap { $0 }
  }

  /// The plan years that a month's closing carried over, whatever the unit.
  public func carriedYears(in month: Month) throws(StorageError) -> Set<LineKey> {
    Set(
      try connection.rows(
        """
        SELECT DISTINCT indicator, year FROM closed_line
        WHERE part = ?1 AND tx IN (SELECT tx FROM closing WHERE month = ?2)
        """, [.int(Int64(FrozenLine.Part.carried.rawValue)), Value(month.rawValue)]
      ) { LineKey(indicator: $0.int(0), year: Int($0.int(1))) })
  }

  /// The indicators whose targets this transaction set, withdrew or brought back, each with the first day from
  /// which one of them holds.
  public func changedTargets() throws(StorageError) -> [(indicator: IndicatorID, from: Day)] {
    let row = journal.row
    guard row.targets.count > 0 || row.changes.count > 0 else { return [] }
    return try connection.rows(
      """
      SELECT indicator, MIN(effective) FROM target WHERE seq >= ?1 OR seq IN (
        SELECT object FROM change WHERE seq >= ?2 AND subject = 'target')
      GROUP BY indicator ORDER BY indicator
      """, [.int(row.targets.first), .int(row.changes.first)]
    ) { row in row.day(1).map { (row.int(0), $0) } }.compactMap { $0 }
  }

  /// Whether units belong elsewhere by this transaction.
  public var movesUnits: Bool { !moves.isEmpty }
}
