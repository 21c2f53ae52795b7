internal import Database
internal import TargetEngine

/// What a transaction has added to places that have level statements, by month.
struct LevelEffects {
  private var months: [ListedPlace: [Month: Int64]] = [:]

  /// Notes the rolled-up sums of a transaction's entries. An import has many of them; places with
  /// levels are few.
  mutating func add(_ cells: Cells, _ ledger: Ledger) throws {
    guard cells.count > 0, try ledger.hasLevels() else { return }
    let all = cells.count > 100 ? try ledger.placesWithLevels() : nil
    for (index, key) in cells.keys.enumerated() {
      let place = ListedPlace(indicator: key.indicator, unit: key.unit)
      guard try all?.contains(place) ?? ledger.hasLevels(at: place) else { continue }
      // Also a month whose sum is 0: its entries may cancel each other out and still count between.
      for number in 0..<12 where cells.seen(index) & 1 << number != 0 {
        guard let month = Month(rawValue: Int(key.year) * 100 + number + 1) else { continue }
        let sum = months[place]?[month] ?? 0
        months[place, default: [:]][month] = try sum.adding(cells.month(number, of: index))
      }
    }
  }

  var places: [ListedPlace] { months.keys.sorted() }

  /// What was added to a place up to the end of a month.
  func sum(at place: ListedPlace, through month: Month) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for (key, amount) in months[place] ?? [:] where key <= month { sum = try sum.adding(amount) }
    return sum
  }
}
