internal import Storage

extension Desk {
  /// Posts what every record calls for by the rules of this version, as the difference from what it
  /// has posted: a newer version may count otherwise, and a ledger that was written before then differs
  /// from its registers.
  public func repost() throws -> Written<Void> {
    try changeRecords { session in try session.repostAll() }
  }
}
