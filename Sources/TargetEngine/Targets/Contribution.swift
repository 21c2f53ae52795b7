extension PlanTimeline {
  /// One of a unit's own revisions with its number, in the order of recording.
  public struct Revision: Sendable {
    public var number: Int64
    public var effective: Day

    public init(number: Int64, effective: Day) {
      self.number = number
      self.effective = effective
    }
  }

  /// A unit that was merged into this one, and what it counts in sums.
  public struct Merged: Sendable {
    /// The number that the next revision had at the merge.
    public var number: Int64
    public var timeline: PlanTimeline

    public init(number: Int64, timeline: PlanTimeline) {
      self.number = number
      self.timeline = timeline
    }
  }

  /// What the unit counts in the sums above it: its plan, and beside an own target those of units
  /// merged into it, until the own target is revised. A summed plan holds them already.
  ///
  /// Source: `engine.md`, "Units": a merged unit's target still counts in sums.
  public func contribution(
    own: [Revision], merged: [Merged]
  ) throws(OverflowFault) -> PlanTimeline {
    guard let firstOwn = own.map(\.effective).min(), !merged.isEmpty else { return self }
    let days = Set(
      steps.map(\.from) + own.map(\.effective)
        + merged.flatMap { $0.timeline.steps.map(\.from) }.filter { $0 >= firstOwn })
    var result: [Step] = []
    for day in days.sorted() {
      guard var plan = plan(on: day) else { continue }
      if day >= firstOwn {
        let latest = own.filter { $0.effective <= day }.map(\.effective).max()
        let number = own.last { $0.effective == latest }?.number ?? 0
        let beside = merged.filter { number < $0.number }.compactMap { $0.timeline.plan(on: day) }
        if !beside.isEmpty, let sum = try Plan(summing: [plan] + beside) { plan = sum }
      }
      if result.last?.plan != plan { result.append(Step(from: day, plan: plan)) }
    }
    return PlanTimeline(steps: result)
  }
}
