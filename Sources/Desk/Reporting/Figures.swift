internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// All that a unit's lines as of `day` are computed from.
  ///
  /// - Parameters:
  ///   - only: the one indicator whose line is wanted; nil for all.
  ///   - open: what `Ledger.openUnits` counts for the day.
  func figures(
    of unit: UnitID, on day: Day, only: Indicator? = nil, inheriting: Bool, _ open: OpenUnits
  ) throws -> UnitFigures {
    let planned = only.map { [$0.id] }
    // No plan year that contains the day is named after a later one.
    let last = day.year + 1
    var figures = UnitFigures(
      tallies: try ledger.tallies(of: unit, indicators: only?.sources, on: day),
      plans: try ledger.plans(of: unit, through: last, indicators: planned))
    figures.openUnits = open[unit]
    if inheriting {
      for ancestor in try ledger.ancestors(of: unit) {
        figures.ancestors.append(
          try ledger.plans(of: ancestor, through: last, indicators: planned))
      }
    }
    return figures
  }

  /// The figures of several units by some indicators as of a month's end, and of the month before.
  func figureTable(
    _ units: [UnitID], _ indicators: [Indicator], on day: Day
  ) throws -> FigureTable {
    // Several indicators need most of what there is.
    let only = indicators.count == 1 ? indicators.first : nil
    let planned = only.map { [$0.id] }
    let last = indicators.map { $0.planYear(of: day).label }.max() ?? day.year
    let first = indicators.map { $0.planYear(of: day.month.previous).label }.min() ?? last
    var table = FigureTable(
      count: units.count, tallies: try ledger.tallies(of: units, indicators: only?.sources),
      plans: try ledger.plans(of: units, in: first...last, indicators: planned))
    for day in [day, day.month.previous.lastDay] {
      table.openUnits[day] = try ledger.openUnits(for: indicators, on: day)[units]
    }
    guard indicators.containsRatio else { return table }
    var known: [UnitID: [LineKey: PlanTimeline]] = [:]
    table.ancestors = try units.map { unit in
      try ledger.ancestors(of: unit).map { ancestor in
        if let plans = known[ancestor] { return plans }
        let plans = try ledger.plans(of: ancestor, through: last, indicators: planned)
        known[ancestor] = plans
        return plans
      }
    }
    return table
  }

  /// What turns figures into lines, with the office's tolerance.
  func builder(_ catalogue: [Indicator], on day: Day) throws -> LineBuilder {
    LineBuilder(
      catalogue: catalogue, day: day,
      tolerance: Setting.share(try ledger.settings()[Setting.tolerance.rawValue]))
  }

  /// One indicator's line of a unit as of a day, without corrections.
  ///
  /// - Parameter year: the plan year; nil for the one that contains the day.
  func line(
    _ indicator: Indicator, of unit: Unit, on day: Day, year: Int? = nil
  ) throws -> Line {
    let catalogue = try ledger.indicators()
    let figures = try figures(
      of: unit.id, on: day, only: indicator, inheriting: [indicator].containsRatio,
      try ledger.openUnits(for: [indicator], on: day))
    return try builder(catalogue, on: day).line(
      indicator, figures, year: year ?? indicator.planYear(of: day).label)
  }

  /// What the office has set for its reports, or had when a month was closed.
  func office(of closing: Closing? = nil) throws -> Office {
    let values =
      try closing.map { try ledger.settings(through: $0.transaction) } ?? ledger.settings()
    let value = { (setting: Setting) in values[setting.rawValue] }
    return Office(
      filler: value(.filler), reviewer: value(.reviewer), responsible: value(.responsible),
      phone: value(.phone), decimals: value(.decimals).flatMap(Setting.decimals) ?? 0)
  }
}

extension Sequence<Indicator> {
  /// Whether any is a ratio, which inherits its target.
  var containsRatio: Bool { contains { $0.kind.name == "ratio" } }
}
