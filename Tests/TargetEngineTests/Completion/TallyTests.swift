import Testing

@testable import TargetEngine

/// What a report reads off the sums by plan year, calendar year and month.
@Suite struct TallyTests {
  private let clinics = tallies([
    RawEntry(1, day("2020-11-20"), 70, year: 2020),
    RawEntry(1, day("2021-02-10"), 1, year: 2020),
    RawEntry(1, day("2021-02-20"), 5, year: 2021),
    RawEntry(1, day("2021-06-20"), 35, year: 2021),
    RawEntry(1, day("2021-08-03"), -1, year: 2021),
    RawEntry(1, day("2021-10-10"), 1, year: 2021),
  ])[1]!

  @Test("flow: the sum of the plan year's entries up to the report day, even past 31 December")
  func flow() throws {
    #expect(try clinics.actual(.flow, year: 2020, through: month("2020-12")) == 70)
    #expect(try clinics.actual(.flow, year: 2020, through: month("2021-01")) == 70)
    #expect(try clinics.actual(.flow, year: 2020, through: month("2021-02")) == 71)
    #expect(try clinics.actual(.flow, year: 2021, through: month("2021-01")) == 0)
    #expect(try clinics.actual(.flow, year: 2021, through: month("2021-06")) == 40)
    #expect(try clinics.actual(.flow, year: 2021, through: month("2022-03")) == 40)
    #expect(try clinics.actual(.flow, year: 2019, through: month("2022-03")) == 0)
  }

  @Test("accepted 20 June, relapsed 3 August, accepted again 10 October: +1, −1, +1")
  func relapse() throws {
    let ends = ["2021-06", "2021-07", "2021-08", "2021-09", "2021-10"]
    let levels = try ends.map { try clinics.actual(.flow, year: 2021, through: month($0)) }
    #expect(levels == [40, 40, 39, 39, 40])
  }

  @Test("stock: the sum of all entries up to the report day, of whatever year")
  func stock() throws {
    #expect(try clinics.actual(.stock, year: 2021, through: month("2020-12")) == 70)
    #expect(try clinics.actual(.stock, year: 2021, through: month("2021-02")) == 76)
    #expect(try clinics.actual(.stock, year: 1999, through: month("2021-12")) == 111)
    #expect(try clinics.actual(.stock, year: 2021, through: month("2020-10")) == 0)
  }

  @Test("the month's own amount: of the plan year for a flow, the change for a stock")
  func ownMonth() throws {
    #expect(try clinics.amount(.flow, year: 2021, in: month("2021-02")) == 5)
    #expect(try clinics.amount(.flow, year: 2020, in: month("2021-02")) == 1)
    #expect(try clinics.amount(.stock, year: 2021, in: month("2021-02")) == 6)
    #expect(try clinics.amount(.flow, year: 2021, in: month("2021-03")) == 0)
    #expect(try clinics.amount(.flow, year: 2021, in: month("2025-03")) == 0)
  }

  @Test("120 → 130 on 1 August leaves July at 120")
  func dated() throws {
    let staff = tallies([RawEntry(1, day("2021-01-01"), 120), RawEntry(1, day("2021-08-01"), 10)])[
      1]!
    #expect(try staff.actual(.stock, year: 2021, through: month("2021-07")) == 120)
    #expect(try staff.actual(.stock, year: 2021, through: month("2021-08")) == 130)
  }

  @Test("an entry of 0 is an entry (零报告)")
  func explicitZero() {
    let zero = tallies([RawEntry(1, day("2021-06-30"), 0)])[1]!
    #expect(zero.hasEntries(through: month("2021-06")))
    #expect(!zero.hasEntries(through: month("2021-05")))
    #expect(zero.hasEntries(through: month("2022-01")))
    #expect(zero.hasEntries(.flow, in: PlanYear(2021)!))
    #expect(!zero.hasEntries(.flow, in: PlanYear(2020)!))
    #expect(!Tally().hasEntries(through: month("2021-06")))
  }

  @Test("whether there are entries up to a month, for every pair of months", arguments: 1...12)
  func entriesThrough(entered: Int) {
    let tally = tallies([RawEntry(1, Day(year: 2021, month: entered, day: 1)!, 1)])[1]!
    for asked in 1...12 {
      let through = Month(year: 2021, month: asked)!
      #expect(tally.hasEntries(through: through) == (entered <= asked))
      #expect(!tally.hasEntries(through: through.yearBefore))
    }
  }

  @Test("the plan year counts for a flow, the calendar year for a stock")
  func entriesInYear() {
    let late = tallies([RawEntry(1, day("2021-02-10"), 1, year: 2020)])[1]!
    #expect(
      late.hasEntries(.flow, in: PlanYear(2020)!) && !late.hasEntries(.flow, in: PlanYear(2021)!))
    #expect(
      late.hasEntries(.stock, in: PlanYear(2021)!) && !late.hasEntries(.stock, in: PlanYear(2020)!))
    #expect(clinics.planYears == [2020, 2021])
  }

  @Test("overflow is an error")
  func overflow() throws {
    let tally = tallies([
      RawEntry(1, day("2021-01-01"), .max), RawEntry(1, day("2021-02-01"), 1),
      RawEntry(1, day("2021-02-01"), 1, year: 2020),
    ])[1]!
    #expect(try tally.actual(.flow, year: 2021, through: month("2021-01")) == .max)
    #expect(throws: OverflowFault()) {
      try tally.actual(.flow, year: 2021, through: month("2021-02"))
    }
    #expect(throws: OverflowFault()) {
      try tally.actual(.stock, year: 2021, through: month("2021-02"))
    }
    let both = tallies([
      RawEntry(1, day("2021-01-01"), .min), RawEntry(1, day("2021-01-01"), -1, year: 2020),
    ])[1]!
    #expect(throws: OverflowFault()) { try both.amount(.stock, year: 2021, in: month("2021-01")) }
    #expect(try both.amount(.flow, year: 2021, in: month("2021-01")) == .min)
  }

  @Test("entries after the report day are taken out of its month again")
  func subtract() throws {
    var tally = clinics
    try tally.subtract(35, planYear: 2021, month: month("2021-06"), leavesEntries: true)
    #expect(try tally.actual(.flow, year: 2021, through: month("2021-06")) == 5)
    #expect(try tally.actual(.flow, year: 2020, through: month("2021-06")) == 71)
    try tally.subtract(1, planYear: 2019, month: month("2021-06"), leavesEntries: true)
    #expect(try tally.actual(.stock, year: 2021, through: month("2021-06")) == 76)
  }

  @Test("sums agree with the entries added up one by one")
  func random() throws {
    var random = SplitMix64(seed: 71)
    for _ in 0..<1000 {
      let entries = (0..<random.int(0...12)).map { _ in
        RawEntry(
          1, random.day(in: 2019...2022), random.int64(-9...9), year: random.int(2019...2022))
      }
      let tally = tallies(entries)[1] ?? Tally()
      let (year, asked) = (random.int(2019...2022), random.day(in: 2019...2022).month)
      let before = entries.filter { $0.day <= asked.lastDay }
      let ofYear = before.filter { $0.planYear == year }
      #expect(try tally.actual(.stock, year: year, through: asked) == total(before))
      #expect(try tally.actual(.flow, year: year, through: asked) == total(ofYear))
      let within = { (entry: RawEntry) in entry.day.month == asked }
      #expect(try tally.amount(.stock, year: year, in: asked) == total(before.filter(within)))
      #expect(try tally.amount(.flow, year: year, in: asked) == total(ofYear.filter(within)))
      #expect(tally.hasEntries(through: asked) == !before.isEmpty)
    }
  }

  private func total(_ entries: [RawEntry]) -> Int64 { entries.reduce(0) { $0 + $1.amount } }
}
