/// What stands for an indicator's target where neither the unit nor any unit below it has one.
/// `engine.md`, "Parts".
public enum DefaultTarget: Sendable, Hashable {
  /// What a flow, which lists post to, plans for the year.
  case flow(IndicatorID)
  /// How many units of a kind are open: every village is to have a plan.
  case units(UnitKind)
  /// The same for every unit and year in which anything is told: no grave hazard is to be open.
  case amount(Int64)

  /// The flow; nil for anything else.
  public var flow: IndicatorID? {
    if case .flow(let id) = self { id } else { nil }
  }
}

/// The pace that an indicator's targets have unless they state another.
public enum DefaultPace: Sendable, Hashable {
  /// Seasonal work: nothing before a day of the year, all from it on.
  case deadline(month: Int, day: Int)
  /// As the lists of its default target plan it, day by day.
  case planned

  var pace: Pace {
    switch self {
    case .deadline: .deadline
    case .planned: .planned(nil)
    }
  }

  /// The day by which all is due; the plan year's last unless it is seasonal.
  func due(in year: PlanYear) -> Day {
    switch self {
    case .deadline(let month, let day): year.day(month, day) ?? year.lastDay
    case .planned: year.lastDay
    }
  }
}
