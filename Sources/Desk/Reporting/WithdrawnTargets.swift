internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// The targets of last month's closed report that were withdrawn since, also of lines that are gone with them.
  ///
  /// - Parameters:
  ///   - lines: the unit's lines as of the day.
  ///   - catalogue: the indicators that the report is about.
  func withdrawnTargets(
    of unit: UnitID, under lines: [FrozenLine], on day: Day, _ catalogue: [Indicator]
  ) throws -> [PlacedNote] {
    let withdrawn = try ledger.withdrawnTargets(of: unit)
    if withdrawn.isEmpty { return [] }
    let closed = try ClosedMonth(day.month.previous, ledger)
    var notes: [PlacedNote] = []
    for indicator in catalogue {
      guard let edition = closed.edition(of: indicator.module),
        let end = try ledger.transaction(edition.transaction)?.changes.end
      else { continue }
      let later = withdrawn.filter { $0.target.indicator == indicator.id && $0.change >= end }
      for year in Set(later.map(\.target.year)).sorted() {
        let reported = try frozenLines(of: unit, in: closed, [indicator])
          .first { $0.line.year == year }?.line.plan
        let line = lines.first { $0.line.indicator.id == indicator.id && $0.line.year == year }
        guard let reported, reported.source == .own, reported.amount != line?.line.plan?.amount
        else { continue }
        let note = ReportNote.withdrawn(
          indicator, month: closed.month, from: reported.amount, to: line?.line.plan?.amount)
        let isCurrent = year == indicator.planYear(of: day).label
        notes.append(
          line.map { PlacedNote(note, under: $0) }
            ?? PlacedNote(note, on: indicator, carried: isCurrent ? nil : year))
      }
    }
    return notes
  }
}
