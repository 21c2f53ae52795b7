import Testing

@testable import TargetEngine

/// Inputs that random bytes arrived at and that look like something else than they are.
@Suite struct OddInputTests {
  private func read(_ text: String, _ decimals: Int) -> Result<Int64, AmountFault> {
    Result { () throws(AmountFault) in try Amount.parse(text, decimals: decimals) }
  }

  @Test("leading zeros do not use up the 64 bits")
  func leadingZeros() {
    #expect(read("07203685458077580820", 0) == .success(7_203_685_458_077_580_820))
    #expect(read("0004786797451728101504.00", 0) == .success(4_786_797_451_728_101_504))
    #expect(read("0923327203685477580820", 0) == .failure(.overflow))
  }

  @Test("the same digits fit with few decimals and overflow with more")
  func digitsAndDecimals() {
    #expect(read("88888888888888888.00", 2) == .success(8_888_888_888_888_888_800))
    #expect(read("88888888888888888.00", 4) == .failure(.overflow))
    #expect(read("-922337203685477580.7", 1) == .success(-.max))
    #expect(read("-922337203685477580.8", 2) == .failure(.overflow))
  }

  @Test("excess decimals are told before overflow, since more digits cannot mend them")
  func twoFaults() {
    #expect(read("922337203854758078．4", 0) == .failure(.tooManyDecimals(allowed: 0)))
    #expect(read("99999999999999999999.9", 0) == .failure(.tooManyDecimals(allowed: 0)))
  }

  @Test("zeros say nothing, however many")
  func zeros() {
    #expect(read("0.000000000000000000000000000", 0) == .success(0))
    #expect(read("−0.0", 0) == .success(0))
    #expect(read("1,234.46910", 4) == .success(12_344_691))
    #expect(read("1,234.46910", 3) == .failure(.tooManyDecimals(allowed: 3)))
  }

  @Test("both widths may meet in one number")
  func mixedWidths() {
    #expect(read("3１93.１903", 4) == .success(31_931_903))
    #expect(read("-16802386１.903", 4) == .success(-1_680_238_619_030))
    #expect(read("1，234,567", 0) == .success(1_234_567))
    #expect(read("１，23", 0) == .failure(.notANumber))
  }

  @Test("a day is also a number; a number is a day only when the calendar has it")
  func daysAndNumbers() {
    #expect(Day("20120218") == day("2012-02-18"))
    #expect(read("20120218", 0) == .success(20_120_218))
    #expect(Day("20220291") == nil)
    #expect(Month("202108") == month("2021-08"))
    #expect(Day("202108") == nil && Period("20210801") == nil)
  }

  @Test("a pace may be read that no plan year can have: its days and shares must ascend")
  func unfitPaces() throws {
    for text in ["06-2:+2;06-2:+0", "02-3:2;02-3:2", "03-1:20%;05-31:0", "07-2:2;4-3:2"] {
      let pace = try #require(Pace(text))
      #expect(!pace.fits(due: day("2021-12-31"), from: month("2021-01")), "\(text)")
    }
    #expect(Pace("3-1:2．01")?.description == "03-01:2.01%")
    #expect(Pace("10-2:0")?.description == "10-02:0%")
  }
}
