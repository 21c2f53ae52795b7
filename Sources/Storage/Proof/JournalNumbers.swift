internal import Journal

extension JournalRow {
  /// The numbers with which the next transaction has to begin.
  struct Numbers {
    var transaction: Int64 = 1
    private var ends: [Int64] = [1, 1, 1, 1]

    func begin(_ row: JournalRow) -> Bool { row.parts.map(\.first) == ends }

    mutating func pass(_ row: JournalRow) {
      // Only a tampered row has a number below earlier ones; it leaves no gap.
      transaction = max(transaction, row.transaction &+ 1)
      ends = row.parts.map(\.end)
    }
  }

  fileprivate var parts: [Rows] { [changes, targets, entries, lines] }
}
