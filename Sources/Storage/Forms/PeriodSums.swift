public import TargetEngine

extension Ledger {
  /// What entries of some days add up to, of a unit with everything below it, whatever their plan years.
  public func sum(
    of indicator: IndicatorID, _ unit: UnitID, from first: Day, through last: Day
  ) throws -> Int64 {
    let place = ListedPlace(indicator: indicator, unit: unit)
    return try dailySums(place, from: first.rawValue, through: last.rawValue)
      .reduce(0) { try $0.adding($1.amount) }
  }
}
