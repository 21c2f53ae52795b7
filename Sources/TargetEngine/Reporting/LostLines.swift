extension LineBuilder {
  /// The lines that this report would lose though their figures are not those last reported: a unit was moved
  /// away, all of it was taken back, or something is done in a plan year that was finished. Source:
  /// `engine.md`, "Closing a month".
  ///
  /// - Parameter others: what this report has.
  public func lost(
    _ figures: UnitFigures, beside others: Set<LineKey>
  ) throws(OverflowFault) -> [Line] {
    guard let reported = figures.reported else { return [] }
    var lines: [Line] = []
    let said = reported.actuals.merging(reported.earlier) { last, _ in last }
    for (said, amount) in said.sorted(by: { $0.key < $1.key }) {
      guard let indicator = byID[said.indicator], reported.modules.contains(indicator.module) else {
        continue
      }
      let current = indicator.planYear(of: day).label
      var key = said
      // A level belongs to no plan year: what December said of it January goes on from.
      if indicator.kind != .flow, key.year == indicator.planYear(of: reported.month).label {
        key.year = current
      }
      if others.contains(key) { continue }
      if key.year < current, indicator.kind == .flow {
        let tally = figures.tallies[indicator.id] ?? Tally()
        let now = try tally.actual(.flow, year: key.year, through: day.month)
        let own = try tally.amount(.flow, year: key.year, in: day.month)
        // What a correction moved into the month is its own amount, and as much less before.
        let isMoved = try isMoved(tally, key, indicator, beside: others, reported)
        if now != amount || own != 0 || isMoved {
          lines.append(try line(indicator, figures, year: key.year))
        }
      } else if key.year == current {
        let line = try line(indicator, figures, year: key.year)
        if line.corrected != 0 { lines.append(line) }
      }
    }
    return lines
  }

  /// Whether the month before has another amount of an ended plan year than its report, which no other line says.
  private func isMoved(
    _ tally: Tally, _ key: LineKey, _ indicator: Indicator, beside others: Set<LineKey>,
    _ reported: UnitFigures.Reported
  ) throws(OverflowFault) -> Bool {
    let (before, current) = (day.month.previous, indicator.planYear(of: day).label)
    guard let then = reportedAmount(indicator, key.year, reported) else { return false }
    // A year's first month compares itself with the last of the year before.
    if indicator.planYear(of: before).label == key.year,
      others.contains(LineKey(indicator: key.indicator, year: current))
    {
      return false
    }
    return try tally.amount(.flow, year: key.year, in: before) != then
  }
}
