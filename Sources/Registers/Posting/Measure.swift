public import TargetEngine

/// An amount that a record calls for in the ledger.
public struct Posting: Sendable, Hashable {
  /// In the indicator's smallest unit.
  public var amount: Int64
  public var day: Day
  /// The plan year; nil for the day's.
  public var year: Int?
  /// Nil for the record's own.
  public var unit: UnitID?

  public init(_ amount: Int64, on day: Day, year: Int? = nil, unit: UnitID? = nil) {
    self.amount = amount
    self.day = day
    self.year = year
    self.unit = unit
  }
}

/// What each record of a register posts to one indicator.
public struct Measure<Record: Register>: Sendable {
  public let indicator: String
  let postings: @Sendable (Record, RecordID, any RecordReader) throws -> [Posting]

  public init(
    _ indicator: String, _ postings: @escaping @Sendable (Record) -> [Posting]
  ) {
    self.indicator = indicator
    self.postings = { record, _, _ in postings(record) }
  }

  /// - Parameter postings: told the record's row, may look at other records, of which a change posts
  ///   this one anew when the field that names them drives it, or theirs that names this one feeds it.
  public init(
    _ indicator: String,
    reading postings: @escaping @Sendable (Record, RecordID, any RecordReader) throws -> [Posting]
  ) {
    self.indicator = indicator
    self.postings = postings
  }
}

/// What several records of a register post together: a village is covered once, however many
/// doctors serve it.
public struct GroupMeasure<Record: Register>: Sendable {
  public let indicator: String
  let path: any PartialKeyPath<Record> & Sendable
  let postings: @Sendable ([Record], any RecordReader) throws -> [Posting]

  /// - Parameters:
  ///   - path: the field whose value makes the group. A unit there is where the group posts.
  ///   - postings: of all records of one group.
  public init(
    _ indicator: String, by path: any PartialKeyPath<Record> & Sendable,
    _ postings: @escaping @Sendable ([Record]) -> [Posting]
  ) {
    self.init(indicator, by: path, reading: { records, _ in postings(records) })
  }

  /// - Parameter postings: may look at the records that drive those of the group.
  public init(
    _ indicator: String, by path: any PartialKeyPath<Record> & Sendable,
    reading postings: @escaping @Sendable ([Record], any RecordReader) throws -> [Posting]
  ) {
    self.indicator = indicator
    self.path = path
    self.postings = postings
  }
}
