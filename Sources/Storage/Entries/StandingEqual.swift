internal import TargetEngine

/// Two entries that say the same and both count.
public struct EntryPair: Sendable, Hashable {
  /// One of those that were asked about.
  public var entry: Entry
  /// The first of the others.
  public var other: Entry
}

extension Transaction {
  /// Those of some entries that others from before this transaction equal, by hand or by file, which stand: neither
  /// undone nor corrected.
  ///
  /// - Parameter rows: entries that are no others.
  public func standingEqual(
    to entries: [Entry], except rows: Range<Int64> = 0..<0
  ) throws -> [EntryPair] {
    let ordered = entries.enumerated().sorted {
      ($0.element.unit, $0.offset) < ($1.element.unit, $1.offset)
    }.map(\.element)
    var pairs: [EntryPair] = []
    for equal in try equalRows(of: EntryBatch(ordered).sortedByUnit()) {
      let other = try equal.entries.first {
        try $0.source.isEmpty && !rows.contains($0.seq) && ledger.own(standing: $0) == .stands
      }
      if let other { pairs += equal.rows.map { EntryPair(entry: ordered[$0], other: other) } }
    }
    return pairs
  }
}
