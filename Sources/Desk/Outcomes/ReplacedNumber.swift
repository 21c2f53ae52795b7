internal import Storage
public import TargetEngine

/// What a unit told by number of an indicator and counts no more, since its records count, or counts again.
public struct ReplacedNumber: Sendable {
  /// What becomes of it.
  public enum Turn: Sendable, Equatable {
    /// It counts no more.
    case givesWay
    /// It counts again.
    case returns
    /// It had given way, and does so on a later day only.
    case later(Day)
  }

  /// Who told it.
  public var unit: Unit
  /// What is counted.
  public var indicator: Indicator
  /// What it told.
  public var amount: Int64
  /// What becomes of it.
  public var turn: Turn
}

extension Desk {
  /// What a transaction lets give way to lists or brings back, by indicator, then in the order of the units' codes.
  func replacedNumbers(_ transaction: Transaction) throws -> [ReplacedNumber] {
    let openings = try transaction.openings()
    if openings.isEmpty { return [] }
    let indicators = try ledger.indicatorsByID()
    return try Dictionary(grouping: openings) {
      ListedPlace(indicator: $0.indicator, unit: $0.unit)
    }.flatMap { place, entries -> [ReplacedNumber] in
      guard let indicator = indicators[place.indicator],
        let unit = try ledger.unit(id: place.unit)?.unit
      else { return [] }
      let titled = try titled(unit)
      let moves = Set(entries.map { $0.amount.signum() }).count > 1
      let before = try moves ? transaction.gaveWayBefore(at: place) : [:]
      return try NumberTurns(entries, before: indicator.kind == .stock ? before : nil).all.map {
        ReplacedNumber(unit: titled, indicator: indicator, amount: $0.amount, turn: $0.turn)
      }
    }.sorted { ($0.indicator.id, $0.unit.code) < ($1.indicator.id, $1.unit.code) }
  }
}

/// What the entries by which numbers of a place give way, or come back, say together.
private struct NumberTurns {
  private(set) var all: [(amount: Int64, turn: ReplacedNumber.Turn)] = []

  /// A flow's numbers give way on their own days, so that what gives way is not what comes back. A stock's do on the
  /// first day of the list: what comes back on one day and gives way on another is the same number.
  ///
  /// - Parameter before: of a stock, what had given way on each day before, where it may move; nil for a flow.
  init(_ entries: [Entry], before: [Day: Int64]?) throws(OverflowFault) {
    var (gone, back): ([Day: Int64], [Day: Int64]) = ([:], [:])
    for entry in entries {
      if EntrySource.isGivenBack(entry.source) {
        back[entry.day] = try (back[entry.day] ?? 0).adding(entry.amount)
      } else {
        gone[entry.day] = try (gone[entry.day] ?? 0).subtracting(entry.amount)
      }
    }
    // What is no more on the day on which it had given way is not another number of the opposite sign.
    for (day, amount) in before ?? [:] {
      let released = NumberTurns.common(amount, try Int64(0).subtracting(gone[day] ?? 0))
      back[day] = try (back[day] ?? 0).adding(released)
      gone[day] = try (gone[day] ?? 0).adding(released)
    }
    for (day, amount) in back {
      let same = NumberTurns.common(amount, gone[day] ?? 0)
      back[day] = try amount.subtracting(same)
      gone[day] = try (gone[day] ?? 0).subtracting(same)
    }
    (gone, back) = (gone.filter { $0.value != 0 }, back.filter { $0.value != 0 })
    var (lost, again) = (try NumberTurns.sum(gone), try NumberTurns.sum(back))
    // Numbers of a flow that add up to nothing are something on their days.
    if lost == 0, let first = gone.keys.min() { lost = gone[first] ?? 0 }
    if before != nil, let first = gone.keys.min(), let earlier = back.keys.min() {
      let moved = NumberTurns.common(lost, again)
      (lost, again) = (try lost.subtracting(moved), try again.subtracting(moved))
      try add(moved, first < earlier ? .givesWay : .later(first))
    }
    try add(lost, .givesWay)
    try add(again, .returns)
  }

  private mutating func add(
    _ amount: Int64, _ turn: ReplacedNumber.Turn
  ) throws(OverflowFault) {
    if amount == 0 { return }
    // What gives way earlier and what did not yet are one number.
    if let place = all.firstIndex(where: { $0.turn == turn }) {
      all[place].amount = try all[place].amount.adding(amount)
    } else {
      all.append((amount, turn))
    }
  }

  /// What two amounts of one sign have in common.
  private static func common(_ a: Int64, _ b: Int64) -> Int64 {
    (a > 0) == (b > 0) ? (a > 0 ? min(a, b) : max(a, b)) : 0
  }

  private static func sum(_ amounts: [Day: Int64]) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for amount in amounts.values { sum = try sum.adding(amount) }
    return sum
  }
}
