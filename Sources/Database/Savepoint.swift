extension Connection {
  /// Runs `body` within the transaction that is open; what it wrote is taken back where it throws, and what was
  /// written before stays.
  ///
  /// ```swift
  /// do { try connection.attempt { try post(entries) } } catch is UndoFault { try postOneByOne(entries) }
  /// ```
  ///
  /// - Throws: what `body` throws.
  public func attempt<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("SAVEPOINT attempt")
    do {
      let result = try body()
      try execute("RELEASE SAVEPOINT attempt")
      return result
    } catch {
      try execute("ROLLBACK TO SAVEPOINT attempt")
      try execute("RELEASE SAVEPOINT attempt")
      throw error
    }
  }
}
