internal import Storage
internal import TargetEngine

/// The rules that every number meets on its way into the ledger, by hand or by file.
struct EntryRules {
  private let sourcings: [Sourcing]

  init(_ ledger: Ledger) throws { sourcings = try ledger.sourcings() }

  /// The plan year of an entry; the day's year when none is given.
  static func planYear(
    _ given: Int?, of indicator: Indicator, on day: Day
  ) throws(DeskError) -> Int {
    guard let given, given != day.year else { return day.year }
    guard indicator.kind == .flow else { throw .stockHasNoPlanYear(indicator.code) }
    return given
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
    let rules = sourcings.filter { $0.indicator == indicator.id && $0.since <= day }
    guard !rules.isEmpty else { return }
    for id in [unit.id] + (try ancestors(unit.id)) {
      guard let rule = rules.last(where: { $0.unit == id }) else { continue }
      if rule.byList {
        throw DeskError.reportsByList(indicator: indicator.code, unit: unit.name)
      }
      return
    }
  }
}
