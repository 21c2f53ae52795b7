public import Registers
internal import Storage
internal import TargetEngine

/// Some of the records that a search finds.
public struct RecordPage: Sendable {
  /// In the order that was asked for.
  public var records: [RecordState]
  /// How many there are in all.
  public var count: Int
  /// Whether there are more than were counted.
  public var isMore = false
  /// How many more have not begun yet; 0 where not all were counted.
  public var later = 0

  /// How many records a page counts; `--by` and `--sum` give the exact number beyond that.
  static let counted = 10_000
}

extension Desk {
  /// The records that a search finds as they stand on its day, and how many there are in all.
  public func list(_ search: RecordSearch, in shape: RegisterShape) throws -> RecordPage {
    let query = try query(search, in: shape)
    switch try answering(query, search, in: shape) {
    case .asked(let query):
      var page = try page(query, in: shape)
      page.records = page.records.map(shape.asOf(context.today, isToday: true))
      return page
    case .walked(let query, let day):
      let all = try walk(query, on: day, in: shape)
      let page = all.dropFirst(query.offset).prefix(query.limit ?? all.count)
      return RecordPage(records: Array(page), count: all.count)
    }
  }

  /// One walk through the database tells which records the page has and how many there are, at most
  /// as many as can be counted at once: what a page costs must not follow the size of the register.
  private func page(_ query: RecordQuery, in shape: RegisterShape) throws -> RecordPage {
    guard let limit = query.limit else {
      let records = try ledger.records(query, in: shape)
      return RecordPage(records: records, count: records.count + query.offset)
    }
    var ahead = query
    let most = max(RecordPage.counted, query.offset + limit)
    (ahead.limit, ahead.offset) = (most + 1, 0)
    let ids = try ledger.numbers(ahead, in: shape)
    let chosen = ids.dropFirst(query.offset).prefix(limit)
    let records = Dictionary(
      try ledger.records(Set(chosen), in: shape).map { ($0.id, $0) }
    ) { first, _ in first }
    var page = RecordPage(
      records: chosen.compactMap { records[$0] }, count: min(ids.count, most),
      isMore: ids.count > most)
    if shape.startField != nil, !page.isMore {
      var all = query
      all.begun = nil
      page.later = try ledger.count(all, in: shape) - ids.count
    }
    return page
  }
}
