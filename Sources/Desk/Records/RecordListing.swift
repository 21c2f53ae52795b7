public import Registers
internal import Storage
internal import TargetEngine

/// Some of the records that a search finds.
public struct RecordPage: Sendable {
  public var records: [RecordState]
  /// How many there are in all.
  public var count: Int
  /// Whether there are more than were counted.
  public var isMore = false

  /// So many are counted for a page; the exact number of more is what `--by` and `--sum` are for.
  static let counted = 10_000
}

extension Desk {
  /// The records that a search finds, and how many there are in all.
  public func list(_ search: RecordSearch, in shape: RegisterShape) throws -> RecordPage {
    let query = try query(search, in: shape)
    guard search.day != nil || query.asksForOfficeColumns(shape) else {
      return try page(query, in: shape)
    }
    let all = try recordsInMemory(query, on: search.day, in: shape)
    let page = all.dropFirst(query.offset).prefix(query.limit ?? all.count)
    return RecordPage(records: Array(page), count: all.count)
  }

  /// One walk through the database tells which records the page has and how many there are, at most
  /// so many as can be told at once: what a page costs must not follow the size of the register.
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
    return RecordPage(
      records: chosen.compactMap { records[$0] }, count: min(ids.count, most),
      isMore: ids.count > most)
  }

  /// Records chosen and sorted here, where the database cannot: by stages and dated values as
  /// they stood on a day, and by columns of the office.
  func recordsInMemory(
    _ query: RecordQuery, on day: Day?, in shape: RegisterShape
  ) throws -> [RecordState] {
    var everything = query
    (everything.limit, everything.offset, everything.sort) = (nil, 0, [])
    let isOurs = { (subject: RecordQuery.Subject) in
      switch subject {
      case .stage: day != nil
      case .place: false
      case .field(let field):
        shape.fields[field].roles.contains(.office)
          || day != nil && shape.fields[field].kind == .dated
      }
    }
    everything.conditions.removeAll { isOurs($0.subject) }
    let conditions = query.conditions.filter { isOurs($0.subject) }
    return try ledger.records(everything, in: shape)
      .map { day.map(shape.asOf)?($0) ?? $0 }
      .filter { state in
        conditions.allSatisfy { $0.holds(for: state.value(of: $0.subject, in: shape)) }
      }
      .sorted { a, b in
        for (subject, descending) in query.sort {
          let (x, y) = (a.value(of: subject, in: shape), b.value(of: subject, in: shape))
          if x == y { continue }
          // Without a value, last either way.
          if x.isEmpty || y.isEmpty { return y.isEmpty }
          return x.precedes(y) != descending
        }
        return a.id < b.id
      }
  }
}
