internal import Storage
public import TargetEngine

/// What a unit told by number of an indicator and counts no more, since its records count, or counts again.
public struct ReplacedNumber: Sendable {
  /// Who told it.
  public var unit: Unit
  /// What is counted.
  public var indicator: Indicator
  /// What it told.
  public var amount: Int64
  /// Whether it counts again, rather than no more.
  public var returns: Bool
}

extension Desk {
  /// What a transaction lets give way to lists or brings back, by indicator, then in the order of the units' codes.
  func replacedNumbers(_ transaction: Transaction) throws -> [ReplacedNumber] {
    let openings = try transaction.openings()
    if openings.isEmpty { return [] }
    let indicators = try ledger.indicatorsByID()
    return try Dictionary(grouping: openings) {
      ListedPlace(indicator: $0.indicator, unit: $0.unit)
    }.compactMap { place, entries in
      guard let indicator = indicators[place.indicator],
        let unit = try ledger.unit(id: place.unit)?.unit
      else { return nil }
      let back = try entries.filter { EntrySource.isGivenBack($0.source) }.sum()
      let amount = try back != 0 ? back : gaveWay(entries)
      return amount == 0
        ? nil
        : ReplacedNumber(
          unit: try titled(unit), indicator: indicator, amount: amount, returns: back != 0)
    }.sorted { ($0.indicator.id, $0.unit.code) < ($1.indicator.id, $1.unit.code) }
  }

  /// What the entries let give way of what a unit told.
  private func gaveWay(_ entries: [Entry]) throws -> Int64 {
    let sum = try entries.sum()
    // What gives way earlier than it did gives way no more on its former day.
    let first = entries.map(\.day).min()
    return try Int64(0).subtracting(
      sum != 0 ? sum : entries.filter { $0.day == first }.sum())
  }
}

extension [Entry] {
  fileprivate func sum() throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for entry in self { sum = try sum.adding(entry.amount) }
    return sum
  }
}
