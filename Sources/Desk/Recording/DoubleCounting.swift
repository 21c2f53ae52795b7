internal import Storage
internal import TargetEngine

extension Desk {
  /// What a transaction lets be counted twice.
  func doubleCounts(_ transaction: Transaction) throws -> [DoubleCount] {
    let places = try transaction.placesCountedTwice()
    guard !places.isEmpty else { return [] }
    let indicators = try ledger.indicatorsByID()
    return try places.compactMap { place in
      guard let unit = try ledger.unit(id: place.unit)?.unit,
        let indicator = indicators[place.indicator]
      else { return nil }
      return DoubleCount(unit: try titled(unit), indicator: indicator)
    }
  }
}
