import Testing

@testable import TargetEngine

/// "overflow and excess decimals are errors": an error, never a trap and never a wrong number.
@Suite struct OverflowTests {
  @Test("a correction from the least amount reported throws or is exact")
  func reportedLeast() async {
    await #expect(processExitsWith: .success) {
      let reported = UnitFigures.Reported(
        month: month("2021-06"), modules: ["clinics"],
        actuals: [LineKey(indicator: 1, year: 2021): .min])
      let builder = LineBuilder(
        catalogue: [.flow(1)], day: day("2021-07-31"), tolerance: tenPoints)
      let tallies = tallies([RawEntry(1, day("2021-06-01"), -5)])
      _ = try? builder.line(.flow(1), UnitFigures(tallies: tallies, reported: reported))
    }
  }

  @Test("a correction in a month of the least amount throws or is exact")
  func leastMonth() async {
    await #expect(processExitsWith: .success) {
      let reported = UnitFigures.Reported(
        month: month("2021-06"), modules: ["clinics"], actuals: [:])
      let builder = LineBuilder(
        catalogue: [.flow(1)], day: day("2021-07-31"), tolerance: tenPoints)
      let tallies = tallies([RawEntry(1, day("2021-07-01"), .min)])
      _ = try? builder.line(.flow(1), UnitFigures(tallies: tallies, reported: reported))
    }
  }

  @Test("a day or an instant out of reach is no day")
  func farDays() async {
    await #expect(processExitsWith: .success) {
      guard Day(number: .max) == nil, Day(number: .min) == nil else { fatalError("a day") }
    }
    await #expect(processExitsWith: .success) {
      guard Day(secondsSince1970: .max) == nil, Day(secondsSince1970: .min) == nil else {
        fatalError("a day")
      }
    }
  }

  @Test("a correction that exceeds 64 bits throws")
  func correction() {
    let reported = UnitFigures.Reported(
      month: month("2021-06"), modules: ["clinics"],
      actuals: [LineKey(indicator: 1, year: 2021): -2])
    let builder = LineBuilder(
      catalogue: [.flow(1)], day: day("2021-07-31"), tolerance: tenPoints)
    let tallies = tallies([RawEntry(1, day("2021-06-01"), .max)])
    #expect(throws: OverflowFault()) {
      try builder.line(.flow(1), UnitFigures(tallies: tallies, reported: reported))
    }
  }

  @Test("a ratio of amounts whose sum exceeds 64 bits throws")
  func ratio() {
    let catalogue: [Indicator] = [.flow(1), .stock(2), .ratio(3, of: 1, to: 2)]
    let builder = LineBuilder(catalogue: catalogue, day: day("2021-07-31"), tolerance: tenPoints)
    let tallies = tallies([
      RawEntry(2, day("2021-06-01"), .max), RawEntry(2, day("2021-07-01"), 1),
    ])
    #expect(throws: OverflowFault()) { try builder.lines(UnitFigures(tallies: tallies)) }
  }

  @Test("the widest amounts have exact rates, paces and gaps")
  func widest() {
    let it = completion(.min, of: .max)
    #expect(it.status == .behind)
    #expect(it.preciseRate?.shortest == "-1")
    #expect(it.gap == Fraction(.max) + Fraction(.max) + .one)
    #expect(completion(.max, of: .max).status == .done)
    #expect(completion(.max - 1, of: .max).status == .onPace)
  }
}
