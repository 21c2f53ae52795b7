import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Compare".
@Suite struct FormComparisonTests {
  @Test("each line has what was, what is and the difference")
  func rows() {
    let version = FormVersion.of([
      .count("1"), .amount("2", decimals: 2), .text("3"), .count("4"), .count("5"),
    ])
    let comparison = FormComparison(
      version,
      old: [
        "1": .amount(Decimal(5)), "2": .amount(Decimal(5)), "3": .text("甲"),
        "4": .amount(Decimal(.min)), "9": .amount(Decimal(1)), "7": .text("旧"),
      ],
      new: [
        "1": .amount(Decimal(5)), "2": .amount(Decimal(650, places: 2)), "3": .text("乙"),
        "4": .amount(Decimal(.max)), "5": .amount(Decimal(0)),
      ])
    #expect(comparison.rows.map(\.line) == ["1", "2", "3", "4", "5", "7", "9"])
    #expect(
      comparison.rows.map { $0.change?.description }
        == ["0", "1.50", nil, nil, nil, nil, nil])
    #expect(comparison.rows.map(\.isChanged) == [false, true, true, true, true, true, true])
    #expect(comparison.rows[4].old == nil)
    #expect(comparison.rows[5].new == nil)
  }
}
