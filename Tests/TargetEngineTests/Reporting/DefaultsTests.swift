import Testing

@testable import TargetEngine

/// "Parts … A module may declare an indicator's default pace … and its default target".
@Suite struct DefaultsTests {
  /// Drills held against drills planned, day by day.
  private var drills: [Indicator] {
    var held = Indicator.flow(1, code: "emergency.drills-held")
    (held.defaultTarget, held.defaultPace) = (.flow(2), .planned)
    var planned = Indicator.flow(2, code: "emergency.drills-planned")
    planned.isPart = true
    return [held, planned]
  }

  /// Planned for March, June, September and December; held in March and in May.
  private let entries = [
    RawEntry(2, day("2021-03-31"), 1), RawEntry(2, day("2021-06-30"), 1),
    RawEntry(2, day("2021-09-30"), 1), RawEntry(2, day("2021-12-31"), 1),
    RawEntry(1, day("2021-03-20"), 1), RawEntry(1, day("2021-05-20"), 1),
  ]

  private func lines(
    _ catalogue: [Indicator], _ figures: UnitFigures, on text: String
  ) throws -> [Line] {
    try LineBuilder(catalogue: catalogue, day: day(text), tolerance: tenPoints).lines(figures)
  }

  @Test("planned: the year's planned count is the target, the share planned by the day the pace")
  func plannedPace() throws {
    let figures = UnitFigures(tallies: tallies(entries))
    let june = try #require(try lines(drills, figures, on: "2021-06-30").first)
    #expect((june.plan?.amount, june.plan?.source) == (4, .planned))
    #expect(june.completion.pace == fraction(2, 4))
    #expect(june.completion.status == .onPace)
    let september = try #require(try lines(drills, figures, on: "2021-09-30").first)
    #expect(september.completion.pace == fraction(3, 4))
    #expect(september.completion.status == .behind)
    #expect(september.completion.forecast == nil)
  }

  @Test("of a day within a month: what is planned later in it counts for the year alone")
  func withinMonth() throws {
    var figures = UnitFigures(tallies: tallies(entries))
    try figures.tallies[2]?.subtract(
      1, planYear: 2021, month: month("2021-06"), leavesEntries: false)
    let line = try #require(try lines(drills, figures, on: "2021-06-15").first)
    #expect(line.plan?.amount == 4)
    #expect(line.completion.pace == fraction(1, 4))
  }

  @Test("a target that is set has the planned pace too, unless it states another")
  func setTarget() throws {
    let target = try Target(
      TargetDraft(amount: 8), for: drills[0], unit: 1, year: 2021, after: nil,
      today: day("2021-01-04"))
    #expect(target.pace == .planned(nil))
    let key = LineKey(indicator: 1, year: 2021)
    let own = try PlanTimeline(own: [target], children: [])
    let figures = UnitFigures(tallies: tallies(entries), plans: [key: own])
    let line = try #require(try lines(drills, figures, on: "2021-06-30").first)
    #expect((line.plan?.source, line.completion.pace) == (.own, fraction(1, 2)))
    // A sum of such targets goes by what is planned below the unit that it is of.
    let sum = try PlanTimeline(own: [], children: [own, own])
    let above = UnitFigures(tallies: tallies(entries), plans: [key: sum])
    #expect(
      try lines(drills, above, on: "2021-06-30").first?.completion.pace == fraction(1, 2))
    // Where nothing is planned there is no pace.
    let none = UnitFigures(plans: [key: own])
    #expect(try lines(drills, none, on: "2021-06-30").first?.completion.pace == nil)
    let linear = try Target(
      TargetDraft(amount: 8, pace: .linear), for: drills[0], unit: 1, year: 2021, after: nil,
      today: day("2021-01-04"))
    #expect(linear.pace == .linear)
    #expect(throws: TargetFault.plannedPace) {
      try Target(
        TargetDraft(amount: 8, pace: .planned(nil)), for: drills[1], unit: 1, year: 2021,
        after: nil, today: day("2021-01-04"))
    }
  }

  @Test("what a closing freezes of a planned pace is read again")
  func text() {
    let share = Pace.planned(PlannedShare(untilDay: 3, inYear: 8))
    #expect(Pace(share.description) == share)
    #expect(Pace("计划进度") == .planned(nil) && Pace(Pace.planned(nil).description) == .planned(nil))
    #expect(Pace("planned 3") == nil && Pace("planned a/b") == nil)
  }

  @Test("seasonal work is due on its day of the plan year")
  func seasonal() throws {
    var indicator = Indicator.flow()
    indicator.defaultPace = .deadline(month: 3, day: 31)
    let draft = TargetDraft(amount: 5)
    let target = try Target(
      draft, for: indicator, unit: 1, year: 2021, after: nil, today: day("2021-01-04"))
    #expect((target.pace, target.due) == (.deadline, day("2021-03-31")))
    indicator.firstMonth = 10
    indicator.defaultPace = .deadline(month: 11, day: 30)
    #expect(
      try Target(draft, for: indicator, unit: 1, year: 2021, after: nil, today: day("2021-01-04"))
        .due == day("2020-11-30"))
    indicator.defaultPace = .deadline(month: 2, day: 29)
    #expect(
      indicator.usualDue(in: PlanYear(2021, firstMonth: 10)!) == day("2021-09-30"),
      "a day which the year does not have")
  }

  @Test("the number of open units stands for a target where none is set")
  func openUnits() throws {
    var indicator = Indicator.stock(1)
    indicator.defaultTarget = .units(.village)
    var figures = UnitFigures(tallies: tallies([RawEntry(1, day("2021-02-01"), 3)]))
    #expect(try lines([indicator], figures, on: "2021-06-30").first?.plan == nil)
    figures.openUnits = [.village: 4]
    let line = try #require(try lines([indicator], figures, on: "2021-06-30").first)
    #expect((line.plan?.amount, line.plan?.source) == (4, .planned))
    #expect(line.completion.rate == fraction(3, 4) && line.completion.status == .notDue)
    let table = FigureTable(
      count: 2, tallies: [1: [figures.tallies[1] ?? Tally(), Tally()]],
      openUnits: [day("2021-06-30"): [.village: [4, 0]]])
    let builder = LineBuilder(catalogue: [indicator], day: day("2021-06-30"), tolerance: tenPoints)
    #expect(try builder.lines(indicator, of: table).map { $0.plan?.amount } == [4, nil])
  }

  @Test("a flow with a number of units for its target is carried where something was done")
  func carriedUnits() throws {
    var indicator = Indicator.flow()
    indicator.defaultTarget = .units(.village)
    var figures = UnitFigures(tallies: tallies([RawEntry(1, day("2020-02-01"), 3)]))
    figures.openUnits = [.village: 4]
    let builder = LineBuilder(catalogue: [indicator], day: day("2021-06-30"), tolerance: tenPoints)
    #expect(try builder.carried(figures).map(\.year) == [2020])
  }

  @Test("a part has a line only with a target; a ratio keeps its own")
  func parts() throws {
    var (above, below) = (Indicator.flow(1), Indicator.flow(2))
    (above.isPart, below.isPart) = (true, true)
    let catalogue = [above, below, .ratio(3, of: 1, to: 2)]
    var figures = UnitFigures(
      tallies: tallies([RawEntry(1, day("2021-02-01"), 3), RawEntry(2, day("2021-02-01"), 4)]))
    #expect(try lines(catalogue, figures, on: "2021-06-30").map(\.indicator.id) == [3])
    figures.plans[LineKey(indicator: 1, year: 2021)] = try PlanTimeline(
      own: [.of(5)], children: [])
    #expect(try lines(catalogue, figures, on: "2021-06-30").map(\.indicator.id) == [1, 3])
  }
}
