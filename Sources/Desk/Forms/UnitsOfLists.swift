internal import Forms
internal import Storage
internal import TargetEngine

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
