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

extension [Posting] {
  /// An amount on a day; nothing where the day is not known.
  ///
  ///     .once(on: finding.foundOn)
  public static func once(
    on day: Day?, _ amount: Int64 = 1, year: Int? = nil, unit: UnitID? = nil
  ) -> [Posting] {
    day.map { [Posting(amount, on: $0, year: year, unit: unit)] } ?? []
  }

  /// The same amount on each of some days.
  ///
  ///     .each(project.moves.days(into: .accepted), year: project.year)
  public static func each(
    _ days: [Day], _ amount: Int64 = 1, year: Int? = nil, unit: UnitID? = nil
  ) -> [Posting] {
    days.map { Posting(amount, on: $0, year: year, unit: unit) }
  }
}

/// What each record of a register posts to an indicator, or to a family of them.
///
///     static let measures: [Measure<Drill>] = [
///       Measure(.drillsHeld) { drill in drill.moves.days(into: .held).map { Posting(1, on: $0) } }
///     ]
public struct Measure<Record: Register>: Sendable {
  public typealias Postings = @Sendable (Record, RecordID, any RecordReader) throws -> [Posting]

  /// The codes of all indicators that it may post to.
  public let indicators: [String]
  /// The indicator that every posting goes to; nil for a family without a total.
  let total: String?
  /// The indicator of the record's kind, which the postings go to as well.
  let member: (@Sendable (Record) -> String?)?
  let postings: Postings

  public init(
    _ indicator: IndicatorDeclaration, _ postings: @escaping @Sendable (Record) throws -> [Posting]
  ) {
    self.init(indicator, reading: { record, _, _ in try postings(record) })
  }

  /// - Parameter postings: told the record's row, may look at other records, of which a change posts
  ///   this one anew when the field that names them drives it, or theirs that names this one feeds it.
  public init(_ indicator: IndicatorDeclaration, reading postings: @escaping Postings) {
    indicators = [indicator.code]
    total = indicator.code
    member = nil
    self.postings = postings
  }

  /// Posts to the indicator of a record's kind, and to the family's total.
  ///
  /// - Parameter kind: the choice that tells which of the family it is.
  public init<Kind>(
    _ family: IndicatorFamily<Kind>, by kind: any KeyPath<Record, Kind?> & Sendable,
    _ postings: @escaping @Sendable (Record) throws -> [Posting]
  ) {
    self.init(family, by: kind, reading: { record, _, _ in try postings(record) })
  }

  /// See `init(_:by:_:)` and `init(_:reading:)`.
  public init<Kind>(
    _ family: IndicatorFamily<Kind>, by kind: any KeyPath<Record, Kind?> & Sendable,
    reading postings: @escaping Postings
  ) {
    total = family.total?.code
    indicators = [total].compactMap(\.self) + family.codes
    member = { family.code(of: $0[keyPath: kind]) }
    self.postings = postings
  }

  /// What a record calls for in the ledger.
  func wanted(
    _ record: Record, _ id: RecordID, _ others: any RecordReader, _ add: (Wanted) -> Void
  ) throws {
    let member = member?(record)
    for posting in try postings(record, id, others) {
      if let total { add(Wanted(indicator: total, posting: posting)) }
      if let member { add(Wanted(indicator: member, posting: posting)) }
    }
  }
}
