internal import Database
internal import Journal
internal import Registers

extension Transaction {
  /// See `Ledger.changedThings(_:)`.
  func changedThings(
    _ row: JournalRow
  ) throws(StorageError) -> (records: [RecordID], others: [(Change.Subject, Int64)]) {
    try ledger.changedThings(row)
  }
}
