extension Indicator {
  /// The pace of a target that states none.
  var usualPace: Pace {
    if let defaultPace { return defaultPace.pace }
    return switch kind {
    case .flow: .linear
    case .stock, .ratio: .deadline
    }
  }

  /// The due day of a target that states none.
  func usualDue(in year: PlanYear) -> Day { defaultPace?.due(in: year) ?? year.lastDay }
}

extension PlannedShare {
  /// - Parameter tally: of the default target's indicator.
  init(_ tally: Tally, year: Int, on day: Day) throws(OverflowFault) {
    untilDay = try tally.actual(.flow, year: year, through: day.month)
    inYear = try tally.actual(ofPlanYear: year)
  }
}

extension Plan {
  /// The plan that holds for a unit: what is set, else the indicator's default, with the pace told
  /// from what is planned.
  ///
  /// - Parameters:
  ///   - set: the unit's own or summed target.
  ///   - planned: the tally of the default target's flow.
  ///   - units: how many units of the default target's kind are open.
  ///   - isTold: whether there is any figure of the indicator: a limit holds where something happened.
  static func inForce(
    _ set: Plan?, of indicator: Indicator, planned: Tally, units: Int64, isTold: Bool,
    year: Int, on day: Day
  ) throws(OverflowFault) -> Plan? {
    guard let target = indicator.defaultTarget else { return set }
    var plan = set
    if plan == nil {
      switch target {
      case .flow: plan = try Plan(planned: planned, indicator, year: year, on: day)
      case .units: plan = Plan(indicator, amount: units, year: year, isKnown: units > 0)
      case .amount(let amount): plan = Plan(indicator, amount: amount, year: year, isKnown: isTold)
      }
    }
    guard plan?.parts.contains(where: { $0.pace.isPlanned }) ?? false else { return plan }
    let share = try PlannedShare(planned, year: year, on: day)
    for place in plan?.parts.indices ?? 0..<0 where plan?.parts[place].pace.isPlanned ?? false {
      plan?.parts[place].pace = .planned(share)
    }
    return plan
  }

  /// What lists plan for a year; nil while they plan nothing. Those that plan day by day are asked
  /// for the whole year, since the pace says how much of it is due; of others what is planned by the
  /// report day counts, so that what leaves the list later leaves earlier reports as they were.
  private init?(
    planned tally: Tally, _ indicator: Indicator, year: Int, on day: Day
  ) throws(OverflowFault) {
    let isWhole = indicator.defaultPace == .planned
    self.init(
      indicator,
      amount: isWhole
        ? try tally.actual(ofPlanYear: year)
        : try tally.actual(.flow, year: year, through: day.month), year: year,
      isKnown: isWhole
        ? tally.planYears.contains(year)
        : tally.hasEntries(ofPlanYear: year, through: day.month))
  }

  /// A default, with the indicator's usual pace and due day; nil when it is not known.
  private init?(_ indicator: Indicator, amount: Int64, year: Int, isKnown: Bool) {
    guard isKnown, let planYear = indicator.planYear(year) else { return nil }
    let part = Part(
      pace: indicator.usualPace, due: indicator.usualDue(in: planYear), weight: amount)
    self.init(source: .planned, amount: amount, parts: [part])
  }
}
