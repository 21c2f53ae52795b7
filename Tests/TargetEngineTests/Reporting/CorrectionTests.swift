import Testing

@testable import TargetEngine

/// "actual as last reported + this month's amount + corrections (更正) = actual now".
@Suite struct CorrectionTests {
  private func line(
    _ entries: [RawEntry], on text: String, reported: UnitFigures.Reported?
  ) throws -> Line {
    let builder = LineBuilder(catalogue: [.flow(1)], day: day(text), tolerance: tenPoints)
    return try builder.line(
      .flow(1), UnitFigures(tallies: tallies(entries), reported: reported))
  }

  private func reported(
    _ text: String, _ actual: Int64, modules: Set<String> = ["clinics"]
  ) -> UnitFigures.Reported {
    UnitFigures.Reported(
      month: month(text), modules: modules, actuals: [LineKey(indicator: 1, year: 2021): actual])
  }

  private let truth = [RawEntry(1, day("2021-06-20"), 39), RawEntry(1, day("2021-07-20"), 3)]

  @Test("June said 40, the truth is 39: July shows −1")
  func june() throws {
    let july = try line(truth, on: "2021-07-31", reported: reported("2021-06", 40))
    #expect(july.actual == .amount(42))
    #expect(july.month == 3)
    #expect(july.corrected == -1)
  }

  @Test("40 + 3 + (−1) = 42, for random ledgers and whatever was reported")
  func identity() throws {
    var random = SplitMix64(seed: 91)
    for _ in 0..<1000 {
      let entries = (0..<random.int(0...8)).map { _ in
        RawEntry(
          1, random.day(in: 2020...2021), random.int64(-9...9), year: random.int(2020...2021))
      }
      let before = random.int64(-50...50)
      let now = Month(year: 2021, month: random.int(2...12))!
      let it = try line(
        entries, on: "\(now.lastDay)", reported: reported("\(now.previous)", before))
      let amount = try #require(it.month)
      #expect(it.actual == .amount(before + amount + it.corrected))
    }
  }

  @Test("a report that nothing changed since needs no correction")
  func unchanged() throws {
    #expect(try line(truth, on: "2021-07-31", reported: reported("2021-06", 39)).corrected == 0)
  }

  @Test("--latest: the difference from the frozen figures of the same month")
  func latest() throws {
    let june = try line(truth, on: "2021-06-30", reported: reported("2021-06", 40))
    #expect(june.corrected == -1)
    #expect(june.actual == .amount(39))
  }

  @Test("corrections are 0 where the month before is not closed")
  func notClosed() throws {
    #expect(try line(truth, on: "2021-07-31", reported: nil).corrected == 0)
    let others = reported("2021-06", 40, modules: ["unions"])
    #expect(try line(truth, on: "2021-07-31", reported: others).corrected == 0)
  }

  @Test("nor where only an earlier month is closed")
  func earlierClosed() throws {
    #expect(try line(truth, on: "2021-07-31", reported: reported("2021-05", 0)).corrected == 0)
  }

  @Test("within a year: January has no corrections")
  func january() throws {
    let entries = [RawEntry(1, day("2021-01-20"), 4)]
    let december = UnitFigures.Reported(
      month: month("2020-12"), modules: ["clinics"],
      actuals: [LineKey(indicator: 1, year: 2020): 70])
    #expect(try line(entries, on: "2021-01-31", reported: december).corrected == 0)
  }

  @Test("a line of an earlier plan year is reconciled with what was last reported of it")
  func carriedLine() throws {
    let entries = [
      RawEntry(1, day("2020-11-20"), 77), RawEntry(1, day("2021-02-10"), 1, year: 2020),
    ]
    let january = UnitFigures.Reported(
      month: month("2021-01"), modules: ["clinics"],
      actuals: [LineKey(indicator: 1, year: 2020): 78])
    let target = Target.of(79, effective: "2020-01-01", due: "2020-12-31")
    let figures = UnitFigures(
      tallies: tallies(entries),
      plans: [LineKey(indicator: 1, year: 2020): try PlanTimeline(own: [target], children: [])],
      reported: january)
    let builder = LineBuilder(
      catalogue: [.flow(1)], day: day("2021-02-28"), tolerance: tenPoints)
    let carried = try #require(try builder.carried(figures).first)
    #expect((carried.month, carried.corrected) == (1, -1))
  }

  @Test("an indicator that the last report did not have was reported as 0")
  func newIndicator() throws {
    let empty = UnitFigures.Reported(month: month("2021-06"), modules: ["clinics"], actuals: [:])
    #expect(try line(truth, on: "2021-07-31", reported: empty).corrected == 39)
  }
}
