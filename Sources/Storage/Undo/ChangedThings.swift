internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

extension Transaction {
  /// What a transaction changed, the newest of a kind first.
  func changedThings(
    _ row: JournalRow
  ) throws(StorageError) -> (records: [RecordID], others: [(Change.Subject, Int64)]) {
    let changes = try connection.rows(
      """
      SELECT DISTINCT subject, object, extent FROM change WHERE seq >= ?1 AND seq < ?2
      ORDER BY object DESC
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { (subject: Change.Subject(rawValue: $0.text(0)), object: $0.int(1), extent: $0.int(2)) }
    var records: Set<Int64> = []
    var others: [(Change.Subject, Int64)] = []
    for (subject, object, extent) in changes {
      switch subject {
      case .record, .list: records.formUnion(ListBody.objects(from: object, extent))
      case let subject?: others.append((subject, object))
      case nil: break
      }
    }
    return (records.sorted(by: >), others)
  }
}
