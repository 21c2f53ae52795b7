/// Turns a unit's figures into the lines of its report. Source: `cli.md`, "JSON out".
public struct LineBuilder: Sendable {
  public let catalogue: [Indicator]
  public let day: Day
  public let tolerance: Fraction
  let byID: [IndicatorID: Indicator]

  /// - Parameters:
  ///   - catalogue: every indicator, in the order of the report.
  ///   - day: the report day; a monthly report's is the month's last.
  public init(catalogue: [Indicator], day: Day, tolerance: Fraction) {
    self.catalogue = catalogue
    self.day = day
    self.tolerance = tolerance
    byID = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The lines of the plan years that contain the report day, in the catalogue's order: indicators
  /// with a target by that day or, but for parts, with any entry up to it; a ratio with a target or
  /// whose denominator has a line.
  public func lines(_ figures: UnitFigures) throws(OverflowFault) -> [Line] {
    var lines: [Line] = []
    for indicator in catalogue where try isListed(indicator, figures) {
      lines.append(try line(indicator, figures))
    }
    return lines
  }

  /// The lines of indicators that have entries only outside of what is listed: their month a year
  /// ago may still be asked for.
  public func unlisted(_ figures: UnitFigures) throws(OverflowFault) -> [Line] {
    var lines: [Line] = []
    for indicator in catalogue where figures.tallies[indicator.id] != nil {
      if try !isListed(indicator, figures) { lines.append(try line(indicator, figures)) }
    }
    return lines
  }

  /// One indicator's line of its plan year that contains the report day, listed or not: a ranking
  /// needs every unit.
  public func line(
    _ indicator: Indicator, _ figures: UnitFigures
  ) throws(OverflowFault) -> Line {
    try line(indicator, figures, year: indicator.planYear(of: day).label)
  }

  private func isListed(
    _ indicator: Indicator, _ figures: UnitFigures
  ) throws(OverflowFault) -> Bool {
    let year = indicator.planYear(of: day).label
    if try figures.plan(indicator, year: year, on: day) != nil { return true }
    return indicator.isPart ? false : try isCounted(indicator, figures)
  }

  /// Whether an indicator without a target would have a line; a ratio has one with its denominator,
  /// though that be a part.
  private func isCounted(
    _ indicator: Indicator, _ figures: UnitFigures
  ) throws(OverflowFault) -> Bool {
    guard case .ratio(_, let denominator) = indicator.kind else {
      return figures.tallies[indicator.id]?.hasEntries(through: day.month) ?? false
    }
    guard let below = byID[denominator] else { return false }
    let year = below.planYear(of: day).label
    if try figures.plan(below, year: year, on: day) != nil { return true }
    return try isCounted(below, figures)
  }

  /// One indicator's line of a plan year.
  public func line(
    _ indicator: Indicator, _ figures: UnitFigures, year: Int
  ) throws(OverflowFault) -> Line {
    try line(
      indicator, try LineFacts(indicator, figures, year: year, on: day), year: year,
      figures.reported)
  }

  /// One indicator's line of a plan year, from its own facts alone.
  func line(
    _ indicator: Indicator, _ facts: LineFacts, year: Int, _ reported: UnitFigures.Reported? = nil
  ) throws(OverflowFault) -> Line {
    let actual = try actual(indicator, facts, year)
    guard case .amount(let units) = actual else {
      return Line(
        indicator: indicator, year: year, plan: facts.plan, actual: actual, month: nil,
        previousMonth: nil, sameMonthLastYear: nil, corrected: 0, on: day, tolerance: tolerance)
    }
    let amount = try facts.tally.amount(indicator.kind, year: year, in: day.month)
    var line = Line(
      indicator: indicator, year: year, plan: facts.plan, actual: actual, month: amount,
      previousMonth: try previousAmount(facts.tally, indicator, year),
      sameMonthLastYear: try amountLastYear(facts.tally, indicator, year),
      corrected: try corrected(indicator, year, units, amount, reported), on: day,
      tolerance: tolerance)
    line.reportedPrevious = reportedAmount(indicator, year, reported)
    return line
  }

  /// How far an indicator is in a plan year: all that a rank depends on.
  func completion(
    _ indicator: Indicator, _ facts: LineFacts, year: Int
  ) throws(OverflowFault) -> Completion {
    Completion(
      of: indicator,
      actual: try actual(indicator, facts, year).value(decimals: indicator.decimals),
      plan: facts.plan, year: year, on: day, tolerance: tolerance)
  }

  private func actual(
    _ indicator: Indicator, _ facts: LineFacts, _ year: Int
  ) throws(OverflowFault) -> Actual {
    guard case .ratio(let numerator, let denominator) = indicator.kind else {
      return .amount(try facts.tally.actual(indicator.kind, year: year, through: day.month))
    }
    return .ratio(
      numerator: try sum(numerator, facts.tally, year),
      denominator: try sum(denominator, facts.denominator, year))
  }

  private func sum(
    _ id: IndicatorID, _ tally: Tally, _ year: Int
  ) throws(OverflowFault) -> Decimal {
    guard let indicator = byID[id] else { return Decimal(0) }
    return Decimal(
      try tally.actual(indicator.kind, year: year, through: day.month), places: indicator.decimals)
  }
}
