public import TargetEngine
internal import Storage

/// A unit with a number of its own while lists of units below it count too: perhaps the same things
/// twice.
public struct DoubleCount: Sendable {
  /// The unit with the number.
  public var unit: Unit
  /// What is counted.
  public var indicator: Indicator
}

extension Desk {
  /// What a transaction lets be counted twice.
  func doubleCounts(_ transaction: Transaction) throws -> [DoubleCount] {
    let places = try transaction.placesCountedTwice()
    guard !places.isEmpty else { return [] }
    let indicators = Dictionary(try ledger.indicators().map { ($0.id, $0) }) { first, _ in first }
    return try places.compactMap { place in
      guard let unit = try ledger.unit(id: place.unit)?.unit,
        let indicator = indicators[place.indicator]
      else { return nil }
      return DoubleCount(unit: try titled(unit), indicator: indicator)
    }
  }
}
