import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "exact; a division by 0 gives no value".
@Suite struct FormulaValueTests {
  private func value(
    _ text: String, _ amounts: FormAmounts = [:], last: FormAmounts = [:]
  ) throws -> Fraction? {
    try Formula(text).value(amounts, last: last)
  }

  @Test("values are exact: thirds add up")
  func exact() throws {
    let amounts: FormAmounts = ["1": amount("1"), "2": amount("3")]
    #expect(try value("[1] / [2] + [1] / [2] + [1] / [2]", amounts) == .one)
    #expect(try value("0.1 + 0.2 - 0.3") == .zero)
    #expect(try value("([1] - [2]) * 100 / 7", amounts) == Fraction(-200, over: 7))
  }

  @Test("amounts count with their decimal places")
  func places() throws {
    let amounts: FormAmounts = ["1": amount("13.5", places: 2), "2": amount("2")]
    #expect(try value("[1] * [2]", amounts) == Fraction(27))
  }

  @Test("last is what was accepted of the period before")
  func last() throws {
    let (now, last): (FormAmounts, FormAmounts) = (["3": amount("12")], ["3": amount("10")])
    #expect(try value("[3] - last([3])", now, last: last) == Fraction(2))
    #expect(try value("[3] - last([3])", now) == nil)
  }

  @Test(
    "there is no value of a missing line, nor over 0",
    arguments: [
      "[9]", "[9] * 0", "0 * last([1])", "1 / 0", "1 / ([1] - [1])", "0 / 0", "2 + 1 / [2]",
    ])
  func none(text: String) throws {
    #expect(try value(text, ["1": amount("5"), "2": amount("0")]) == nil)
  }

  @Test("numbers beyond 64 bits are passed through and do no harm")
  func wide() throws {
    let most = Decimal(.max)
    #expect(try value("[1] * [1] * [1] / [1] / [1]", ["1": most]) == Fraction(.max))
    #expect(try value("[1] - [2]", ["1": most, "2": Decimal(.min)])?.rounded(places: 0) == nil)
  }
}
