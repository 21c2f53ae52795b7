/// Which transactions are in force: one that was taken back is not, unless what took it back was
/// itself taken back, to any depth.
extension Ledger {
  /// The transaction in force that took another back; nil when the other is in force itself.
  public func reversal(of number: Int64) throws(StorageError) -> Int64? {
    // Only later ones: a number that was tampered with must not lead round in a circle.
    let reversers = try connection.rows(
      "SELECT tx FROM journal WHERE reverses = ?1 AND tx > ?1 AND reverses > 0 ORDER BY tx",
      [.int(number)]
    ) { $0.int(0) }
    for reverser in reversers where try reversal(of: reverser) == nil { return reverser }
    return nil
  }

  /// The transactions that one takes back or brings back: the one that it reverses, the one that
  /// this reverses, and so on.
  func reversed(by row: JournalRow) throws(StorageError) -> [Int64] {
    var found: [Int64] = []
    var next = row
    while next.reverses > 0, next.reverses < next.transaction,
      let earlier = try transaction(next.reverses)
    {
      found.append(earlier.transaction)
      next = earlier
    }
    return found
  }
}
