internal import TargetEngine

/// A group measure without its register's type.
public struct GroupShape: Sendable {
  public let indicator: String
  /// The index of the field whose value makes the group.
  public let field: Int
  private let postings: @Sendable ([RecordState], any RecordReader) throws -> [Posting]

  init(
    indicator: String, field: Int,
    _ postings: @escaping @Sendable ([RecordState], any RecordReader) throws -> [Posting]
  ) {
    self.indicator = indicator
    self.field = field
    self.postings = postings
  }

  /// What the records of one group post together, where the group is a unit there.
  public func wanted(
    _ group: Datum, _ states: [RecordState], _ others: any RecordReader
  ) throws -> [Wanted] {
    let place: UnitID? = if case .unit(let unit) = group { unit } else { nil }
    return try postings(states.filter { !$0.isRemoved }, others).map { posting in
      var posting = posting
      posting.unit = posting.unit ?? place
      return Wanted(indicator: indicator, posting: posting)
    }
  }
}
