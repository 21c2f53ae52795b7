internal import Storage
internal import TargetEngine

/// The rules that every number meets on its way into the ledger, by hand or by file.
struct EntryRules {
  private let sourcings: [Sourcing]
  /// Where records have posted: these take no numbers.
  private let listed: Set<ListedPlace>

  /// - Parameter place: the only place that will be asked about; nil for any.
  init(_ ledger: Ledger, only place: ListedPlace? = nil) throws {
    sourcings = try ledger.sourcings()
    listed =
      if let place {
        try ledger.isListed(place) ? [place] : []
      } else {
        try ledger.listed()
      }
  }

  /// The plan year of an entry; the one that contains its day when none is given.
  ///
  /// - Throws: `DeskError.dayOutOfRange`, `.badYear`, `.stockHasNoPlanYear`.
  static func planYear(
    _ given: Int?, of indicator: Indicator, on day: Day
  ) throws(DeskError) -> Int {
    let current = indicator.planYear(of: day).label
    guard PlanYear.range.contains(current) else { throw .dayOutOfRange(day) }
    let year = given ?? current
    guard PlanYear.range.contains(year) else { throw .badYear("\(year)") }
    guard let given, given != current else { return year }
    guard indicator.kind == .flow else { throw .stockHasNoPlanYear(indicator.code) }
    return given
  }

  /// Only a stock has a level.
  static func checkLevel(of indicator: Indicator) throws(DeskError) {
    guard indicator.kind == .stock else { throw .onlyStockIsSet(indicator.code) }
  }

  /// - Parameter ancestors: the unit's, nearest first; asked only when some rule may reach it.
  func check(
    _ indicator: Indicator, _ unit: Unit, on day: Day,
    ancestors: (UnitID) throws -> [UnitID]
  ) throws {
    if indicator.kind.name == "ratio" { throw DeskError.ratioIsDerived(indicator.code) }
    if let closed = unit.closed, day > closed {
      throw DeskError.unitClosed(unit.name, on: closed)
    }
    if let opened = unit.opened, day < opened {
      throw DeskError.unitNotOpen(unit.name, until: opened)
    }
    let rules = sourcings.filter { $0.indicator == indicator.id && $0.since <= day }
    var isByList = listed.contains(ListedPlace(indicator: indicator.id, unit: unit.id))
    // A rule set by hand is stronger than what records did.
    if !rules.isEmpty {
      for id in [unit.id] + (try ancestors(unit.id)) {
        guard let rule = rules.last(where: { $0.unit == id }) else { continue }
        isByList = rule.byList
        break
      }
    }
    if isByList { throw DeskError.reportsByList(indicator: indicator.code, unit: unit.name) }
  }
}
