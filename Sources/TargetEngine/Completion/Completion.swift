/// How far a unit is with a target on a day, and everything that follows from it.
///
/// Amounts are in the indicator's smallest unit; rates and paces are shares (1 is all of it).
/// Source: `engine.md`, "Completion".
public struct Completion: Sendable {
  public let status: Status
  /// Nil for a ratio whose denominator is 0.
  public let actual: Fraction?
  public let rate: Fraction?
  public let pace: Fraction?
  public let gap: Fraction?
  public let neededPerMonth: Fraction?
  public let forecast: Int64?

  /// - Parameters:
  ///   - year: the plan year.
  ///   - day: the report day.
  ///   - tolerance: how far below the pace a rate is still "slipping", as a share.
  public init(
    of indicator: Indicator, actual: Fraction?, plan: Plan?, year: Int, on day: Day,
    tolerance: Fraction
  ) {
    let facts = Case(
      indicator: indicator, actual: actual, plan: plan, day: day, year: year,
      tolerance: tolerance)
    self.actual = actual
    status = facts.status
    pace = status == .noTarget ? nil : facts.pace
    rate = facts.rate
    gap = facts.gap
    neededPerMonth = facts.neededPerMonth(status)
    forecast = facts.forecast
  }
}

/// The facts that a completion is derived from.
private struct Case {
  let indicator: Indicator
  let actual: Fraction?
  let plan: Plan?
  let day: Day
  let tolerance: Fraction
  let target: Fraction
  let pace: Fraction?

  init(
    indicator: Indicator, actual: Fraction?, plan: Plan?, day: Day, year: Int, tolerance: Fraction
  ) {
    self.indicator = indicator
    self.actual = actual
    self.plan = plan
    self.day = day
    self.tolerance = tolerance
    target = Fraction(plan?.amount ?? 0)
    pace = plan?.pace(on: day, year: year)
  }

  var hasTarget: Bool {
    guard let plan else { return false }
    return indicator.direction == .less || plan.amount != 0
  }

  var rate: Fraction? { hasTarget ? actual.flatMap { $0 / target } : nil }

  var status: Status {
    guard hasTarget, let plan else { return .noTarget }
    guard let actual else { return .noData }
    return switch indicator.direction {
    case .more: progress(of: actual, plan)
    case .less: control(of: actual)
    }
  }

  private func progress(of actual: Fraction, _ plan: Plan) -> Status {
    if actual > target { return .exceeded }
    if actual == target { return .done }
    if day > plan.due { return .overdue }
    if plan.isDeadline, day < plan.due { return .notDue }
    guard let rate, let pace else { return .behind }
    if rate >= pace { return .onPace }
    return rate >= pace - tolerance ? .slipping : .behind
  }

  private func control(of actual: Fraction) -> Status {
    if actual > target { return .over }
    if indicator.kind == .flow, let pace, actual > target * pace { return .nearing }
    return .within
  }

  /// What only a target to be reached has.
  var gap: Fraction? {
    guard hasTarget, indicator.direction == .more, let actual else { return nil }
    return max(.zero, target - actual)
  }

  func neededPerMonth(_ status: Status) -> Fraction? {
    guard status != .overdue, let gap, let plan else { return nil }
    if case .ratio = indicator.kind { return nil }
    return gap / Fraction(Int64(max(1, day.wholeMonths(until: plan.due))))
  }

  var forecast: Int64? {
    guard hasTarget, indicator.direction == .more, indicator.kind == .flow,
      let plan, plan.isLinear, let actual, let pace, pace > .zero, pace < .one
    else { return nil }
    return (actual / pace)?.rounded(places: 0)?.units
  }
}
