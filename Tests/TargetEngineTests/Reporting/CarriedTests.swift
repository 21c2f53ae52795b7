import Testing

@testable import TargetEngine

/// "then the earlier plan years that were unfinished when the year began (结转)".
@Suite struct CarriedTests {
  private func figures(
    _ entries: [RawEntry], _ targets: [Int: Int64], children: Bool = false
  ) throws -> UnitFigures {
    var plans: [LineKey: PlanTimeline] = [:]
    for (year, amount) in targets {
      let target = Target.of(amount, effective: "\(year)-01-01", due: "\(year)-12-31")
      let own = try PlanTimeline(own: [target], children: [])
      plans[LineKey(indicator: 1, year: year)] =
        children ? try PlanTimeline(own: [], children: [own]) : own
    }
    return UnitFigures(tallies: tallies(entries), plans: plans)
  }

  private func builder(_ text: String, _ indicator: Indicator = .flow(1)) -> LineBuilder {
    LineBuilder(catalogue: [indicator], day: day(text), tolerance: tenPoints)
  }

  private let list2020 = [
    RawEntry(1, day("2020-11-20"), 78, year: 2020), RawEntry(1, day("2021-02-10"), 1, year: 2020),
    RawEntry(1, day("2021-03-10"), 5, year: 2021),
  ]

  @Test("a clinic of the 2020 list accepted in February 2021 completes 2020's plan, not 2021's")
  func clinicOf2020() throws {
    let figures = try figures(list2020, [2020: 79, 2021: 60])
    let february = try #require(try builder("2021-02-28").lines(figures).first)
    #expect(february.year == 2021)
    #expect(february.actual == .amount(0))
    #expect(february.month == 0)
    let carried = try #require(try builder("2021-02-28").carried(figures).first)
    #expect(carried.year == 2020)
    #expect(carried.actual == .amount(79))
    #expect((carried.month, carried.previousMonth) == (1, 0))
    #expect(carried.completion.status == .done)
    #expect(carried.completion.percent(decimals: 0)?.description == "100")
  }

  @Test("until then it is overdue: 78 of 79 → 99 %")
  func overdue() throws {
    let figures = try figures(list2020, [2020: 79])
    let carried = try #require(try builder("2021-01-31").carried(figures).first)
    #expect(carried.completion.status == .overdue)
    #expect(carried.completion.percent(decimals: 0)?.description == "99")
    #expect(carried.completion.neededPerMonth == nil)
    #expect(carried.completion.gap == .one)
  }

  @Test("once finished it stays in the year's reports, and is gone from the next year's")
  func whenYearBegan() throws {
    let figures = try figures(list2020, [2020: 79])
    #expect(try builder("2021-12-31").carried(figures).map(\.year) == [2020])
    #expect(try builder("2022-01-31").carried(figures).isEmpty)
    #expect(try builder("2020-12-31").carried(figures).isEmpty)
  }

  @Test("what was finished when the year began is not carried")
  func finished() throws {
    let entry = RawEntry(1, day("2020-12-31"), 79, year: 2020)
    #expect(try builder("2021-01-31").carried(figures([entry], [2020: 79])).isEmpty)
    let more = RawEntry(1, day("2020-12-31"), 80, year: 2020)
    #expect(try builder("2021-01-31").carried(figures([more], [2020: 79])).isEmpty)
    let late = RawEntry(1, day("2021-01-01"), 79, year: 2020)
    #expect(try builder("2021-01-31").carried(figures([late], [2020: 79])).count == 1)
  }

  @Test("own or summed target")
  func summed() throws {
    let figures = try figures(list2020, [2020: 79], children: true)
    let carried = try #require(try builder("2021-01-31").carried(figures).first)
    #expect(carried.plan?.source == .sum)
  }

  @Test("several earlier years, oldest first; a year without a target is not unfinished")
  func severalYears() throws {
    let figures = try figures(list2020, [2018: 5, 2019: 5, 2020: 79, 2021: 60])
    #expect(try builder("2021-06-30").carried(figures).map(\.year) == [2018, 2019, 2020])
    #expect(try builder("2021-06-30").carried(self.figures(list2020, [2021: 60])).isEmpty)
  }

  @Test("only flow lines are carried, and a limit is not a thing to be finished")
  func kinds() throws {
    let figures = try figures([], [2020: 79])
    #expect(try builder("2021-01-31", .flow(1)).carried(figures).count == 1)
    #expect(try builder("2021-01-31", .stock(1)).carried(figures).isEmpty)
    #expect(try builder("2021-01-31", .ratio(1, of: 8, to: 9)).carried(figures).isEmpty)
    #expect(try builder("2021-01-31", .flow(1, .less)).carried(figures).isEmpty)
  }

  @Test("a target of 0 is none, and is not carried whatever was corrected below it")
  func zeroTarget() throws {
    #expect(try builder("2021-01-31").carried(figures([], [2020: 0])).isEmpty)
    let negative = RawEntry(1, day("2020-06-30"), -1, year: 2020)
    #expect(try builder("2021-01-31").carried(figures([negative], [2020: 0])).isEmpty)
  }

  @Test("the target that held when the year began decides; the one that holds now is shown")
  func revisedSince() throws {
    let targets = [
      Target.of(79, effective: "2020-01-01", due: "2020-12-31"),
      Target.of(70, effective: "2021-03-05", due: "2020-12-31"),
    ]
    var figures = try figures(list2020, [:])
    figures.plans[LineKey(indicator: 1, year: 2020)] = try PlanTimeline(own: targets, children: [])
    #expect(try builder("2021-02-28").carried(figures).first?.plan?.amount == 79)
    #expect(try builder("2021-03-31").carried(figures).first?.plan?.amount == 70)
    #expect(try builder("2021-03-31").carried(figures).first?.completion.status == .exceeded)
  }
}
