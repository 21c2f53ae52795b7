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
    try writeSeries(author) { try $0.write(body) }
  }

  /// Does all that `write` does and takes it back: what would be made, with the head that stays. It fails
  /// where `write` would.
  ///
  /// ```swift
  /// let (counts, _) = try ledger.rehearse(author) { try importRows($0) }
  /// ```
  ///
  /// - Throws: what `write` throws.
  public func rehearse<Result>(
    _ author: Author, _ body: (Transaction) throws -> Result
  ) throws -> (result: Result, head: Head) {
    let result = try rehearse(author) { try $0.write(body).result }
    return (result, try head())
  }

  /// The same for several transactions.
  func rehearse<Result>(
    _ author: Author, _ body: (TransactionSeries) throws -> Result
  ) throws -> Result {
    var result: Result?
    do {
      try writeSeries(author) { series in
        result = try body(series)
        throw RehearsalEnds()
      }
    } catch is RehearsalEnds {}
    guard let result else { throw StorageError.replaced }
    return result
  }

  /// Runs `body`, which may write several journal transactions. All of them are kept, or none.
  ///
  /// ```swift
  /// try ledger.writeSeries(author) { series in
  ///   for month in months { try series.write { try close(month, $0) } }
  /// }
  /// ```
  ///
  /// - Throws: what `write` throws.
  public func writeSeries<Result>(
    _ author: Author, _ body: (TransactionSeries) throws -> Result
  ) throws -> Result {
    do {
      return try connection.transaction {
        refresh()
        try expectKnown()
        try migrator.expectApplied(connection)
        return try body(TransactionSeries(ledger: self, author: author))
      }
    } catch {
      // What was made from settings may be of those that were just taken back.
      forgetSettings()
      throw error
    }
  }

  private func expectKnown() throws(StorageError) {
    guard known.transaction > 0 else { return }
    let row = try Journal.row(known.transaction, connection)
    guard row?.hash == known.hash else { throw .replaced }
  }
}

/// Takes back what a rehearsal wrote.
private struct RehearsalEnds: Error {}

extension Transaction {
  /// Derives what follows from the targets, computes the hash and writes the journal's row.
  fileprivate func seal() throws -> Head {
    try replan()
    return try journal.seal()
  }
}

/// Journal transactions of one command, which stand or fall together.
public struct TransactionSeries {
  let ledger: Ledger
  fileprivate let author: Author

  /// Writes the next one.
  public func write<Result>(
    _ body: (Transaction) throws -> Result
  ) throws -> (result: Result, head: Head) {
    try write(reversing: author.reverses, body)
  }

  /// - Parameter number: the transaction that it takes back; 0 for none.
  func write<Result>(
    reversing number: Int64, _ body: (Transaction) throws -> Result
  ) throws -> (result: Result, head: Head) {
    var author = author
    author.reverses = number
    let transaction = try Transaction(ledger, author: author)
    let result = try body(transaction)
    guard !transaction.isEmpty else { return (result, try ledger.head()) }
    return (result, try transaction.seal())
  }
}
