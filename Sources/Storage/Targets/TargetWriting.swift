public import Database
internal import Journal
public import TargetEngine

/// The hash that runs on through all batches of targets of a transaction, computed where there is
/// time for it.
public struct TargetPreparation: Sendable {
  fileprivate var form: Canonical

  /// Adds a batch, in the order in which they will be stored.
  public mutating func prepare(_ batch: TargetBatch) { form.add(batch) }
}

extension Transaction {
  /// What batches are prepared with that follow the targets which the transaction has set.
  public var targetPreparation: TargetPreparation { TargetPreparation(form: journal.targetForm) }

  /// Adds a revision; plans follow when the transaction ends.
  public func set(_ target: Target) throws(StorageError) {
    var batch = TargetBatch()
    batch.append(target)
    journal.targetForm.add(batch)
    try insert(batch)
  }

  /// Stores the revisions of a prepared batch.
  public func insert(_ batch: TargetBatch) throws(StorageError) {
    let first = journal.row.targets.end
    let insert = try journal.bulk(
      into: "target", columns: StoredTarget.columns.split(separator: ", ").map(String.init))
    try batch.paces.withBytes { pace throws(StorageError) in
      try batch.documents.withBytes { document throws(StorageError) in
        try batch.reasons.withBytes { reason throws(StorageError) in
          try insert.insert(count: batch.count) { statement, offset, place in
            let row = batch.rows[place]
            statement.bind(offset, first + Int64(place))
            statement.bind(offset + 1, row.unit)
            statement.bind(offset + 2, row.indicator)
            statement.bind(offset + 3, Int64(row.year))
            statement.bind(offset + 4, row.amount)
            statement.bind(offset + 5, Int64(row.effective))
            statement.bind(offset + 6, Int64(row.due))
            statement.bind(offset + 7, borrowed: pace(Int(row.pace)))
            statement.bind(offset + 8, borrowed: document(place))
            statement.bind(offset + 9, borrowed: reason(place))
            statement.bind(offset + 10, 0)
          }
        }
      }
    }
    journal.row.targets.count += Int64(batch.count)
    firsts.add(batch)
    for row in batch.rows where !row.isFirst { touched.insert([row.line], of: row.unit) }
  }

  /// Adds the hash of prepared batches, when all of them are stored.
  public func finish(_ prepared: TargetPreparation) { journal.targetForm = prepared.form }
}
