public import Registers
public import TargetEngine

/// What new records of a list call for in the ledger by themselves, so that it can be made where
/// there is time for it, without the ledger.
public struct ListPostings: Sendable {
  private let indicators: [String: Indicator]
  /// The months in which plan years begin, by the indicators' codes.
  public let firstMonths: [String: Int]
  /// Each with the place of its record in the list, from 1 on, as if that were its number.
  private(set) var entries = EntryBatch()
  private var parts: [PostingPart] = []

  fileprivate init(_ indicators: [String: Indicator]) {
    self.indicators = indicators
    firstMonths = indicators.mapValues(\.firstMonth)
  }

  /// Adds what the record at a place in the list, from 0 on, calls for.
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

  /// For about as many other records.
  public var emptied: ListPostings {
    var postings = self
    postings.entries = EntryBatch(capacity: entries.count * 9 / 8)
    return postings
  }
}

extension Ledger {
  /// - Returns: nil when an office's rule says who reports an indicator of the register by list.
  public func listPostings(of shape: RegisterShape) throws(StorageError) -> ListPostings? {
    let indicators = try indicators()
    let ruled = Set(try sourcings().map(\.indicator))
    let isRuled = indicators.contains { ruled.contains($0.id) && shape.measured.contains($0.code) }
    return isRuled
      ? nil : ListPostings(Dictionary(indicators.map { ($0.code, $0) }) { first, _ in first })
  }
}
