import Testing

@testable import TargetEngine

/// Random trees with random revisions, asked day by day.
@Suite struct RollUpPropertyTests {
  private struct Node {
    var own: [Target]
    var children: [Node]

    /// The rule as it is told: the revision with the latest effective day, the last recorded of
    /// equal days; without one, what the children have.
    func parts(on day: Day) -> [Target]? {
      var holds: Target?
      for target in own where target.effective <= day {
        if target.effective >= holds?.effective ?? target.effective { holds = target }
      }
      if let holds { return [holds] }
      let below = children.compactMap { $0.parts(on: day) }
      return below.isEmpty ? nil : below.flatMap { $0 }
    }

    func hasOwn(on day: Day) -> Bool { own.contains { $0.effective <= day } }

    func timeline() throws -> PlanTimeline {
      try PlanTimeline(own: own, children: try children.map { try $0.timeline() })
    }
  }

  private func node(_ random: inout SplitMix64, depth: Int) -> Node {
    let isLeaf = depth == 0 || random.chance(20)
    var own: [Target] = []
    if random.chance(isLeaf ? 80 : 25) {
      for _ in 0..<random.int(1...3) {
        let due = random.day(in: 2021...2021)
        let effective = random.chance(40) ? day("2021-01-01") : random.day(in: 2021...2021)
        own.append(
          Target(
            indicator: 1, unit: 1, year: 2021, amount: random.int64(0...9), effective: effective,
            due: random.chance(50) ? day("2021-12-31") : due, pace: random.pace(due: due)))
      }
    }
    let count = isLeaf ? 0 : random.int(1...3)
    let children = (0..<count).map { _ in node(&random, depth: depth - 1) }
    return Node(own: own, children: children)
  }

  private func daysOfYear() -> [Day] {
    (day("2020-12-31").number...day("2022-01-01").number).compactMap { Day(number: $0) }
  }

  @Test("on every day of the year the roll-up is the sum of the targets that hold below")
  func everyDay() throws {
    var random = SplitMix64(seed: 51)
    let days = daysOfYear()
    for world in 0..<60 {
      let tree = node(&random, depth: 3)
      let timeline = try tree.timeline()
      #expect(zip(timeline.steps, timeline.steps.dropFirst()).allSatisfy { $0.from < $1.from })
      for day in days {
        let parts = tree.parts(on: day)
        let plan = timeline.plan(on: day)
        let sources: TargetSource? = parts.map { _ in tree.hasOwn(on: day) ? .own : .sum }
        guard plan?.amount == parts?.reduce(0, { $0 + $1.amount }), plan?.source == sources,
          plan?.due == parts?.map(\.due).max(),
          plan?.isDeadline == parts?.allSatisfy({ $0.pace == .deadline })
        else {
          Issue.record("world \(world) on \(day): \(String(describing: plan))")
          return
        }
      }
    }
  }

  @Test("its pace is the parts' paces weighted by their targets, absent when these add up to 0")
  func pace() throws {
    var random = SplitMix64(seed: 52)
    let start = month("2021-01")
    for _ in 0..<500 {
      let tree = node(&random, depth: 2)
      let timeline = try tree.timeline()
      for _ in 0..<4 {
        let day = random.day(in: 2021...2021)
        guard let parts = tree.parts(on: day), let plan = timeline.plan(on: day) else { continue }
        let pace = plan.pace(on: day, in: PlanYear(2021)!)
        let total = parts.reduce(0) { $0 + $1.amount }
        let done = parts.reduce(Fraction.zero) {
          $0 + Fraction($1.amount) * $1.pace.share(on: day, due: $1.due, from: start)!
        }
        if tree.hasOwn(on: day) {
          #expect(pace == parts[0].pace.share(on: day, due: parts[0].due, from: start))
        } else {
          #expect(pace == done / Fraction(total))
        }
        if let pace { #expect(.zero <= pace && pace <= .one) }
      }
    }
  }

  @Test("a sum says over how many of the children it goes")
  func childCount() throws {
    var random = SplitMix64(seed: 53)
    for _ in 0..<1000 {
      let tree = node(&random, depth: 2)
      let timeline = try tree.timeline()
      let day = random.day(in: 2021...2021)
      guard let plan = timeline.plan(on: day) else { continue }
      let having = tree.children.count { $0.parts(on: day) != nil }
      #expect(plan.children == (tree.hasOwn(on: day) ? 0 : having))
    }
  }

  @Test("the order of the children changes nothing but their order")
  func order() throws {
    var random = SplitMix64(seed: 54)
    for _ in 0..<300 {
      let children = try (0..<4).map { _ in try node(&random, depth: 1).timeline() }
      let one = try PlanTimeline(own: [], children: children)
      #expect(try PlanTimeline(own: [], children: random.shuffled(children)) == one)
    }
  }
}
