/// How far a unit is with a target on a day, and everything that follows from it.
///
/// Amounts are in the indicator's smallest unit; rates and paces are shares (1 is all of it). Only
/// the status is worked out at once: a ranking of thousands asks for little more.
/// Source: `engine.md`, "Completion".
public struct Completion: Sendable {
  public let status: Status
  /// Nil for a ratio whose denominator is 0.
  public let actual: Fraction?
  private let facts: Facts

  /// - Parameters:
  ///   - year: the indicator's plan year.
  ///   - day: the report day.
  ///   - tolerance: how far below the pace a rate is still "slipping", as a share.
  public init(
    of indicator: Indicator, actual: Fraction?, plan: Plan?, year: Int, on day: Day,
    tolerance: Fraction
  ) {
    let facts = plan.flatMap { Facts(indicator, actual, $0, year: year, day: day) } ?? Facts(day)
    self.actual = actual
    self.facts = facts
    status = facts.status(tolerance)
  }

  public var rate: Fraction? { facts.rate }
  public var pace: Fraction? { facts.pace }
  public var gap: Fraction? { facts.gap }
  public var neededPerMonth: Fraction? { status == .overdue ? nil : facts.neededPerMonth }
  public var forecast: Int64? { facts.forecast }
}

/// The facts that a completion is derived from.
private struct Facts: Sendable {
  let day: Day
  var direction = Direction.more
  var isFlow = false
  var isRatio = false
  var actual: Fraction?
  /// Nil without a target that can be reached or kept.
  var target: Int64?
  var pace: Fraction?
  var due: Day
  var isDeadline = false
  var isLinear = false

  /// Without a target.
  init(_ day: Day) {
    self.day = day
    due = day
  }

  /// Nil when the plan sets no target: one of 0 only limits.
  init?(_ indicator: Indicator, _ actual: Fraction?, _ plan: Plan, year: Int, day: Day) {
    guard indicator.direction == .less || plan.amount != 0 else { return nil }
    self.day = day
    direction = indicator.direction
    switch indicator.kind {
    case .flow: isFlow = true
    case .stock: break
    case .ratio: isRatio = true
    }
    self.actual = actual
    target = plan.amount
    pace = indicator.planYear(year).flatMap { plan.pace(on: day, in: $0) }
    due = plan.due
    isDeadline = plan.isDeadline
    isLinear = plan.isLinear
  }

  var rate: Fraction? { target.flatMap { target in actual.flatMap { $0 / Fraction(target) } } }

  func status(_ tolerance: Fraction) -> Status {
    guard let target = target.map({ Fraction($0) }) else { return .noTarget }
    guard let actual else { return .noData }
    return switch direction {
    case .more: progress(of: actual, to: target, tolerance)
    case .less: control(of: actual, within: target)
    }
  }

  private func progress(of actual: Fraction, to target: Fraction, _ tolerance: Fraction) -> Status {
    if actual > target { return .exceeded }
    if actual == target { return .done }
    if day > due { return .overdue }
    if isDeadline, day < due { return .notDue }
    guard let rate, let pace else { return .behind }
    if rate >= pace { return .onPace }
    return rate >= pace - tolerance ? .slipping : .behind
  }

  private func control(of actual: Fraction, within target: Fraction) -> Status {
    if actual > target { return .over }
    if isFlow, let pace, actual > target * pace { return .nearing }
    return .within
  }

  /// What only a target to be reached has.
  var gap: Fraction? {
    guard let target, direction == .more, let actual else { return nil }
    return max(.zero, Fraction(target) - actual)
  }

  var neededPerMonth: Fraction? {
    guard !isRatio, let gap else { return nil }
    return gap / Fraction(Int64(max(1, day.wholeMonths(until: due))))
  }

  var forecast: Int64? {
    guard direction == .more, isFlow, isLinear, let actual, let pace, pace > .zero, pace < .one
    else { return nil }
    return (actual / pace)?.rounded(places: 0)?.units
  }
}
