import Testing

@testable import TargetEngine

/// "Pace: the share that should be done by the report day."
@Suite struct PaceTests {
  private let january = month("2021-01")
  private let half = Pace("03-31:20%;06-30:70%")!

  private func share(_ pace: Pace, _ text: String, due: String = "2021-12-31") -> Fraction? {
    pace.share(on: day(text), due: day(due), from: january)
  }

  @Test("position = m − 1 + d ÷ days in month m")
  func position() {
    #expect(day("2021-01-01").position(from: january) == fraction(1, 31))
    #expect(day("2021-06-30").position(from: january) == Fraction(6))
    #expect(day("2021-02-14").position(from: january) == fraction(3, 2))
    #expect(day("2021-12-31").position(from: january) == Fraction(12))
    #expect(day("2022-02-28").position(from: january) == Fraction(14))
    #expect(day("2021-10-31").position(from: month("2021-10")) == Fraction(1))
    #expect(day("2022-09-30").position(from: month("2021-10")) == Fraction(12))
  }

  @Test("with due day 31 December, m/12 at a month's end", arguments: 1...12)
  func monthEnds(number: Int) {
    let end = Month(year: 2021, month: number)!.lastDay
    #expect(
      Pace.linear.share(on: end, due: day("2021-12-31"), from: january)
        == fraction(Int64(number), 12))
  }

  @Test("linear: position of the report day ÷ position of the due day, at most 1")
  func linear() {
    #expect(share(.linear, "2021-03-31", due: "2021-06-30") == fraction(1, 2))
    #expect(share(.linear, "2021-01-01") == fraction(1, 31 * 12))
    #expect(share(.linear, "2021-06-15", due: "2021-11-15") == fraction(11, 21))
    #expect(share(.linear, "2021-12-30") == fraction(371, 372))
    #expect(share(.linear, "2021-06-30", due: "2021-06-30") == .one)
    #expect(share(.linear, "2021-09-30", due: "2021-06-30") == .one)
    #expect(share(.linear, "2022-02-28") == .one)
  }

  @Test("deadline: 0 before the due day, 1 from it on")
  func deadline() {
    #expect(share(.deadline, "2021-12-30") == .zero)
    #expect(share(.deadline, "2021-12-31") == .one)
    #expect(share(.deadline, "2022-01-01") == .one)
    #expect(share(.deadline, "2021-06-29", due: "2021-06-30") == .zero)
  }

  @Test(
    "milestones 03-31:20%; 06-30:70%: straight lines from 0 at position 0 to 100 % when due",
    arguments: [
      ("2021-01-31", 20, 300), ("2021-03-31", 20, 100), ("2021-02-28", 40, 300),
      ("2021-04-30", 110, 300), ("2021-06-30", 70, 100), ("2021-09-30", 85, 100),
      ("2021-12-31", 1, 1), ("2022-01-31", 1, 1), ("2021-01-01", 20, 300 * 31),
    ] as [(String, Int64, Int64)])
  func milestones(text: String, numerator: Int64, denominator: Int64) {
    #expect(share(half, text) == fraction(numerator, denominator))
  }

  @Test("milestones end at 100 % at whatever day is due")
  func milestonesUntilDue() {
    #expect(share(half, "2021-08-31", due: "2021-09-30") == fraction(90, 100))
    #expect(share(half, "2021-09-30", due: "2021-09-30") == .one)
  }

  @Test("before the plan year begins nothing should be done", arguments: [Pace.linear, .deadline])
  func before(pace: Pace) {
    #expect(share(pace, "2020-12-31") == .zero)
    #expect(share(half, "2020-11-30") == .zero)
  }

  @Test("milestones ascend and lie before the due day")
  func fitting() {
    func fits(_ text: String, due: String = "2021-12-31") -> Bool {
      Pace(text)!.fits(due: day(due), from: january)
    }
    #expect(fits("03-31:20%;06-30:70%"))
    #expect(fits("03-31:20%;06-30:20%"))
    #expect(fits("01-01:0%;12-30:100%"))
    #expect(!fits("06-30:70%;03-31:20%"))
    #expect(!fits("03-31:70%;06-30:20%"))
    #expect(!fits("03-31:20%;03-31:30%"))
    #expect(!fits("12-31:90%"))
    #expect(!fits("03-31:20%;06-30:70%", due: "2021-06-30"))
    #expect(fits("03-31:20%;06-30:70%", due: "2021-07-01"))
    #expect(!fits("02-29:20%"))
    #expect(Pace("02-29:20%")!.fits(due: day("2020-12-31"), from: month("2020-01")))
    #expect(fits("linear") && fits("deadline"))
  }

  @Test("a pace lies between 0 and 1 and never falls from a day to a later one")
  func monotone() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<1500 {
      let due = random.day(in: 2021...2021)
      let pace = random.pace(due: due)
      #expect(pace.fits(due: due, from: january))
      let days = (0..<12).map { _ in random.day(in: 2021...2021) } + [due]
      let shares = days.sorted().compactMap { pace.share(on: $0, due: due, from: january) }
      #expect(shares.allSatisfy { .zero <= $0 && $0 <= .one }, "\(pace) \(due)")
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }, "\(pace) \(due)")
      #expect(pace.share(on: due, due: due, from: january) == .one)
    }
  }
}

extension SplitMix64 {
  /// A pace that fits a target due on `due`.
  mutating func pace(due: Day) -> Pace {
    switch int(0...3) {
    case 0: return .linear
    case 1: return .deadline
    default:
      var days = Set<Day>()
      for _ in 0..<int(1...4) { days.insert(day(in: due.year...due.year)) }
      let stops = days.filter { $0 < due }.sorted()
      let shares = stops.map { _ in int64(0...10_000) }.sorted()
      guard !stops.isEmpty else { return .linear }
      return .milestones(
        zip(stops, shares).map {
          Pace.Milestone(month: $0.monthOfYear, day: $0.dayOfMonth, share: $1)
        })
    }
  }
}
