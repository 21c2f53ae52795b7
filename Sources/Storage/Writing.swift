internal import Database
public import Journal

extension Ledger {
  /// Runs `body` as one journal transaction and returns what it made and the new head. All of it
  /// is kept, or nothing.
  ///
  /// - Throws: `StorageError.replaced` when another history stands here than when it was opened,
  ///   `.newerSchema` when a later program has changed its tables meanwhile.
  public func write<Result>(
    _ author: Author, _ body: (Transaction) throws -> Result
  ) throws -> (result: Result, head: Head) {
    do {
      return try transaction(author, body)
    } catch {
      // What was made from settings may be of those that were just taken back.
      forgetSettings()
      throw error
    }
  }

  private func transaction<Result>(
    _ author: Author, _ body: (Transaction) throws -> Result
  ) throws -> (result: Result, head: Head) {
    try connection.transaction {
      refresh()
      try expectKnown()
      try migrator.expectApplied(connection)
      let transaction = try Transaction(self, author: author)
      let result = try body(transaction)
      guard !transaction.isEmpty else { return (result, try head()) }
      return (result, try transaction.seal())
    }
  }

  private func expectKnown() throws(StorageError) {
    guard known.transaction > 0 else { return }
    let row = try Journal.row(known.transaction, connection)
    guard row?.hash == known.hash else { throw .replaced }
  }
}

extension Transaction {
  /// Derives what follows from the targets, computes the hash and writes the journal's row.
  fileprivate func seal() throws -> Head {
    try replan()
    return try journal.seal()
  }
}
