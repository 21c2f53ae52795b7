import Testing

@testable import TargetEngine

/// "`accepted` has `planned` as its default target": where none is set, what lists plan for a year
/// is the target of it.
@Suite struct PlannedTargetTests {
  private var catalogue: [Indicator] {
    var accepted = Indicator.flow(1)
    accepted.defaultTarget = .flow(4)
    return [accepted, .flow(4, code: "clinics.planned")]
  }

  private func builder(_ text: String) -> LineBuilder {
    LineBuilder(catalogue: catalogue, day: day(text), tolerance: tenPoints)
  }

  /// 79 on the list of 2021, four of them removed on 5 July; 40 accepted by June.
  private let list = [
    RawEntry(4, day("2021-01-01"), 79), RawEntry(4, day("2021-07-05"), -4),
    RawEntry(1, day("2021-06-20"), 40),
  ]

  private func line(_ figures: UnitFigures, on text: String) throws -> Line {
    try builder(text).line(catalogue[0], figures)
  }

  @Test("40 of 79 planned; 75 from July on, as of each report's end")
  func planned() throws {
    let figures = UnitFigures(tallies: tallies(list))
    let june = try line(figures, on: "2021-06-30")
    #expect(june.plan?.amount == 79)
    #expect(june.plan?.source == .planned)
    #expect(june.completion.percent(decimals: 0)?.description == "51")
    #expect(june.completion.status == .onPace)
    #expect(june.completion.pace == fraction(1, 2))
    #expect(june.completion.forecast == 80)
    #expect(june.completion.neededPerMonth == fraction(39, 6))
    #expect(try line(figures, on: "2021-07-31").plan?.amount == 75)
  }

  @Test("an own or summed target stands before it, from its day on")
  func setTarget() throws {
    let key = LineKey(indicator: 1, year: 2021)
    let own = try PlanTimeline(own: [.of(60, effective: "2021-03-01")], children: [])
    let figures = UnitFigures(tallies: tallies(list), plans: [key: own])
    #expect(try line(figures, on: "2021-02-28").plan?.amount == 79)
    #expect(try line(figures, on: "2021-03-31").plan?.amount == 60)
    let sum = try PlanTimeline(own: [], children: [own])
    let summed = UnitFigures(tallies: tallies(list), plans: [key: sum])
    #expect(try line(summed, on: "2021-03-31").plan?.source == .sum)
  }

  @Test("nothing planned is no target; what was all removed is one of 0")
  func nothing() throws {
    let none = try line(UnitFigures(tallies: tallies([list[2]])), on: "2021-06-30")
    #expect(none.plan == nil)
    #expect(none.completion.status == .noTarget)
    let removed = [RawEntry(4, day("2021-01-01"), 2), RawEntry(4, day("2021-05-01"), -2)]
    let zero = try line(UnitFigures(tallies: tallies(removed)), on: "2021-06-30")
    #expect(zero.plan?.amount == 0)
    #expect(zero.completion.status == .noTarget)
    let later = try line(
      UnitFigures(tallies: tallies([RawEntry(4, day("2021-09-01"), 2)])), on: "2021-06-30")
    #expect(later.plan == nil, "what is planned from September on is not in June's report")
  }

  @Test("it lists the line before anything is done, and carries what was unfinished")
  func carried() throws {
    let planned = [
      RawEntry(4, day("2020-01-01"), 3, year: 2020), RawEntry(1, day("2020-10-10"), 2, year: 2020),
      RawEntry(1, day("2021-02-10"), 1, year: 2020), RawEntry(4, day("2021-01-01"), 5),
    ]
    let figures = UnitFigures(tallies: tallies(planned))
    #expect(try builder("2021-01-31").lines(figures).map(\.indicator.id) == [1, 4])
    let january = try #require(try builder("2021-01-31").carried(figures).first)
    #expect((january.year, january.plan?.amount) == (2020, 3))
    #expect(january.completion.status == .overdue)
    let february = try #require(try builder("2021-02-28").carried(figures).first)
    #expect(february.completion.status == .done)
    #expect(try builder("2022-01-31").carried(figures).map(\.year) == [2021])
  }

  @Test("side by side as alone")
  func table() throws {
    let units = [list, [list[2]], [RawEntry(4, day("2021-01-01"), 8)]]
    let none = Tally()
    let table = FigureTable(
      count: 3,
      tallies: [
        1: units.map { tallies($0)[1] ?? none }, 4: units.map { tallies($0)[4] ?? none },
      ])
    let lines = try builder("2021-06-30").lines(catalogue[0], of: table)
    #expect(lines.map { $0.plan?.amount } == [79, nil, 8])
    #expect(lines.map(\.completion.status) == [.onPace, .noTarget, .behind])
    let keys = try builder("2021-06-30").rankingKeys(
      catalogue[0], of: table, codes: ["a", "b", "c"])
    #expect(ranked(keys).map(\.index) == [0, 2, 1])
  }
}
