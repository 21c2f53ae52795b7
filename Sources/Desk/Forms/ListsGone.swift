internal import Forms
internal import Storage
internal import TargetEngine

extension Desk {
  /// Amounts of forms that count nowhere: when they were accepted their units reported by list, and do no more.
  func leftToNoLists() throws -> [Advice] {
    let left = try ledger.leftToLists()
    if left.isEmpty { return [] }
    let stored = try ledger.units()
    let units = Dictionary(stored.map { ($0.unit.id, $0) }) { first, _ in first }
    let parents = UnitParents(stored.map(\.unit))
    let indicators = Dictionary(try ledger.indicators().map { ($0.code, $0.id) }) { a, _ in a }
    let rules = try EntryRules(ledger)
    let gone = try left.filter { item in
      guard let unit = units[item.unit], let indicator = indicators[item.posting.indicator] else {
        return false
      }
      return try rules.refusal(of: indicator, EntryUnit(unit.unit), on: item.posting.day) {
        Array(parents.path(from: $0).dropFirst())
      } == nil
    }
    return Dictionary(grouping: gone) { [$0.form.code, "\($0.posting.period)"] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .compactMap { Advice(leftToNoList: $0.value, units) }
  }
}

extension Advice {
  /// - Parameter items: of one form and period.
  fileprivate init?(leftToNoList items: [LeftToList], _ units: [UnitID: StoredUnit]) {
    guard let first = items.first else { return nil }
    let lines = Dictionary(grouping: items, by: \.unit).compactMap { unit, items in
      units[unit].map { LinesOfUnit($0, items.map(\.posting.line).sorted()) }
    }
    self = .leftToNoList(
      form: first.form, first.posting.period,
      lines.sorted { $0.unit.unit.code < $1.unit.unit.code })
  }
}
