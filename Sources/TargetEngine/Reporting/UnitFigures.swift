/// All that the lines of one unit are computed from, as the ledger keeps it.
public struct UnitFigures: Sendable {
  public var tallies: [IndicatorID: Tally]
  public var plans: [LineKey: PlanTimeline]
  /// The own targets of the unit's ancestors, nearest first: ratios inherit them.
  public var ancestors: [[LineKey: PlanTimeline]]
  /// How many units of each kind are open at or below the unit, where an indicator asks for it.
  public var openUnits: [UnitKind: Int64] = [:]
  /// What an earlier report said, for the corrections since.
  public var reported: Reported?

  public init(
    tallies: [IndicatorID: Tally] = [:], plans: [LineKey: PlanTimeline] = [:],
    ancestors: [[LineKey: PlanTimeline]] = [], reported: Reported? = nil
  ) {
    self.tallies = tallies
    self.plans = plans
    self.ancestors = ancestors
    self.reported = reported
  }

  /// A closed report that today's figures are reconciled with.
  public struct Reported: Sendable {
    public var month: Month
    /// The modules that closed that month; others have nothing to be corrected.
    public var modules: Set<String>
    public var actuals: [LineKey: Int64]
    /// The month's own amounts.
    public var amounts: [LineKey: Int64] = [:]
    /// What it or months closed before it said last of plan years that have ended.
    public var earlier: [LineKey: Int64] = [:]

    public init(month: Month, modules: Set<String>, actuals: [LineKey: Int64]) {
      self.month = month
      self.modules = modules
      self.actuals = actuals
    }
  }

  /// How many units of the kind in an indicator's default target are open.
  func openUnits(_ indicator: Indicator) -> Int64 {
    guard case .units(let kind) = indicator.defaultTarget else { return 0 }
    return openUnits[kind] ?? 0
  }

  /// The plan of an indicator and year on a day.
  func plan(_ indicator: Indicator, year: Int, on day: Day) throws(OverflowFault) -> Plan? {
    try LineFacts(indicator, self, year: year, on: day).plan
  }
}
