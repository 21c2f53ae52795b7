import Testing

@testable import TargetEngine

/// Gap, needed per month and forecast, and when they are absent.
@Suite struct DerivedFiguresTests {
  @Test("for noTarget rate, pace, gap, needed and forecast are absent")
  func noTarget() {
    for plan in [nil, Plan.own(0)] {
      let it = completion(5, of: plan)
      #expect(it.rate == nil && it.pace == nil && it.gap == nil)
      #expect(it.neededPerMonth == nil && it.forecast == nil)
      #expect(it.actual == Fraction(5))
      #expect(it.preciseRate == nil && it.percent(decimals: 0) == nil)
      #expect(it.excessPercent(decimals: 0) == nil && it.ahead(decimals: 1) == nil)
    }
  }

  @Test("for noData rate, gap, needed and forecast are absent; the pace is not")
  func noData() {
    let it = completion(nil, of: .own(95, pace: .deadline), .ratio())
    #expect(it.rate == nil && it.gap == nil && it.neededPerMonth == nil && it.forecast == nil)
    #expect(it.pace == .zero)
  }

  @Test("a rate of a target 0 is absent")
  func limitZero() {
    let it = completion(1, of: .own(0), .flow(1, .less))
    #expect(it.rate == nil)
    #expect(it.pace == fraction(1, 2))
  }

  @Test("gap, needed and forecast are absent where less is better")
  func less() {
    for indicator in [Indicator.flow(1, .less), .stock(2, .less), .ratio(3, .less)] {
      let it = completion(5, of: .own(10), indicator)
      #expect(it.gap == nil && it.neededPerMonth == nil && it.forecast == nil)
      #expect(it.rate == fraction(1, 2))
    }
  }

  @Test("gap = target − actual, not below 0")
  func gap() {
    #expect(completion(40, of: 79).gap == Fraction(39))
    #expect(completion(79, of: 79).gap == .zero)
    #expect(completion(80, of: 79).gap == .zero)
    #expect(completion(-1, of: 79).gap == Fraction(80))
    #expect(completion(.min, of: .max).gap! == Fraction(.max) - Fraction(.min))
  }

  @Test(
    "needed per month = gap ÷ whole months left until the due day, at least 1",
    arguments: [
      ("2021-06-30", "2021-12-31", 6), ("2021-01-31", "2021-12-31", 11),
      ("2021-11-30", "2021-12-31", 1), ("2021-12-31", "2021-12-31", 1),
      ("2021-12-15", "2021-12-31", 1), ("2021-06-30", "2021-09-29", 2),
      ("2021-06-30", "2021-09-30", 3), ("2021-01-31", "2021-02-28", 1),
    ] as [(String, String, Int64)])
  func needed(on: String, due: String, months: Int64) {
    let plan = Plan.own(79, due: due)
    #expect(completion(40, of: plan, on: on).neededPerMonth == fraction(39, months))
    #expect(completion(40, of: plan, .stock(), on: on).neededPerMonth == fraction(39, months))
  }

  @Test("needed is for flow and stock, unless overdue")
  func neededAbsent() {
    let plan = Plan.own(79, due: "2021-09-30")
    #expect(completion(40, of: plan, on: "2021-10-01").neededPerMonth == nil)
    #expect(completion(40, of: plan, on: "2021-10-01").gap == Fraction(39))
    #expect(completion(40, of: plan, .ratio()).neededPerMonth == nil)
    #expect(completion(79, of: plan, on: "2021-10-01").neededPerMonth == .zero)
    #expect(completion(80, of: plan).neededPerMonth == .zero)
  }

  @Test("forecast at the due day = actual ÷ pace when 0 < pace < 1, for a linear flow")
  func forecast() {
    #expect(completion(40, of: 79).forecast == 80)
    #expect(completion(-3, of: 79).forecast == -6)
    #expect(completion(0, of: 79).forecast == 0)
    #expect(completion(100, of: 79).forecast == 200)
    #expect(completion(40, of: .own(79), on: "2021-12-31").forecast == nil)
    #expect(completion(40, of: .own(79), on: "2022-01-31").forecast == nil)
    #expect(completion(40, of: .own(79, pace: .deadline)).forecast == nil)
    #expect(completion(40, of: .own(79, pace: Pace("06-30:50%")!)).forecast == nil)
    #expect(completion(40, of: .own(79), .stock()).forecast == nil)
    #expect(completion(40, of: .own(79), .ratio()).forecast == nil)
  }

  @Test("a forecast is rounded to the indicator's decimals")
  func forecastRounding() {
    // By 31 May 5/12 are due: 1.00 ÷ 5/12 = 2.40, 1.01 ÷ 5/12 = 2.424, 1.05 ÷ 5/12 = 2.52.
    let money = Indicator.flow(decimals: 2)
    #expect(completion(100, of: .own(1000), money, on: "2021-05-31").forecast == 240)
    #expect(completion(101, of: .own(1000), money, on: "2021-05-31").forecast == 242)
    #expect(completion(104, of: .own(1000), money, on: "2021-05-31").forecast == 250)
    // 40 ÷ 7/12 = 68.57…, 7/2 × … : 7 ÷ 8/12 = 10.5 goes away from zero.
    #expect(completion(40, of: .own(79), on: "2021-07-31").forecast == 69)
    #expect(completion(7, of: .own(79), on: "2021-08-31").forecast == 11)
    #expect(completion(-7, of: .own(79), on: "2021-08-31").forecast == -11)
  }

  @Test("forecast for a sum: all parts linear with one due day")
  func forecastOfSum() throws {
    func leaf(_ target: Target) throws -> PlanTimeline {
      try PlanTimeline(own: [target], children: [])
    }
    func forecast(_ leaves: PlanTimeline...) throws -> Int64? {
      let plan = try PlanTimeline(own: [], children: leaves).plan(on: day("2021-06-30"))
      return completion(40, of: plan).forecast
    }
    #expect(try forecast(leaf(.of(40)), leaf(.of(39))) == 80)
    #expect(try forecast(leaf(.of(40)), leaf(.of(39, due: "2021-11-30"))) == nil)
    #expect(try forecast(leaf(.of(40)), leaf(.of(39, pace: .deadline))) == nil)
  }

  @Test("a forecast that exceeds 64 bits is absent")
  func forecastOverflow() {
    #expect(completion(.max, of: .max).forecast == nil)
    #expect(completion(.max / 2, of: .max).forecast == Int64.max - 1)
  }
}
