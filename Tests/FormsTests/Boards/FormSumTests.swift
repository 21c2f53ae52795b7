import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Summary".
@Suite struct FormSumTests {
  private let version = FormVersion.of([
    .count("1"), .amount("2", decimals: 2), .formula("3", "[2] / [1] * 100", decimals: 1),
    .text("4"), .formula("5", "[1] - last([1])"),
  ])

  private var parts: [FormSum.Part] {
    [
      part(
        1, .accepted,
        ["1": Decimal(10), "2": Decimal(500, places: 2), "3": Decimal(500, places: 1)]),
      part(2, .accepted, ["1": Decimal(30), "3": Decimal(1, places: 1)]),
      part(3, .submitted, ["1": Decimal(5), "2": Decimal(100, places: 2)]),
      part(4, .returned, ["1": Decimal(1000)]), FormSum.Part(5, .missing),
      part(6, .draft, ["1": Decimal(1000)]),
    ]
  }

  private func part(
    _ unit: UnitID, _ state: FormState, _ amounts: FormAmounts, listed: Set<LineNumber> = [],
    above: Set<UnitID> = []
  ) -> FormSum.Part {
    FormSum.Part(unit, state, LineAmounts(version, amounts), listed: listed, above: above)
  }

  @Test("amounts are added, formulas computed from the sums and never added")
  func accepted() {
    let sum = FormSum(version, parts)
    #expect(
      sum.total == [
        "1": Decimal(40), "2": Decimal(500, places: 2), "3": Decimal(125, places: 1),
      ])
    #expect(sum.over == [1, 2])
    #expect(sum.missing == [3, 4, 5, 6])
    #expect(sum.of == 6)
  }

  @Test("what is submitted counts where it is asked for, what is returned never")
  func submitted() {
    let sum = FormSum(version, parts, .submitted, last: ["1": Decimal(40)])
    #expect(sum.over == [1, 2, 3])
    #expect(sum.missing == [4, 5, 6])
    #expect(sum.total["1"] == Decimal(45))
    #expect(sum.total["2"] == Decimal(600, places: 2))
    #expect(sum.total["3"] == Decimal(133, places: 1))
    #expect(sum.total["5"] == Decimal(5))
  }

  @Test("what a unit had sent that ended is in the sum where it is taken, and is not owed")
  func ended() {
    var parts = parts
    for place in [1, 2, 3] { parts[place].isOwed = false }
    let sum = FormSum(version, parts)
    #expect(sum.total["1"] == Decimal(40))
    #expect((sum.over, sum.ended, sum.waiting) == ([1, 2], [2], [3]))
    #expect((sum.missing, sum.of, sum.owedOver) == ([5, 6], 3, 1))
  }

  @Test("a line without any value has no sum, one with a zero has 0")
  func empty() {
    #expect(FormSum(version, []).total.isEmpty)
    let sum = FormSum(version, [part(1, .accepted, ["1": Decimal(0)])])
    #expect(sum.total == ["1": Decimal(0)])
  }

  @Test("a line whose sum does not fit has none and is named, and the others are summed")
  func overflow() {
    let own = ["1": Decimal(.max), "2": Decimal(100, places: 2)] as FormAmounts
    let sum = FormSum(version, [UnitID(1), 2].map { part($0, .accepted, own) })
    #expect(sum.overflown == ["1"])
    #expect(sum.total == ["2": Decimal(200, places: 2)])
    let back = part(3, .accepted, ["1": Decimal(-.max)])
    #expect(FormSum(version, parts + [back]).overflown.isEmpty)
    let most = FormSum(
      version, [part(1, .accepted, ["1": Decimal(1), "2": Decimal(.max, places: 2)])])
    #expect(most.overflown == ["3"])
    #expect(most.total == ["1": Decimal(1), "2": Decimal(.max, places: 2)])
  }

  @Test("lines that formulas need and that some units left empty are told with these")
  func gaps() {
    let gap = FormSum.Gap(line: "2", units: [2], formulas: ["3"])
    #expect(FormSum(version, parts).gaps == [gap])
    #expect(FormSum(version, [parts[0]]).gaps.isEmpty)
    // Nobody's figure is no sum of the others'.
    #expect(FormSum(version, [parts[1]]).gaps.isEmpty)
  }

  @Test("what a list of a unit above has is not added once more, what people typed is")
  func listed() {
    let village = ["1": Decimal(3), "2": Decimal(100, places: 2)] as FormAmounts
    let town = ["1": Decimal(8), "2": Decimal(250, places: 2)] as FormAmounts
    func total(_ ofVillage: Set<LineNumber>, _ ofTown: Set<LineNumber>) -> FormAmounts {
      FormSum(
        version,
        [
          part(1, .accepted, village, listed: ofVillage, above: [2, 3]),
          part(2, .accepted, town, listed: ofTown, above: [3]),
        ]
      ).total
    }
    #expect(total([], [])["1"] == Decimal(11))
    #expect(total(["1"], [])["1"] == Decimal(11))
    #expect(total(["1"], ["1"])["1"] == Decimal(8))
    #expect(total([], ["1"])["1"] == Decimal(8))
    #expect(total(["1"], ["1"])["2"] == Decimal(350, places: 2))
  }
}
