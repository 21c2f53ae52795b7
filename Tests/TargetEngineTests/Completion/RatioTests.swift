import Testing

@testable import TargetEngine

/// "ratio: numerator indicator ÷ denominator indicator × 100, in %, derived".
@Suite struct RatioTests {
  private func value(_ a: Decimal, _ b: Decimal, decimals: Int = 0) -> Fraction? {
    Actual.ratio(numerator: a, denominator: b).value(decimals: decimals)
  }

  @Test("numerator ÷ denominator × 100, exact, whatever the decimals of the three")
  func exact() {
    #expect(value(Decimal(1), Decimal(3)) == fraction(100, 3))
    #expect(value(Decimal(1), Decimal(3), decimals: 2) == fraction(10_000, 3))
    #expect(value(Decimal(150, places: 2), Decimal(3)) == Fraction(50))
    #expect(value(Decimal(3), Decimal(150, places: 2)) == Fraction(200))
    #expect(value(Decimal(5, places: 1), Decimal(2_000, places: 4), decimals: 1) == Fraction(2500))
    #expect(value(Decimal(-1), Decimal(4)) == Fraction(-25))
    #expect(Actual.amount(5).value(decimals: 2) == Fraction(5))
  }

  @Test("a denominator of 0 gives no value")
  func zero() {
    #expect(value(Decimal(1), Decimal(0)) == nil)
    #expect(value(Decimal(0), Decimal(0, places: 2)) == nil)
    #expect(value(Decimal(0), Decimal(5)) == .zero)
  }

  @Test("the widest amounts do not trap")
  func wide() {
    #expect(value(Decimal(.max, places: 0), Decimal(.max, places: 4), decimals: 4) != nil)
    #expect(value(Decimal(.min), Decimal(-1)) == Fraction(100) * (Fraction(.max) + .one))
  }

  @Test("its completion compares the percentage with the target exactly")
  func completionOfRatio() {
    func status(_ a: Int64, _ b: Int64) -> Status {
      Completion(
        of: .ratio(), actual: value(Decimal(a), Decimal(b)), plan: .own(95, pace: .deadline),
        year: 2021, on: day("2021-12-31"), tolerance: tenPoints
      ).status
    }
    #expect(status(95, 100) == .done)
    #expect(status(951, 1000) == .exceeded)
    #expect(status(949, 1000) == .slipping)
    #expect(status(855, 1000) == .slipping)
    #expect(status(854, 1000) == .behind)
  }
}
