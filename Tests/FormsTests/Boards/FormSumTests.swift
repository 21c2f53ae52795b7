import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Summary".
@Suite struct FormSumTests {
  private let version = FormVersion.of([
    .count("1"), .amount("2", decimals: 2), .formula("3", "[2] / [1] * 100", decimals: 1),
    .text("4"), .formula("5", "[1] - last([1])"),
  ])

  private let parts: [FormSum.Part] = [
    FormSum.Part(
      1, .accepted, ["1": Decimal(10), "2": Decimal(500, places: 2), "3": Decimal(500, places: 1)]),
    FormSum.Part(2, .accepted, ["1": Decimal(30), "3": Decimal(1, places: 1)]),
    FormSum.Part(3, .submitted, ["1": Decimal(5), "2": Decimal(100, places: 2)]),
    FormSum.Part(4, .returned, ["1": Decimal(1000)]), FormSum.Part(5, .missing),
    FormSum.Part(6, .draft, ["1": Decimal(1000)]),
  ]

  @Test("amounts are added, formulas computed from the sums and never added")
  func accepted() throws {
    let sum = try FormSum(version, parts)
    #expect(
      sum.total == [
        "1": Decimal(40), "2": Decimal(500, places: 2), "3": Decimal(125, places: 1),
      ])
    #expect(sum.over == [1, 2])
    #expect(sum.missing == [3, 4, 5, 6])
    #expect(sum.of == 6)
  }

  @Test("what is submitted counts where it is asked for, what is returned never")
  func submitted() throws {
    let sum = try FormSum(version, parts, .submitted, last: ["1": Decimal(40)])
    #expect(sum.over == [1, 2, 3])
    #expect(sum.missing == [4, 5, 6])
    #expect(sum.total["1"] == Decimal(45))
    #expect(sum.total["2"] == Decimal(600, places: 2))
    #expect(sum.total["3"] == Decimal(133, places: 1))
    #expect(sum.total["5"] == Decimal(5))
  }

  @Test("a line without any value has no sum, one with a zero has 0")
  func empty() throws {
    #expect(try FormSum(version, []).total.isEmpty)
    let sum = try FormSum(version, [FormSum.Part(1, .accepted, ["1": Decimal(0)])])
    #expect(sum.total == ["1": Decimal(0)])
  }

  @Test("a sum that does not fit names its line")
  func overflow() {
    let parts = [UnitID(1), 2].map { FormSum.Part($0, .accepted, ["1": Decimal(.max)]) }
    #expect(throws: FormOverflow(line: "1")) { try FormSum(version, parts) }
    let back = FormSum.Part(3, .accepted, ["1": Decimal(-.max)])
    #expect(throws: Never.self) { try FormSum(version, parts + [back]) }
  }
}
