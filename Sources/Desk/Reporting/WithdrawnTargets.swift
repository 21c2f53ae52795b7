internal import Journal
internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// The targets that last month's closed report used and that were withdrawn since, also of lines that are gone with
  /// them.
  ///
  /// - Parameters:
  ///   - lines: the unit's lines as of the day.
  ///   - catalogue: the indicators that the report is about.
  func withdrawnTargets(
    of unit: UnitID, under lines: [FrozenLine], on day: Day, _ catalogue: [Indicator]
  ) throws -> [PlacedNote] {
    let turned = try ledger.turnedTargets(of: unit)
    let indicators = catalogue.filter { one in turned.keys.contains { $0.indicator == one.id } }
    if indicators.isEmpty { return [] }
    let closed = try ClosedMonth(day.month.previous, ledger)
    let reported = plans(of: try frozenLines(of: unit, in: closed, indicators))
    let current = plans(of: lines)
    let rows = try closingRows(of: indicators, in: closed)
    var notes: [PlacedNote] = []
    for indicator in indicators {
      guard let row = rows[indicator.id] else { continue }
      for key in turned.keys.filter({ $0.indicator == indicator.id }).sorted(by: {
        $0.year < $1.year
      }) {
        guard turned[key]?.used(on: closed.month.lastDay, by: row)?.isWithdrawn == true,
          let plan = reported[key], plan.source == .own, plan.amount != current[key]?.amount
        else { continue }
        let note = ReportNote.withdrawn(
          indicator, month: closed.month, from: plan.amount, to: current[key]?.amount)
        notes.append(place(note, on: indicator, key.year, under: lines, day))
      }
    }
    return notes
  }

  private func place(
    _ note: ReportNote, on indicator: Indicator, _ year: Int, under lines: [FrozenLine], _ day: Day
  ) -> PlacedNote {
    let line = lines.first { $0.line.indicator.id == indicator.id && $0.line.year == year }
    let isCurrent = year == indicator.planYear(of: day).label
    return line.map { PlacedNote(note, under: $0) }
      ?? PlacedNote(note, on: indicator, carried: isCurrent ? nil : year)
  }

  private func plans(of lines: [FrozenLine]) -> [LineKey: Plan] {
    var plans: [LineKey: Plan] = [:]
    for line in lines.map(\.line) {
      let key = LineKey(indicator: line.indicator.id, year: line.year)
      if plans[key] == nil { plans[key] = line.plan }
    }
    return plans
  }

  /// The transactions that closed a month for indicators.
  private func closingRows(
    of indicators: [Indicator], in closed: ClosedMonth
  ) throws -> [IndicatorID: JournalRow] {
    var rows: [IndicatorID: JournalRow] = [:]
    for (number, indicators) in closed.transactions(of: indicators) {
      let row = try ledger.transaction(number)
      for indicator in indicators { rows[indicator.id] = row }
    }
    return rows
  }
}
