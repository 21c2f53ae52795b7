import Testing

@testable import TargetEngine

/// "only print rounds, half away from zero, 0 decimals unless asked".
@Suite struct RatesTests {
  private func percent(_ actual: Int64, _ target: Int64, decimals: Int = 0) -> String? {
    completion(actual, of: target).percent(decimals: decimals)?.description
  }

  @Test(
    "40 of 79 → 51 %, 120 of 200 → 60 %, 53 of 64 → 83 %, 45 of 30 → 150 %",
    arguments: [
      (40, 79, "51"), (120, 200, "60"), (53, 64, "83"), (45, 30, "150"), (13, 64, "20"),
      (66, 128, "52"), (66, 192, "34"), (50, 69, "72"), (41, 80, "51"), (0, 79, "0"),
      (1, 200, "1"), (1, 201, "0"), (-1, 200, "-1"), (401, 400, "100"), (201, 200, "101"),
    ] as [(Int64, Int64, String)])
  func whole(actual: Int64, target: Int64, printed: String) {
    #expect(percent(actual, target) == printed)
  }

  @Test(
    "as many decimals as asked",
    arguments: [
      (40, 79, 1, "50.6"), (40, 79, 2, "50.63"), (13, 64, 1, "20.3"), (53, 64, 1, "82.8"),
      (66, 128, 1, "51.6"), (66, 192, 1, "34.4"), (45, 30, 1, "150.0"), (1, 3, 4, "33.3333"),
    ] as [(Int64, Int64, Int, String)])
  func asked(actual: Int64, target: Int64, decimals: Int, printed: String) {
    #expect(percent(actual, target, decimals: decimals) == printed)
  }

  @Test(
    "an unfinished target never prints as 100 %: where rounding would reach 100, it truncates",
    arguments: [
      (199, 200, 0, "99"), (995, 1000, 0, "99"), (994, 1000, 0, "99"), (9_999, 10_000, 0, "99"),
      (9_999, 10_000, 1, "99.9"), (9_999, 10_000, 2, "99.99"), (.max - 1, .max, 2, "99.99"),
      (985, 1000, 0, "99"), (200, 200, 0, "100"),
    ] as [(Int64, Int64, Int, String)])
  func unfinished(actual: Int64, target: Int64, decimals: Int, printed: String) {
    #expect(percent(actual, target, decimals: decimals) == printed)
  }

  @Test("rates above 100 % are shown as they are, with the excess: 45 of 30 → 超额 50 %")
  func excess() {
    #expect(completion(45, of: 30).excessPercent(decimals: 0)?.description == "50")
    #expect(completion(45, of: 30).status == .exceeded)
    #expect(completion(30, of: 30).excessPercent(decimals: 0) == nil)
    #expect(completion(29, of: 30).excessPercent(decimals: 0) == nil)
    #expect(completion(31, of: 30).excessPercent(decimals: 1)?.description == "3.3")
    #expect(completion(45, of: .own(30), .flow(1, .less)).excessPercent(decimals: 0) == nil)
  }

  @Test("JSON likewise: 6 decimals, and an unfinished rate never reaches 1")
  func json() {
    #expect(completion(40, of: 79).preciseRate?.shortest == "0.506329")
    #expect(completion(199, of: 200).preciseRate?.shortest == "0.995")
    #expect(completion(9_999_999, of: 10_000_000).preciseRate?.shortest == "0.999999")
    #expect(completion(.max - 1, of: .max).preciseRate?.shortest == "0.999999")
    #expect(completion(.max, of: .max).preciseRate?.shortest == "1")
    #expect(completion(2, of: 3).preciseRate?.shortest == "0.666667")
    #expect(completion(-2, of: 3).preciseRate?.shortest == "-0.666667")
  }

  @Test("rates ahead of the pace are told in percentage points: 40 of 79 in June, +0.6")
  func ahead() {
    #expect(completion(40, of: 79).ahead(decimals: 1)?.description == "0.6")
    #expect(completion(39, of: 79).ahead(decimals: 1)?.description == "-0.6")
    #expect(completion(40, of: .own(79, pace: .deadline)).ahead(decimals: 1)?.description == "50.6")
  }

  @Test("needed per month is rounded to 6 decimals in the indicator's unit; amounts are exact")
  func amounts() {
    #expect(fraction(39, 6).amount(decimals: 0, precise: true)?.shortest == "6.5")
    #expect(fraction(100, 3).amount(decimals: 0, precise: true)?.shortest == "33.333333")
    #expect(fraction(200, 3).amount(decimals: 2, precise: true)?.shortest == "0.666667")
    #expect(Fraction(1_300_000).amount(decimals: 2, precise: false)?.description == "13000.00")
    #expect(Fraction(1_300_000).amount(decimals: 2, precise: true)?.shortest == "13000")
  }

  @Test("unfinished is never printed as 100 nor written as 1; finished never as less")
  func random() {
    var random = SplitMix64(seed: 61)
    for _ in 0..<3000 {
      let target =
        random.chance(30) ? random.int64(1...300) : random.int64(1...1_000_000_000_000)
      let actual = target + random.int64(-30...30) * random.pick([0, 1, 1, 7])
      let it = completion(actual, of: target)
      let decimals = random.int(0...4)
      let hundred = Int64(["100", "1000", "10000", "100000", "1000000"][decimals])!
      let printed = it.percent(decimals: decimals)!
      let written = it.preciseRate!
      #expect((printed.units < hundred) == (actual < target), "\(actual)/\(target)")
      #expect((written.units < 1_000_000) == (actual < target), "\(actual)/\(target)")
      #expect(printed.places == decimals && written.places == 6)
    }
  }
}
