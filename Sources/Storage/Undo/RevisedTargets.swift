internal import Database
internal import Journal

/// Revisions of targets that are in the way of an undo.
extension Ledger {
  /// A later revision of a target that it set, which may have kept due day and pace, or of one that it withdrew
  /// or brought back.
  func laterTarget(_ row: JournalRow) throws(StorageError) -> Int64? {
    try connection.first(
      """
      SELECT MIN(j.tx) FROM (
        SELECT unit, indicator, year, CAST(?2 AS BIGINT) AS since FROM target
        WHERE seq >= ?1 AND seq < ?2 AND withdrawn = 0
        UNION SELECT t.unit, t.indicator, t.year, t.seq + 1 FROM change c
        JOIN target t ON t.seq = c.object
        WHERE c.seq >= ?3 AND c.seq < ?4 AND c.subject = 'target'
      ) t JOIN target l
        ON l.unit = t.unit AND l.indicator = t.indicator AND l.year = t.year
        AND l.seq >= t.since AND l.withdrawn = 0
      JOIN journal j ON j.first_target <= l.seq AND l.seq < j.first_target + j.targets
      WHERE NOT EXISTS (SELECT 1 FROM change o WHERE o.seq >= ?3 AND o.seq < ?4
        AND o.subject = 'target' AND o.object = l.seq)
      """,
      [
        .int(row.targets.first), .int(row.targets.end), .int(row.changes.first),
        .int(row.changes.end),
      ]
    ) { $0.optionalInt(0) } ?? nil
  }

  /// What has changed the earlier revisions of a target that would come back: it may have kept the due day and
  /// the pace of one that is gone.
  func otherRevision(_ row: JournalRow) throws(StorageError) -> Int64? {
    let pairs = try connection.rows(
      """
      SELECT DISTINCT (SELECT MAX(j.tx) FROM journal j WHERE j.targets > 0 AND j.first_target <= t.seq),
        (SELECT MAX(j.tx) FROM journal j WHERE j.targets > 0 AND j.first_target <= e.seq)
      FROM change c JOIN target t ON t.seq = c.object AND t.withdrawn = 1
      JOIN target e ON e.unit = t.unit AND e.indicator = t.indicator AND e.year = t.year
        AND e.seq < t.seq
      WHERE c.seq >= ?1 AND c.seq < ?2 AND c.subject = 'target'
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { (target: $0.int(0), earlier: $0.int(1)) }
    for pair in pairs where pair.earlier < pair.target {
      if let change = try change(of: pair.earlier, since: pair.target), change != row.transaction {
        return change
      }
    }
    return nil
  }
}
