public import Database
public import TargetEngine

extension Transaction {
  /// What the entries of this transaction change of months up to one: each indicator with each month
  /// whose figures of some unit are others now. Only stretches of entries that hold such days are read.
  public func changes(
    through last: Month
  ) throws(StorageError) -> [(indicator: IndicatorID, month: Month)] {
    guard journal.row.entries.count > 0 else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT indicator, month FROM (
        SELECT e.indicator, e.day / 100 AS month
        FROM span s JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
        WHERE s.first >= ?1 AND s.first_day <= ?2 AND e.day <= ?2
        GROUP BY e.unit, e.indicator, e.year, e.day / 100 HAVING SUM(e.amount) <> 0
      ) c ORDER BY month, indicator
      """, [.int(journal.row.entries.first), Value(last.lastDay.rawValue)]
    ) { row in Month(rawValue: Int(row.int(1))).map { (row.int(0), $0) } }.compactMap { $0 }
  }
}
