import Testing

@testable import TargetEngine

/// "Where a target comes from": own, else the sum of the children's, recursively.
@Suite struct PlanTimelineTests {
  private func leaf(_ targets: Target...) throws -> PlanTimeline {
    try PlanTimeline(own: targets, children: [])
  }

  private func sum(_ children: PlanTimeline...) throws -> PlanTimeline {
    try PlanTimeline(own: [], children: children)
  }

  private let june = day("2021-06-30")

  @Test("own; else sum: the children's targets over the children that have one, recursively")
  func sums() throws {
    let town = try sum(leaf(.of(30)), leaf(.of(10)), leaf())
    let district = try sum(town, leaf(.of(39)), leaf())
    let plan = try #require(district.plan(on: june))
    #expect((plan.amount, plan.source, plan.children) == (79, .sum, 2))
    #expect(town.plan(on: june)?.children == 2)
    #expect(try leaf(.of(30)).plan(on: june)?.source == .own)
    #expect(try sum(leaf(), leaf()).plan(on: june) == nil)
  }

  @Test("an own target holds whatever the children have")
  func ownFirst() throws {
    let unit = try PlanTimeline(own: [.of(79)], children: [leaf(.of(30)), leaf(.of(10))])
    #expect(unit.plan(on: june) == .own(79))
    #expect(unit.steps.count == 1)
  }

  @Test("an own target of 0 is a target of its own")
  func ownZero() throws {
    let unit = try PlanTimeline(own: [.of(0)], children: [leaf(.of(30))])
    #expect(unit.plan(on: june)?.amount == 0)
    #expect(unit.plan(on: june)?.source == .own)
  }

  @Test("before its first effective day a unit counts as without a target of its own")
  func beforeOwn() throws {
    let unit = try PlanTimeline(
      own: [.of(79, effective: "2021-04-01")],
      children: [leaf(.of(30)), leaf(.of(10, effective: "2021-02-01"))])
    #expect(unit.plan(on: day("2020-12-31")) == nil)
    #expect(unit.plan(on: day("2021-01-31"))?.amount == 30)
    #expect(unit.plan(on: day("2021-01-31"))?.children == 1)
    #expect(unit.plan(on: day("2021-03-31"))?.amount == 40)
    #expect(unit.plan(on: day("2021-03-31"))?.source == .sum)
    #expect(unit.plan(on: day("2021-04-01")) == .own(79))
  }

  @Test("a child's revision changes the sum from its effective day on")
  func childRevision() throws {
    let unit = try sum(leaf(.of(79), .of(75, effective: "2021-07-05")), leaf(.of(1)))
    #expect(unit.plan(on: day("2021-07-04"))?.amount == 80)
    #expect(unit.plan(on: day("2021-07-05"))?.amount == 76)
  }

  @Test("a sum's due day is the latest of its parts'")
  func dueDay() throws {
    let plan = try sum(leaf(.of(1, due: "2021-06-30")), leaf(.of(1, due: "2021-10-31"))).plan(
      on: june)
    #expect(plan?.due == day("2021-10-31"))
  }

  @Test("its pace is the parts' paces weighted by their targets")
  func weightedPace() throws {
    let plan = try #require(
      sum(
        leaf(.of(30, due: "2021-06-30")),  // linear: all of it by 30 June
        leaf(.of(10)),  // linear: half of it
        leaf(.of(20, pace: .deadline)),  // none of it
        leaf(.of(40, pace: Pace("06-30:70%")!))
      ).plan(on: june))
    #expect(plan.pace(on: june, in: PlanYear(2021)!) == fraction(30 + 5 + 0 + 28, 100))
    #expect(plan.pace(on: day("2021-12-31"), in: PlanYear(2021)!) == .one)
    #expect(!plan.isDeadline && !plan.isLinear)
  }

  @Test("a sum of a sum weighs every part by its own target")
  func nestedPace() throws {
    let town = try sum(leaf(.of(30, due: "2021-06-30")), leaf(.of(10)))
    let plan = try #require(sum(town, leaf(.of(60, pace: .deadline))).plan(on: june))
    #expect(plan.pace(on: june, in: PlanYear(2021)!) == fraction(35, 100))
    #expect(plan.children == 2)
  }

  @Test("the pace is absent when the targets add up to 0")
  func zeroPace() throws {
    for plan in [try sum(leaf(.of(0)), leaf(.of(0, pace: .deadline))), try sum(leaf(.of(0)))] {
      #expect(plan.plan(on: june)?.amount == 0)
      #expect(plan.plan(on: june)?.pace(on: june, in: PlanYear(2021)!) == nil)
    }
    #expect(Plan.own(0).pace(on: june, in: PlanYear(2021)!) == fraction(1, 2))
  }

  @Test("a target of 0 does not weigh")
  func zeroWeight() throws {
    let plan = try #require(sum(leaf(.of(0, pace: .deadline)), leaf(.of(10))).plan(on: june))
    #expect(plan.pace(on: june, in: PlanYear(2021)!) == fraction(1, 2))
  }

  @Test("a sum is deadline when all its parts are")
  func deadline() throws {
    let early = try leaf(.of(1, due: "2021-03-31", pace: .deadline))
    let late = try leaf(.of(1, pace: .deadline))
    #expect(try sum(early, late).plan(on: june)?.isDeadline == true)
    #expect(try sum(early, late, leaf(.of(1))).plan(on: june)?.isDeadline == false)
    #expect(
      try sum(early, late).plan(on: june)?.pace(on: june, in: PlanYear(2021)!) == fraction(1, 2))
  }

  @Test("linear for a sum: all parts linear with one due day")
  func linear() throws {
    #expect(try sum(leaf(.of(1)), leaf(.of(2))).plan(on: june)?.isLinear == true)
    #expect(try sum(sum(leaf(.of(1))), leaf(.of(2))).plan(on: june)?.isLinear == true)
    #expect(
      try sum(leaf(.of(1)), leaf(.of(2, due: "2021-11-30"))).plan(on: june)?.isLinear == false)
    #expect(try sum(leaf(.of(1)), leaf(.of(2, pace: .deadline))).plan(on: june)?.isLinear == false)
  }

  @Test("a sum that exceeds 64 bits is an error")
  func overflow() throws {
    let (most, one) = (try leaf(.of(.max)), try leaf(.of(1)))
    #expect(throws: OverflowFault()) { try sum(most, one) }
    #expect(throws: OverflowFault()) { try sum(most, one, leaf(.of(1, pace: .deadline))) }
    #expect(try PlanTimeline(own: [.of(5)], children: [most, one]).plan(on: june)?.amount == 5)
    #expect(try sum(most, leaf(.of(0))).plan(on: june)?.amount == .max)
  }
}
