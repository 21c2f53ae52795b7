import Testing

@testable import TargetEngine

/// The figures that the rules are explained with, each with all that follows from it.
@Suite struct WorkedFiguresTests {
  @Test("40 of 79 in June: rate 0.506329, pace 0.5, onPace, gap 39, needed 6.5, forecast 80")
  func clinics() {
    let it = completion(40, of: 79)
    #expect(it.preciseRate?.shortest == "0.506329")
    #expect(it.percent(decimals: 0)?.description == "51")
    #expect(it.pace?.rounded(places: 6)?.shortest == "0.5")
    #expect(it.status == .onPace)
    #expect(it.gap?.amount(decimals: 0, precise: false)?.shortest == "39")
    #expect(it.neededPerMonth?.amount(decimals: 0, precise: true)?.shortest == "6.5")
    #expect(it.forecast == 80)
  }

  @Test("45 of 30: 150 %, 超额 50 %, nothing left to do")
  func mutualAid() {
    let it = completion(45, of: 30)
    #expect(it.percent(decimals: 0)?.description == "150")
    #expect(it.excessPercent(decimals: 0)?.description == "50")
    #expect(it.status == .exceeded)
    #expect(it.gap == .zero)
    #expect(it.neededPerMonth == .zero)
  }

  @Test("120 of 200: 60 %")
  func training() {
    let it = completion(120, of: 200)
    #expect(it.percent(decimals: 0)?.description == "60")
    #expect(it.status == .onPace)
    #expect(it.gap == Fraction(80))
    #expect(it.forecast == 240)
  }

  @Test("53 of 64: 83 %; with the year before 66 of 128: 51.6 %")
  func enrolment() {
    #expect(completion(53, of: 64).percent(decimals: 0)?.description == "83")
    #expect(completion(66, of: 128).percent(decimals: 1)?.description == "51.6")
  }

  @Test("the plan of recruitment stays 69 when 19 posts are announced again")
  func recruitment() throws {
    let timeline = try PlanTimeline(own: [.of(69)], children: [])
    let plan = timeline.plan(on: day("2021-09-30"))
    #expect(completion(50, of: plan, on: "2021-09-30").rate == fraction(50, 69))
  }

  @Test("9 in post where 7 are approved is over; 8 of 9 is within")
  func posts() {
    let less = Indicator.stock(2, .less)
    #expect(completion(9, of: .own(7, pace: .deadline), less).status == .over)
    #expect(completion(8, of: .own(9, pace: .deadline), less).status == .within)
  }

  @Test("13000 yuan is 1300000 fen and prints as itself")
  func scholarships() throws {
    #expect(try Amount.parse("13,000", decimals: 2) == 1_300_000)
    #expect(Decimal(1_300_000, places: 2).shortest == "13000")
  }
}
