/// What a unit's target in one plan year was from which day on: each step holds until the next.
///
/// The database keeps timelines beside the targets, so that a report looks one up instead of
/// adding up every village.
public struct PlanTimeline: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    public var from: Day
    public var plan: Plan

    public init(from: Day, plan: Plan) {
      self.from = from
      self.plan = plan
    }
  }

  public var steps: [Step]

  public init(steps: [Step] = []) { self.steps = steps }

  /// The plan on `day`; nil before the first step.
  public func plan(on day: Day) -> Plan? { steps.last { $0.from <= day }?.plan }

  /// Own revisions hold from the first effective day on; before it, and without any, a flow or
  /// stock has the sum of its children's plans over the children that have one.
  ///
  /// - Parameters:
  ///   - own: the unit's revisions in the order in which they were recorded.
  ///   - children: the children's timelines; none for a ratio, whose percentages are not summed.
  /// - Throws: `OverflowFault` when a sum exceeds 64 bits.
  public init(own: [Target], children: [PlanTimeline]) throws(OverflowFault) {
    steps = []
    if children.isEmpty, own.count == 1 {
      steps.append(Step(from: own[0].effective, plan: Plan(own[0])))
      return
    }
    let firstOwn = own.map(\.effective).min()
    var days = Set(children.flatMap { $0.steps.map(\.from) })
    if let firstOwn { days = days.filter { $0 < firstOwn } }
    for day in days.sorted() {
      guard let sum = try Plan(summing: children.compactMap { $0.plan(on: day) }) else { continue }
      if steps.last?.plan != sum { steps.append(Step(from: day, plan: sum)) }
    }
    for day in Set(own.map(\.effective)).sorted() {
      // Of equal effective days the revision recorded last holds.
      guard let target = own.last(where: { $0.effective == day }) else { continue }
      steps.append(Step(from: day, plan: Plan(target)))
    }
  }
}

/// A sum that does not fit 64 bits in the indicator's smallest unit.
public struct OverflowFault: Error, Sendable, Equatable {
  public init() {}
}

extension Plan {
  init(_ target: Target) {
    self.init(
      source: .own, amount: target.amount,
      parts: [Part(pace: target.pace, due: target.due, weight: target.amount)])
  }

  /// Nil when there is nothing to sum.
  init?(summing plans: [Plan]) throws(OverflowFault) {
    guard !plans.isEmpty else { return nil }
    var amount: Int64 = 0
    var weights: [Part] = []
    var places: [Part: Int] = [:]
    for plan in plans {
      amount = try amount.adding(plan.amount)
      for part in plan.parts {
        let key = Part(pace: part.pace, due: part.due, weight: 0)
        if let place = places[key] {
          weights[place].weight = try weights[place].weight.adding(part.weight)
        } else {
          places[key] = weights.count
          weights.append(part)
        }
      }
    }
    weights.sort { ($0.due, $0.pace.description) < ($1.due, $1.pace.description) }
    self.init(source: .sum, amount: amount, parts: weights, children: plans.count)
  }
}

extension Int64 {
  /// The sum, or an error in place of a trap.
  public func adding(_ other: Int64) throws(OverflowFault) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { throw OverflowFault() }
    return sum
  }

  /// The difference, or an error in place of a trap.
  public func subtracting(_ other: Int64) throws(OverflowFault) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    if overflow { throw OverflowFault() }
    return difference
  }
}
