import Testing

@testable import TargetEngine

/// "Lines, in the catalogue's order".
@Suite struct LineBuilderTests {
  private let catalogue: [Indicator] = [
    .ratio(3, of: 1, to: 2), .flow(1), .stock(2),
  ]

  private func builder(_ text: String = "2021-06-30") -> LineBuilder {
    LineBuilder(catalogue: catalogue, day: day(text), tolerance: tenPoints)
  }

  private func plans(_ id: IndicatorID, _ targets: Target...) throws -> [LineKey: PlanTimeline] {
    [LineKey(indicator: id, year: 2021): try PlanTimeline(own: targets, children: [])]
  }

  private func listed(_ figures: UnitFigures, on text: String = "2021-06-30") throws
    -> [IndicatorID]
  {
    try builder(text).lines(figures).map(\.indicator.id)
  }

  @Test("indicators with a target for the unit in that year by that day")
  func byTarget() throws {
    let figures = UnitFigures(plans: try plans(1, .of(79, effective: "2021-06-30")))
    #expect(try listed(figures) == [1])
    #expect(try listed(figures, on: "2021-05-31") == [])
    #expect(try listed(figures, on: "2022-06-30") == [])
    #expect(try listed(UnitFigures()) == [])
  }

  @Test("or with any entry in its subtree up to that day")
  func byEntry() throws {
    let figures = UnitFigures(tallies: tallies([RawEntry(1, day("2021-06-30"), 0)]))
    #expect(try listed(figures) == [1])
    #expect(try listed(figures, on: "2021-05-31") == [])
    #expect(try listed(figures, on: "2023-01-31") == [1])
  }

  @Test("an entry that lies after the report day lists nothing")
  func byLaterEntry() throws {
    var tally = try #require(tallies([RawEntry(1, day("2021-06-25"), 4)])[1])
    try tally.subtract(4, planYear: 2021, month: month("2021-06"), leavesEntries: false)
    #expect(try listed(UnitFigures(tallies: [1: tally]), on: "2021-06-20") == [])
  }

  @Test("a ratio when it has a target or its denominator has a line")
  func ratios() throws {
    #expect(try listed(UnitFigures(plans: plans(3, .of(95)))) == [3])
    #expect(try listed(UnitFigures(plans: plans(2, .of(95)))) == [3, 2])
    #expect(try listed(UnitFigures(plans: plans(1, .of(95)))) == [1])
    let entries = tallies([RawEntry(2, day("2021-06-01"), 50), RawEntry(1, day("2021-06-01"), 20)])
    #expect(try listed(UnitFigures(tallies: entries)) == [3, 1, 2])
  }

  @Test("for a ratio actual is the percentage; month, last month and last year are null")
  func ratioLine() throws {
    let entries = [RawEntry(1, day("2021-06-01"), 20), RawEntry(2, day("2020-06-01"), 50)]
    let figures = UnitFigures(tallies: tallies(entries), plans: try plans(3, .of(40)))
    let line = try #require(try builder().lines(figures).first)
    #expect(line.completion.actual == Fraction(40))
    #expect(line.completion.status == .done)
    #expect(line.month == nil && line.previousMonth == nil && line.sameMonthLastYear == nil)
    #expect(line.corrected == 0)
  }

  @Test("Ratios add numerators and denominators first; a denominator of 0 gives no value")
  func zeroDenominator() throws {
    let figures = UnitFigures(
      tallies: tallies([RawEntry(1, day("2021-06-01"), 20)]), plans: try plans(3, .of(95)))
    let line = try #require(try builder().lines(figures).first)
    #expect(line.completion.actual == nil)
    #expect(line.completion.status == .noData)
  }

  @Test("for a ratio inherited: its nearest ancestor's own, on that day")
  func inherited() throws {
    let near = try plans(3, .of(90, effective: "2021-04-01", pace: .deadline))
    let far = try plans(3, .of(95, pace: .deadline))
    func plan(_ own: [LineKey: PlanTimeline], on text: String) throws -> Plan? {
      try UnitFigures(plans: own, ancestors: [[:], near, far])
        .plan(catalogue[0], year: 2021, on: day(text))
    }
    #expect(try plan([:], on: "2021-06-30")?.amount == 90)
    #expect(try plan([:], on: "2021-06-30")?.source == .inherited)
    #expect(try plan([:], on: "2021-03-31")?.amount == 95)
    #expect(try plan([:], on: "2020-12-31") == nil)
    let own = try plans(3, .of(80, effective: "2021-05-01", pace: .deadline))
    #expect(try plan(own, on: "2021-06-30")?.amount == 80)
    #expect(try plan(own, on: "2021-06-30")?.source == .own)
    #expect(try plan(own, on: "2021-04-30")?.amount == 90)
  }

  @Test("flow and stock do not inherit")
  func notInherited() throws {
    for (id, indicator) in [(1, Indicator.flow(1)), (2, .stock(2))] as [(IndicatorID, Indicator)] {
      let figures = UnitFigures(ancestors: [try plans(id, .of(79))])
      #expect(try figures.plan(indicator, year: 2021, on: day("2021-06-30")) == nil)
    }
  }

  @Test("40 of 79 as the report of June 2021 has it")
  func june() throws {
    let entries = [
      RawEntry(1, day("2021-03-31"), 19), RawEntry(1, day("2021-05-20"), 9),
      RawEntry(1, day("2021-06-20"), 12), RawEntry(1, day("2021-07-01"), 3),
    ]
    let figures = UnitFigures(tallies: tallies(entries), plans: try plans(1, .of(79)))
    let line = try #require(try builder().lines(figures).first)
    #expect(line.actual == .amount(40))
    #expect((line.month, line.previousMonth, line.sameMonthLastYear) == (12, 9, nil))
    #expect(line.corrected == 0)
    #expect(line.completion.status == .onPace)
    #expect(line.plan?.source == .own)
    #expect(line.key == LineKey(indicator: 1, year: 2021))
  }

  @Test("previousMonth is 0 when it has no entries; January's is last December")
  func previousMonth() throws {
    let entries = [
      RawEntry(1, day("2020-12-31"), 7), RawEntry(1, day("2020-12-31"), 2, year: 2021),
      RawEntry(1, day("2021-01-05"), 4), RawEntry(1, day("2021-01-06"), 1, year: 2020),
    ]
    let figures = UnitFigures(tallies: tallies(entries))
    func previous(_ text: String) throws -> Int64? {
      try builder(text).lines(figures).first?.previousMonth
    }
    #expect(try previous("2021-01-31") == 7)
    #expect(try previous("2021-02-28") == 4)
    #expect(try previous("2021-03-31") == 0)
  }

  @Test("a stock's month is its change, and its year before is the change then")
  func stockLine() throws {
    let entries = [
      RawEntry(2, day("2020-06-01"), 100), RawEntry(2, day("2021-05-01"), 20),
      RawEntry(2, day("2021-06-01"), -5),
    ]
    let line = try #require(
      try builder().lines(UnitFigures(tallies: tallies(entries))).first { $0.indicator.id == 2 })
    #expect(line.actual == .amount(115))
    #expect((line.month, line.previousMonth, line.sameMonthLastYear) == (-5, 20, 100))
  }

  @Test("sameMonthLastYear is null when there is no entry in that whole year, else maybe 0")
  func lastYear() throws {
    func lastYear(_ entries: RawEntry...) throws -> Int64? {
      let all = entries + [RawEntry(1, day("2021-06-01"), 1)]
      return try builder().lines(UnitFigures(tallies: tallies(all))).first?.sameMonthLastYear
    }
    #expect(try lastYear() == nil)
    #expect(try lastYear(RawEntry(1, day("2019-06-01"), 3)) == nil)
    #expect(try lastYear(RawEntry(1, day("2020-06-01"), 3)) == 3)
    #expect(try lastYear(RawEntry(1, day("2020-11-01"), 3)) == 0)
    #expect(try lastYear(RawEntry(1, day("2020-11-01"), 0)) == 0)
  }
}
