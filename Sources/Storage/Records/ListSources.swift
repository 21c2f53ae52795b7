internal import Database
internal import Registers
internal import TargetEngine

/// Decides on which day what a register calls for counts at a place. Source: `engine.md`, "Figures come
/// by list or by number".
struct ListSources {
  let ledger: Ledger
  private let indicators: [String: Indicator]
  /// The indicators that any rule is about: few, mostly none.
  private let ruled: Set<IndicatorID>
  /// Whether any rule says that a unit reports by number.
  let hasNumberRules: Bool
  private let stocks: [IndicatorID: Indicator]
  private var rules: [ListedPlace: [[Sourcing]]] = [:]
  /// Places that are known to come by list, including those of this transaction, in ascending
  /// order.
  var known: [ListedPlace] = []
  /// Whether no others come by list.
  let isFirst: Bool
  /// What is called for on the very day on which its stock goes back to lists: it follows no numbers.
  private(set) var onTurn: Set<PostingKey> = []

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    let all = try ledger.indicators()
    let sourcings = try ledger.sourcings()
    let ruled = Set(sourcings.map(\.indicator))
    hasNumberRules = sourcings.contains { !$0.byList }
    indicators = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    stocks = Dictionary(all.filter { $0.kind == .stock }.map { ($0.id, $0) }) { first, _ in first }
    self.ruled = ruled
    isFirst = try ledger.connection.first("SELECT 1 FROM listed LIMIT 1") { _ in true } == nil
  }

  /// Whether any rule is about an indicator.
  func isRuled(_ indicator: IndicatorID) -> Bool { ruled.contains(indicator) }

  /// What is called for and is not in the ledger, and the opposite of what is there and not called
  /// for.
  mutating func difference(
    _ wanted: [Wanted], _ posted: [PostingKey: Int64]
  ) throws -> [PostingPart] {
    var parts: [PostingPart] = []
    var onTurn: Set<PostingKey> = []
    for item in try withoutReturns(wanted) {
      guard let key = try key(of: item) else { continue }
      parts.append(PostingPart(key: key, amount: item.posting.amount))
      let place = ListedPlace(indicator: key.indicator, unit: key.unit)
      if try key.day == item.posting.day && goesBackToList(place, on: key.day) {
        onTurn.insert(key)
      }
    }
    for (key, amount) in posted {
      parts.append(PostingPart(key: key, amount: try Int64(0).subtracting(amount)))
    }
    try parts.settle()
    self.onTurn.formUnion(onTurn.intersection(parts.map(\.key)))
    return parts
  }

  private struct YearPlace: Hashable {
    var place: ListedPlace
    var year: Int
  }

  /// What is called for, less what comes again after it was taken back on a day that is left to numbers: there nothing
  /// was taken back, and one record would count twice.
  private mutating func withoutReturns(_ wanted: [Wanted]) throws -> [Wanted] {
    guard hasNumberRules, wanted.contains(where: { $0.posting.amount < 0 }) else { return wanted }
    var left: [YearPlace: Int64] = [:]
    var counted: [Wanted] = []
    for var item in wanted.sorted(by: { $0.posting.day < $1.posting.day }) {
      if let key = PostingKey(item, indicators), !isStock(key.indicator) {
        let place = YearPlace(
          place: ListedPlace(indicator: key.indicator, unit: key.unit), year: key.year)
        let (amount, sum) = (item.posting.amount, left[place] ?? 0)
        if try !isByList(place.place, on: key.day) {
          left[place] = try sum.adding(amount)
        } else if amount > 0, sum < 0 {
          // More was taken back than had come on such days: that is still there.
          let again = try min(amount, Int64(0).subtracting(sum))
          left[place] = try sum.adding(again)
          item.posting.amount = amount - again
        }
      }
      if item.posting.amount != 0 { counted.append(item) }
    }
    return counted
  }

  /// Where a posting goes; nil also when the unit reports the indicator by number from that day on.
  private mutating func key(of wanted: Wanted) throws -> PostingKey? {
    guard let key = PostingKey(wanted, indicators) else { return nil }
    let place = ListedPlace(indicator: key.indicator, unit: key.unit)
    return try isByList(place, on: key.day) ? key : try nextList(after: key.day, at: place)
  }

  /// Where a posting to an indicator with rules counts or would, with the rule that leaves it to numbers; none for
  /// one that counts.
  mutating func ruled(_ wanted: Wanted) throws -> (key: PostingKey, left: Sourcing?)? {
    guard let key = PostingKey(wanted, indicators), ruled.contains(key.indicator) else {
      return nil
    }
    let place = ListedPlace(indicator: key.indicator, unit: key.unit)
    guard let rule = try rule(place, on: key.day), !rule.byList,
      try nextList(after: key.day, at: place) == nil
    else { return (key, nil) }
    return (key, rule)
  }

  /// What a posting counts for.
  func line(of key: PostingKey) -> CountedLine {
    CountedLine(indicator: key.indicator, year: isStock(key.indicator) ? nil : key.year)
  }

  /// Whether an indicator is a stock.
  func isStock(_ indicator: IndicatorID) -> Bool { stocks[indicator] != nil }

  /// Where that counts which a stock comes to on a day on which it is reported by number: on the day on which
  /// it is reported by list again, since a level contains all that was before. Nil where there is none, and
  /// for a flow, of which each day's amounts stay as they were reported.
  mutating func nextList(after day: Day, at place: ListedPlace) throws -> PostingKey? {
    guard isRuled(place.indicator), let stock = stocks[place.indicator] else { return nil }
    let days = try rules(place).joined().map(\.since).filter { $0 > day }.sorted()
    for next in days where try isByList(place, on: next) {
      return PostingKey(
        indicator: place.indicator, unit: place.unit, day: next,
        year: stock.planYear(of: next).label)
    }
    return nil
  }

  /// Whether a stock is reported by list from a day on, and was by number on the day before.
  mutating func goesBackToList(_ place: ListedPlace, on day: Day) throws -> Bool {
    guard isRuled(place.indicator), isStock(place.indicator), let eve = Day(number: day.number - 1)
    else {
      return false
    }
    return try isByList(place, on: day) && !isByList(place, on: eve)
  }

  /// Whether records may post there: a rule set by hand says, else they may.
  mutating func isByList(_ place: ListedPlace, on day: Day) throws -> Bool {
    try rule(place, on: day)?.byList ?? true
  }

  /// The rule set by hand that a place is under on a day; nil for none.
  mutating func rule(_ place: ListedPlace, on day: Day) throws -> Sourcing? {
    for rules in try rules(place) {
      if let rule = rules.last(where: { $0.since <= day }) { return rule }
    }
    return nil
  }

  /// The rules of the unit and its ancestors, nearest first.
  private mutating func rules(_ place: ListedPlace) throws -> [[Sourcing]] {
    guard ruled.contains(place.indicator) else { return [] }
    if let found = rules[place] { return found }
    let path = [place.unit] + (try ledger.ancestors(of: place.unit))
    let found = try path.map { try ledger.sourcings(indicator: place.indicator, unit: $0) }
      .filter { !$0.isEmpty }
    rules[place] = found
    return found
  }
}
