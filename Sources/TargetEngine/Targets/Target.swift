/// One revision of what a unit is to reach in a plan year. Setting a target again adds a
/// revision; all of them stay. Source: `engine.md`, "Targets".
public struct Target: Sendable, Hashable {
  public var indicator: IndicatorID
  public var unit: UnitID
  /// The plan year.
  public var year: Int
  /// In the indicator's smallest unit; hundredths of a percent and the like for a ratio. Not
  /// below 0.
  public var amount: Int64
  /// From this day on reports use the revision.
  public var effective: Day
  public var due: Day
  public var pace: Pace
  public var document: String
  public var reason: String

  public init(
    indicator: IndicatorID, unit: UnitID, year: Int, amount: Int64, effective: Day, due: Day,
    pace: Pace, document: String = "", reason: String = ""
  ) {
    self.indicator = indicator
    self.unit = unit
    self.year = year
    self.amount = amount
    self.effective = effective
    self.due = due
    self.pace = pace
    self.document = document
    self.reason = reason
  }
}

extension Target {
  /// What the next revision keeps unless it states it.
  public struct Kept: Sendable, Hashable {
    public var due: Day
    public var pace: Pace

    public init(due: Day, pace: Pace) {
      self.due = due
      self.pace = pace
    }
  }

  public var kept: Kept { Kept(due: due, pace: pace) }
}

/// What someone asks a target to be; what is left out comes from the revision before or from the
/// indicator's defaults.
public struct TargetDraft: Sendable, Hashable {
  public var amount: Int64
  public var effective: Day?
  public var due: Day?
  public var pace: Pace?
  public var document = ""
  public var reason = ""

  public init(amount: Int64, effective: Day? = nil, due: Day? = nil, pace: Pace? = nil) {
    self.amount = amount
    self.effective = effective
    self.due = due
    self.pace = pace
  }
}

/// Why a target cannot be set.
public enum TargetFault: Error, Sendable, Equatable {
  case negative
  /// No year of a plan.
  case badYear(Int)
  /// The due day lies outside of the plan year.
  case dueOutside(PlanYear)
  /// The first day on which it holds lies outside of the plan year.
  case effectiveOutside(PlanYear)
  /// Milestones that do not ascend, or that do not lie before the due day.
  case milestones(due: Day)
  /// Lists plan nothing of the indicator by the day.
  case plannedPace
}

extension Target {
  /// Completes a draft: the first target of a plan year is effective from its first day, a revision
  /// from the day it is entered or the year's nearest, and keeps due day and pace unless it states
  /// them.
  ///
  /// - Parameters:
  ///   - earlier: what the revision recorded before leaves to this one, if there is any.
  ///   - today: the day of entry.
  public init(
    _ draft: TargetDraft, for indicator: Indicator, unit: UnitID, year: Int, after earlier: Kept?,
    today: Day
  ) throws(TargetFault) {
    guard PlanYear.range.contains(year), let planYear = indicator.planYear(year) else {
      throw .badYear(year)
    }
    var pace = draft.pace ?? earlier?.pace ?? indicator.usualPace
    if pace.isPlanned {
      guard indicator.defaultPace == .planned else { throw .plannedPace }
      pace = .planned(nil)
    }
    let due = draft.due ?? earlier?.due ?? indicator.usualDue(in: planYear)
    guard draft.amount >= 0 else { throw .negative }
    guard planYear.contains(due) else { throw .dueOutside(planYear) }
    if let effective = draft.effective, !planYear.contains(effective) {
      throw .effectiveOutside(planYear)
    }
    guard pace.fits(due: due, from: planYear.start) else { throw .milestones(due: due) }
    self.init(
      indicator: indicator.id, unit: unit, year: year, amount: draft.amount,
      effective: draft.effective
        ?? (earlier == nil ? planYear.firstDay : planYear.nearest(to: today)), due: due, pace: pace,
      document: DocumentNumber.normalized(draft.document), reason: draft.reason)
  }
}
