internal import Journal
public import Storage

/// A closing, and the head that reports of it print.
public struct PrintedClosing: Sendable {
  /// What was closed.
  public var closing: Closing
  /// The head as it was printed then; nil where its transaction is missing.
  public var head: String?
}

extension Desk {
  /// What was closed so far.
  public func closings() throws -> [PrintedClosing] {
    try snapshot {
      let closings = try ledger.closings()
      let heads = Dictionary(
        try Set(closings.map(\.transaction)).compactMap { try ledger.transaction($0) }
          .map { ($0.transaction, Head(transaction: $0.transaction, hash: $0.hash)) }
      ) { first, _ in first }
      return closings.map {
        PrintedClosing(closing: $0, head: heads[$0.transaction]?.description(in: $0.form))
      }
    }
  }
}
