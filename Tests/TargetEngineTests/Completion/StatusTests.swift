import Testing

@testable import TargetEngine

/// The table of statuses, "tried in this order", at the boundaries of every row.
@Suite struct StatusTests {
  private func status(
    _ actual: Int64?, of plan: Plan?, _ indicator: Indicator = .flow(),
    on text: String = "2021-06-30", tolerance: Fraction = tenPoints
  ) -> Status {
    completion(actual, of: plan, indicator, on: text, tolerance: tolerance).status
  }

  @Test("noTarget: no target, or 0 where more is better")
  func noTarget() {
    #expect(status(5, of: nil) == .noTarget)
    #expect(status(0, of: .own(0)) == .noTarget)
    #expect(status(5, of: .own(0)) == .noTarget)
    #expect(status(5, of: nil, .flow(1, .less)) == .noTarget)
    #expect(status(0, of: .own(0), .flow(1, .less)) != .noTarget)
    #expect(status(nil, of: nil, .ratio()) == .noTarget)
    #expect(status(nil, of: .own(0), .ratio()) == .noTarget)
  }

  @Test("noData: a ratio without a value")
  func noData() {
    #expect(status(nil, of: .own(95), .ratio()) == .noData)
    #expect(status(nil, of: .own(95), .ratio(3, .less)) == .noData)
    #expect(status(nil, of: .own(0), .ratio(3, .less)) == .noData)
  }

  @Test("exceeded: actual > target; done: actual = target; before and after the due day")
  func finished() {
    for text in ["2021-01-01", "2021-06-30", "2021-12-31", "2022-06-30"] {
      #expect(status(80, of: .own(79), on: text) == .exceeded)
      #expect(status(79, of: .own(79), on: text) == .done)
      #expect(status(79, of: .own(79, pace: .deadline), on: text) == .done)
      #expect(status(78, of: .own(79), on: text) != .done)
    }
  }

  @Test("overdue: report day > due day")
  func overdue() {
    let plan = Plan.own(79, due: "2021-09-30")
    #expect(status(78, of: plan, on: "2021-09-29") == .slipping)
    #expect(status(78, of: plan, on: "2021-09-30") == .slipping)
    #expect(status(78, of: plan, on: "2021-10-01") == .overdue)
    #expect(
      status(0, of: .own(79, due: "2021-09-30", pace: .deadline), on: "2021-10-01") == .overdue)
  }

  @Test("notDue: pace is deadline and report day < due day")
  func notDue() {
    let plan = Plan.own(100, due: "2021-09-30", pace: .deadline)
    #expect(status(0, of: plan, on: "2021-09-29") == .notDue)
    #expect(status(99, of: plan, on: "2021-09-29") == .notDue)
    #expect(status(95, of: plan, on: "2021-09-30") == .slipping)
    #expect(status(89, of: plan, on: "2021-09-30") == .behind)
    #expect(status(-1, of: plan, on: "2021-09-29") == .notDue)
  }

  @Test("onPace: rate ≥ pace")
  func onPace() {
    #expect(status(50, of: .own(100)) == .onPace)
    #expect(status(49, of: .own(100)) == .slipping)
    #expect(status(99, of: .own(100)) == .onPace)
    #expect(status(40, of: .own(79)) == .onPace)
    #expect(status(39, of: .own(79)) == .slipping)
  }

  @Test("slipping: at most 10 percentage points below pace; behind: otherwise")
  func slipping() {
    #expect(status(40, of: .own(100)) == .slipping)
    #expect(status(39, of: .own(100)) == .behind)
    #expect(status(4_000, of: .own(10_000)) == .slipping)
    #expect(status(3_999, of: .own(10_000)) == .behind)
    #expect(status(0, of: .own(100)) == .behind)
    #expect(status(-5, of: .own(100)) == .behind)
    #expect(status(0, of: .own(100), on: "2021-01-31") == .slipping)
  }

  @Test("the 10 points are configurable")
  func tolerance() {
    #expect(status(40, of: .own(100), tolerance: .zero) == .behind)
    #expect(status(49, of: .own(100), tolerance: .zero) == .behind)
    #expect(status(50, of: .own(100), tolerance: .zero) == .onPace)
    #expect(status(45, of: .own(100), tolerance: fraction(5, 100)) == .slipping)
    #expect(status(44, of: .own(100), tolerance: fraction(5, 100)) == .behind)
  }

  @Test("over: actual > target, where less is better")
  func over() {
    let less = Indicator.flow(1, .less)
    #expect(status(101, of: .own(100), less) == .over)
    #expect(status(100, of: .own(100), less) == .nearing)
    #expect(status(100, of: .own(100), less, on: "2021-12-31") == .within)
    #expect(status(101, of: .own(100), less, on: "2022-06-30") == .over)
    #expect(status(9, of: .own(7), .stock(2, .less)) == .over)
    #expect(status(6, of: .own(5), .ratio(3, .less)) == .over)
  }

  @Test("nearing: a flow with actual > target × pace")
  func nearing() {
    let less = Indicator.flow(1, .less)
    #expect(status(51, of: .own(100), less) == .nearing)
    #expect(status(50, of: .own(100), less) == .within)
    #expect(status(1, of: .own(100, pace: .deadline), less) == .nearing)
    #expect(status(99, of: .own(100), .stock(2, .less)) == .within)
    #expect(status(99, of: .own(100), .ratio(3, .less)) == .within)
  }

  @Test("within: otherwise; a target of 0 is a real limit")
  func within() {
    let less = Indicator.flow(1, .less)
    #expect(status(0, of: .own(0), less) == .within)
    #expect(status(1, of: .own(0), less) == .over)
    #expect(status(-1, of: .own(0), less) == .within)
    #expect(status(100, of: .own(100), less, on: "2022-02-28") == .within)
    #expect(status(0, of: .own(0), .stock(2, .less)) == .within)
  }

  @Test("a limit of 0 summed over the children is a limit of 0")
  func summedLimit() throws {
    let none = try PlanTimeline(own: [.of(0)], children: [])
    let plan = try PlanTimeline(own: [], children: [none, none]).plan(on: day("2021-06-30"))
    #expect(status(0, of: plan, .flow(1, .less)) == .within)
    #expect(status(1, of: plan, .flow(1, .less)) == .over)
    #expect(status(1, of: plan) == .noTarget)
  }

  @Test("a sum is due at its latest part, and not due while all its parts are deadlines")
  func sums() throws {
    let early = try PlanTimeline(own: [.of(10, due: "2021-03-31", pace: .deadline)], children: [])
    let late = try PlanTimeline(own: [.of(10, due: "2021-09-30", pace: .deadline)], children: [])
    let plan = try PlanTimeline(own: [], children: [early, late]).plan(on: day("2021-06-30"))
    #expect(status(0, of: plan, on: "2021-06-30") == .notDue)
    #expect(status(19, of: plan, on: "2021-09-30") == .slipping)
    #expect(status(19, of: plan, on: "2021-10-01") == .overdue)
  }

  @Test("every status has its light and its words")
  func lights() {
    let lights: [Light: [Status]] = [
      .none: [.noTarget, .noData], .grey: [.notDue], .yellow: [.slipping, .nearing],
      .green: [.exceeded, .done, .onPace, .within], .red: [.overdue, .behind, .over, .notReported],
    ]
    for (light, statuses) in lights { #expect(statuses.allSatisfy { $0.light == light }) }
    #expect(lights.values.joined().count == Status.allCases.count)
    let titles = [
      "无任务", "无数据", "未报", "超额完成", "完成", "逾期未完成", "未到期", "达到序时", "略滞后", "滞后", "突破控制数",
      "接近控制数", "控制内",
    ]
    #expect(Status.allCases.map { $0.title(.zh) } == titles)
    #expect(Set(Status.allCases.map { $0.title(.en) }).count == titles.count)
  }
}
