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
