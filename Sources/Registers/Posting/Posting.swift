public import TargetEngine

/// An amount that a record calls for in the ledger.
///
///     let now = Posting(1, on: heldOn)  // counts for the plan year that contains the day
///     let listed = Posting(1, on: heldOn, year: 2020)  // for the list of 2020, whenever it was held
///     let elsewhere = Posting(-1, on: endedOn, unit: lead)  // at another unit than the record's
public struct Posting: Sendable, Hashable {
  /// In the indicator's smallest unit.
  public var amount: Int64
  /// The day on which it counts.
  public var day: Day
  /// The plan year; nil for the one that contains the day.
  public var year: Int?
  /// Nil for the record's own.
  public var unit: UnitID?

  /// An amount on a day.
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
  ///     .once(on: drill.heldOn)
  public static func once(
    on day: Day?, _ amount: Int64 = 1, year: Int? = nil, unit: UnitID? = nil
  ) -> [Posting] {
    day.map { [Posting(amount, on: $0, year: year, unit: unit)] } ?? []
  }

  /// The same amount on each of some days.
  ///
  ///     .each(drill.moves.days(into: .held), year: drill.year)
  public static func each(
    _ days: [Day], _ amount: Int64 = 1, year: Int? = nil, unit: UnitID? = nil
  ) -> [Posting] {
    days.map { Posting(amount, on: $0, year: year, unit: unit) }
  }
}
