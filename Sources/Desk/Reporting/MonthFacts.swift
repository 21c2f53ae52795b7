internal import Storage
internal import TargetEngine

/// What the lines of every unit for one month need besides the unit's own figures, read once for all of them.
struct MonthFacts {
  let month: Month
  /// The indicators whose lines are wanted.
  let wanted: [Indicator]
  let builder: LineBuilder
  let openUnits: OpenUnits
  /// The closed month that figures are compared with.
  let reference: ClosedMonth
  /// Nil where the reference is not closed.
  let endedYears: EndedYears?
  private let ids: Set<IndicatorID>

  /// - Parameter same: the month's own closing when its frozen figures are to be compared; otherwise
  ///   corrections count from the month before, where that is closed.
  init(
    _ month: Month, _ wanted: [Indicator], against same: ClosedMonth? = nil, _ desk: Desk
  ) throws {
    let (ledger, day) = (desk.ledger, month.lastDay)
    self.month = month
    self.wanted = wanted
    let asked = Dictionary(wanted.map { ($0.id, $0) }) { first, _ in first }
    ids = Set(asked.keys)
    let catalogue = try ledger.indicators()
    builder = try desk.builder(catalogue.map { asked[$0.id] ?? $0 }, on: day)
    openUnits = try ledger.openUnits(for: wanted, on: day)
    reference = try same ?? ClosedMonth(month.previous, ledger)
    // Closed reports were not asked for parts by name.
    endedYears =
      try reference.modules(of: wanted).isEmpty
      ? nil
      : EndedYears(
        catalogue.filter { asked[$0.id] != nil }, on: day, through: reference.month, ledger)
  }

  func isWanted(_ indicator: Indicator) -> Bool { ids.contains(indicator.id) }
}
