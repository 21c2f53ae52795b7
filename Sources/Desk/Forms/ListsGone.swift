internal import Forms
internal import Storage
internal import TargetEngine

extension Desk {
  /// Amounts of forms that count nowhere: when they were accepted their units reported by list, and do no more.
  func leftToNoLists() throws -> [LeftToNoList] {
    let left = try ledger.leftToLists()
    if left.isEmpty { return [] }
    let units = try UnitsOfLists(ledger)
    return try units.grouped(try units.gone(left, EntryRules(ledger)))
  }

  /// Those that count nowhere since the transaction at hand. Where it left rules and units as they were, nothing is
  /// read.
  func leftToNoLists(since before: FormsBefore) throws -> [LeftToNoList] {
    guard let former = before.units else { return [] }
    let (rules, units) = (try EntryRules(ledger), try UnitsOfLists(ledger))
    if rules == before.rules, units.parents == former.parents { return [] }
    let left = try ledger.leftToLists()
    if left.isEmpty { return [] }
    let gone = try units.gone(left, rules)
    let known = Set(try former.gone(gone, before.rules).map(\.place))
    return units.grouped(gone.filter { !known.contains($0.place) })
  }
}

/// What has to be known of units and indicators to say which amounts count nowhere.
struct UnitsOfLists {
  let units: [UnitID: StoredUnit]
  let parents: UnitParents
  private let indicators: [String: IndicatorID]

  init(_ ledger: Ledger) throws {
    let stored = try ledger.units()
    units = Dictionary(stored.map { ($0.unit.id, $0) }) { first, _ in first }
    parents = UnitParents(stored.map(\.unit))
    indicators = Dictionary(try ledger.indicators().map { ($0.code, $0.id) }) { a, _ in a }
  }

  /// Those whose units do not report by list, as rules say.
  func gone(_ left: [LeftToList], _ rules: EntryRules) throws -> [LeftToList] {
    try left.filter { item in
      guard let unit = units[item.unit], let indicator = indicators[item.posting.indicator] else {
        return false
      }
      return try rules.refusal(of: indicator, EntryUnit(unit.unit), on: item.posting.day) {
        Array(parents.path(from: $0).dropFirst())
      } == nil
    }
  }

  /// By forms and periods.
  func grouped(_ items: [LeftToList]) -> [LeftToNoList] {
    Dictionary(grouping: items) { [$0.form.code, "\($0.posting.period)"] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .compactMap { _, items in
        guard let first = items.first else { return nil }
        let lines = Dictionary(grouping: items, by: \.unit).compactMap { unit, items in
          units[unit].map { LinesOfUnit($0, items.map(\.posting.line).sorted()) }
        }
        return LeftToNoList(
          form: first.form, first.posting.period,
          lines.sorted { $0.unit.unit.code < $1.unit.unit.code })
      }
  }
}

extension LeftToList {
  /// Whose amount of which period and line it is.
  fileprivate var place: Place {
    Place(form: form.id, unit: unit, period: posting.period, line: posting.line)
  }

  fileprivate struct Place: Hashable {
    var form: Int64
    var unit: UnitID
    var period: FormPeriod
    var line: LineNumber
  }
}
