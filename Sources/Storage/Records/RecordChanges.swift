public import Registers

/// One state in a record's history, as the journal keeps it.
struct RecordChange {
  var seq: Int64
  /// What lies in the chain; empty when the record is no more.
  var body: String
  /// What lies beside it.
  var hidden: String

  var fields: FieldList? { body.isEmpty ? nil : FieldList(parsing: body, hidden: hidden) }
}

extension Ledger {
  /// The changes of a record, oldest first: the first one may be a line of a list.
  func changes(of record: RecordID) throws(StorageError) -> [RecordChange] {
    let own = try connection.rows(
      """
      SELECT c.seq, c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
      WHERE c.subject = 'record' AND c.object = ?1 ORDER BY c.seq
      """, [.int(record)]
    ) { RecordChange(seq: $0.int(0), body: $0.text(1), hidden: $0.text(2)) }
    guard let (seq, body) = try line(of: record) else { return own }
    let hidden = try connection.first(
      "SELECT body FROM change_text WHERE seq = ?1", [.int(seq)]
    ) { $0.text(0) }
    return [RecordChange(seq: seq, body: body, hidden: hidden ?? "")] + own
  }

  /// The line of the list that a record came with; nil when it was added by itself.
  private func line(of record: RecordID) throws(StorageError) -> (seq: Int64, body: String)? {
    let found =
      try connection.first(
        """
        SELECT seq, object, extent, body FROM change
        WHERE subject = 'list' AND object <= ?1 ORDER BY object DESC LIMIT 1
        """, [.int(record)]
      ) { row -> (seq: Int64, body: String)? in
        let line = record - row.int(1)
        guard line < row.int(2), let body = ListBody(row.text(3))[Int(line)] else { return nil }
        return (row.int(0) + line, body)
      }
    return found ?? nil
  }

  /// The register that a record belongs to; nil when there is no such record.
  public func register(of record: RecordID) throws(StorageError) -> RegisterShape? {
    let last = try connection.first(
      """
      SELECT body FROM change WHERE subject = 'record' AND object = ?1 ORDER BY seq DESC LIMIT 1
      """, [.int(record)]
    ) { $0.text(0) }
    let body = if let last { last } else { try line(of: record)?.body ?? "" }
    return FieldList(parsing: body)["register"].flatMap { shape($0) }
  }

  /// The transaction that a record came with.
  func transaction(thatMade record: RecordID) throws(StorageError) -> Int64 {
    try transaction(ofChange: try changes(of: record).first?.seq ?? 0)
  }
}
