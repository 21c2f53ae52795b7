internal import Storage
internal import TargetEngine

/// The rules that every number meets on its way into the ledger, by hand or by file.
struct EntryRules: Equatable {
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
  static func planYear(
    _ given: Int?, of indicator: EntryIndicator, on day: Day
  ) throws(EntryFault) -> Int {
    let current = PlanYear(containing: day.month, firstMonth: indicator.firstMonth).label
    guard PlanYear.range.contains(current) else { throw .dayOutOfRange(day) }
    let year = given ?? current
    guard PlanYear.range.contains(year) else { throw .badYear(year) }
    guard let given, given != current else { return year }
    guard indicator.kind == .flow else { throw .stockHasNoPlanYear }
    return given
  }

  /// Only a stock has a level.
  static func checkLevel(of indicator: EntryIndicator) throws(EntryFault) {
    guard indicator.kind == .stock else { throw .onlyStockIsSet }
  }

  /// - Parameters:
  ///   - isDoubtful: whether what its place takes is asked for later, since the entry may be in the ledger already,
  ///     or change nothing beside others.
  ///   - ancestors: the unit's, nearest first; asked only when some rule may reach it.
  /// - Throws: `EntryFault`, and what `ancestors` throws.
  func check(
    _ indicator: EntryIndicator, _ unit: EntryUnit, on day: Day, isDoubtful: Bool = false,
    ancestors: (UnitID) throws -> [UnitID]
  ) throws {
    if case .ratio = indicator.kind { throw EntryFault.ratioIsDerived }
    if isDoubtful { return }
    if let fault = try refusal(of: indicator.id, unit, on: day, ancestors: ancestors) {
      throw fault
    }
  }

  /// Why a place takes no number on a day; nil where it does.
  func refusal(
    of indicator: IndicatorID, _ unit: EntryUnit, on day: Day,
    ancestors: (UnitID) throws -> [UnitID]
  ) throws -> EntryFault? {
    if let closed = unit.closed, day > closed { return .unitClosed(on: closed) }
    if let opened = unit.opened, day < opened { return .unitNotOpen(until: opened) }
    let place = ListedPlace(indicator: indicator, unit: unit.id)
    return try isByList(place, on: day, ancestors: ancestors) ? .reportsByList : nil
  }

  /// Whether a place takes no numbers on a day, since they come by list.
  private func isByList(
    _ place: ListedPlace, on day: Day, ancestors: (UnitID) throws -> [UnitID]
  ) throws -> Bool {
    let rules = sourcings.filter { $0.indicator == place.indicator && $0.since <= day }
    // A rule set by hand is stronger than what records did.
    if !rules.isEmpty {
      for id in [place.unit] + (try ancestors(place.unit)) {
        if let rule = rules.last(where: { $0.unit == id }) { return rule.byList }
      }
    }
    return listed.contains(place)
  }
}

extension EntryRules {
  /// See `planYear(_:of:on:)` for what is known of every indicator.
  static func planYear(
    _ given: Int?, of indicator: Indicator, on day: Day
  ) throws(DeskError) -> Int {
    do {
      return try planYear(given, of: EntryIndicator(indicator), on: day)
    } catch {
      throw DeskError(error, indicator)
    }
  }

  /// See `checkLevel(of:)`.
  static func checkLevel(of indicator: Indicator) throws(DeskError) {
    do {
      try checkLevel(of: EntryIndicator(indicator))
    } catch {
      throw DeskError(error, indicator)
    }
  }

  /// See `check(_:_:on:ancestors:)`.
  func check(
    _ indicator: Indicator, _ unit: Unit, on day: Day, isDoubtful: Bool = false,
    ancestors: (UnitID) throws -> [UnitID]
  ) throws {
    do {
      try check(
        EntryIndicator(indicator), EntryUnit(unit), on: day, isDoubtful: isDoubtful,
        ancestors: ancestors)
    } catch let fault as EntryFault {
      throw DeskError(fault, indicator, unit)
    }
  }
}
