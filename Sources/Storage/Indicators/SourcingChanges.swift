internal import Database
internal import Journal
internal import TargetEngine

extension Ledger {
  /// Every rule with the transaction in force that set it: not an undo that only brought it back.
  public func sourcingsWithTransactions() throws -> [(rule: Sourcing, transaction: Int64)] {
    try connection.rows("SELECT \(Sourcing.columns), id FROM sourcing ORDER BY id") { row in
      Sourcing(row).map { ($0, row.int(4)) }
    }.compactMap { $0 }.map { rule, id in
      let set = try connection.rows(
        "SELECT seq FROM change WHERE subject = 'sourcing' AND object = ?1 AND body = ?2 ORDER BY seq",
        [.int(id), .text(rule.fields.openText)]
      ) { $0.int(0) }
      let all = try set.map { try transaction(ofChange: $0) }
      let standing = try all.last { number in
        try transaction(number)?.reverses == 0 && reversal(of: number) == nil
      }
      return (rule, standing ?? all.last ?? 0)
    }
  }
}

extension Transaction {
  /// Sets whence a unit's figures come from a day on, in place of a rule of the same day.
  public func set(_ sourcing: Sourcing) throws {
    try noteDoubles(of: sourcing.indicator)
    let existing = try connection.first(
      "SELECT id FROM sourcing WHERE indicator = ?1 AND unit = ?2 AND since = ?3",
      [.int(sourcing.indicator), .int(sourcing.unit), Value(sourcing.since.rawValue)]
    ) { $0.int(0) }
    let id: Int64 = if let existing { existing } else { try nextID(in: .sourcing) }
    try put(sourcing, at: id)
    try journal.record(Change(subject: .sourcing, object: id, state: sourcing.fields))
  }

  func put(_ sourcing: Sourcing, at id: Int64) throws(StorageError) {
    try connection.run("DELETE FROM sourcing WHERE id = ?1", [.int(id)])
    try connection.run(
      "INSERT INTO sourcing (\(Sourcing.columns), id) VALUES (?1, ?2, ?3, ?4, ?5)",
      [
        .int(sourcing.indicator), .int(sourcing.unit), Value(sourcing.since.rawValue),
        .int(sourcing.byList ? 1 : 0), .int(id),
      ])
  }
}
