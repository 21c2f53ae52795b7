internal import TargetEngine

/// The level of one indicator of a unit with everything below it, for days in ascending order,
/// while entries are still being added.
struct SubtreeLevel {
  private let tally: Tally
  /// The sums by day of the months that are asked for before their last day.
  private let inside: [Month: [(day: Day, amount: Int64)]]
  /// What was added since the ledger was read: up to the day reached, and later.
  private var ripe: Int64 = 0
  private var later: [Day: Int64] = [:]
  private var reached: Day?

  /// - Parameter days: the days that will be asked for. The last day of a month needs no query of
  ///   its own.
  init(_ ledger: Ledger, _ place: ListedPlace, days: [Day]) throws {
    tally =
      try ledger.tallies(of: place.unit, indicators: [place.indicator])[place.indicator] ?? Tally()
    let within = days.filter { $0 < $0.month.lastDay }
    guard let first = within.min(), let last = within.max() else {
      inside = [:]
      return
    }
    inside = Dictionary(
      grouping: try ledger.dailySums(
        place, from: first.rawValue + 1, through: last.month.lastDay.rawValue)
    ) { $0.day.month }
  }

  mutating func add(_ amount: Int64, on day: Day) throws(OverflowFault) {
    if let reached, day <= reached {
      ripe = try ripe.adding(amount)
    } else {
      later[day] = try later[day, default: 0].adding(amount)
    }
  }

  /// - Parameter day: not before any that was asked for already.
  mutating func level(on day: Day) throws(OverflowFault) -> Int64 {
    reached = day
    for (due, amount) in later where due <= day {
      ripe = try ripe.adding(amount)
      later[due] = nil
    }
    var level = try tally.actual(.stock, year: day.year, through: day.month).adding(ripe)
    for sum in inside[day.month] ?? [] where sum.day > day {
      level = try level.subtracting(sum.amount)
    }
    return level
  }
}

extension Ledger {
  /// The present levels on the days of statements, by the number of each statement's entry.
  public func levels(saidBy entries: [Entry]) throws -> [Int64: Int64] {
    var levels: [Int64: Int64] = [:]
    let places = Dictionary(grouping: entries.filter { $0.level != nil }) {
      ListedPlace(indicator: $0.indicator, unit: $0.unit)
    }
    for (place, said) in places {
      var level = try SubtreeLevel(self, place, days: said.map(\.day))
      for entry in said.sorted(by: { $0.day < $1.day }) {
        levels[entry.seq] = try level.level(on: entry.day)
      }
    }
    return levels
  }
}
