public import Database
public import Registers
internal import TargetEngine

/// The postings of new records of a list that depend on no other record: they are made on the
/// reading thread, without the ledger.
public struct ListPostings: Sendable {
  private let indicators: [String: Indicator]
  /// The months in which plan years begin, by the indicators' codes.
  public let firstMonths: [String: Int]
  /// Each with the position of its record in the list, counted from 1, in place of the record's
  /// number.
  private(set) var entries = EntryBatch()
  private var parts: [PostingPart] = []

  fileprivate init(_ indicators: [String: Indicator]) {
    self.indicators = indicators
    firstMonths = indicators.mapValues(\.firstMonth)
  }

  /// Adds the postings of the record at a position in the list, counted from 0.
  ///
  /// - Throws: `PostingDayFault`, `OverflowFault`.
  public mutating func add(_ wanted: [Wanted], of row: Int) throws {
    parts.removeAll(keepingCapacity: true)
    for item in wanted {
      guard let key = PostingKey(item, indicators) else { continue }
      try key.expectYear()
      parts.append(PostingPart(key: key, amount: item.posting.amount))
    }
    try parts.settle()
    for part in parts { entries.append(part, record: RecordID(row + 1)) }
  }

  /// An empty one with room for about as many records.
  public var emptied: ListPostings {
    var postings = self
    postings.entries = EntryBatch(capacity: entries.count * 9 / 8)
    return postings
  }
}

extension Ledger {
  /// - Returns: nil when the office has set who reports an indicator of the register by list.
  public func listPostings(of shape: RegisterShape) throws(StorageError) -> ListPostings? {
    let indicators = try indicators()
    let ruled = Set(try sourcings().map(\.indicator))
    let isRuled = indicators.contains { ruled.contains($0.id) && shape.measured.contains($0.code) }
    return isRuled
      ? nil : ListPostings(Dictionary(indicators.map { ($0.code, $0) }) { first, _ in first })
  }
}
