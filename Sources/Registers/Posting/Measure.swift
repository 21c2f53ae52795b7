internal import TargetEngine

/// What each record of a register posts to an indicator, or to a family of them.
///
///     static let measures: [Measure<Drill>] = [
///       Measure(.drillsHeld) { drill in .each(drill.moves.days(into: .held)) }
///     ]
///
/// Whenever a record changes, what its measures call for is compared with what stands in the ledger
/// under the record, and the difference is posted. A measure is a pure function: it never asks for
/// today.
public struct Measure<Record: RegisterRecord>: Sendable {
  /// What a record calls for, given its row and the other records.
  public typealias Postings = @Sendable (Record, RecordID, any RecordReader) throws -> [Posting]

  /// The codes of all indicators that it may post to.
  public let indicators: [String]
  /// The indicator that every posting goes to; nil for a family without a total.
  let total: String?
  /// The indicator of the record's kind, which the postings go to as well.
  let member: (@Sendable (Record) -> String?)?
  let postings: Postings

  /// Posts to one indicator what a record calls for by itself.
  public init(
    _ indicator: IndicatorDeclaration, _ postings: @escaping @Sendable (Record) throws -> [Posting]
  ) {
    self.init(indicator, reading: { record, _, _ in try postings(record) })
  }

  /// Posts to one indicator what a record calls for together with other records, rules or plan
  /// years.
  ///
  ///     Measure(.evaluated) { drill, _, others in
  ///       .each(
  ///         [drill.evaluatedOn].compactMap(\.self),
  ///         year: try drill.heldOn.map { try others.planYear(of: .drillsHeld, on: $0) })
  ///     }
  ///
  /// A change of another record posts this one again when a field with the role `drives` or `feeds`
  /// connects them.
  public init(_ indicator: IndicatorDeclaration, reading postings: @escaping Postings) {
    indicators = [indicator.code]
    total = indicator.code
    member = nil
    self.postings = postings
  }

  /// Posts to the indicator of a record's kind, and to the family's total.
  ///
  ///     Measure(.drills, by: \.kind) { drill in .each(drill.moves.days(into: .held)) }
  ///
  /// - Parameter kind: the field that decides which of the family it is.
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
