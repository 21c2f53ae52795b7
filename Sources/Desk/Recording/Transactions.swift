public import Journal
internal import Storage

extension Desk {
  /// The newest transactions, newest first.
  public func transactions(limit: Int) throws -> [JournalRow] {
    try ledger.transactions(limit: limit)
  }
}
