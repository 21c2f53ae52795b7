import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Sums beside the period before. Source: `forms.md`, "Summary".
@Suite struct FormSumLastTests {
  private let world: FormWorld

  init() throws {
    world = try FormWorld()
    let growing = try FormDefinition(
      "growing", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("增减", "Growing"), due: FormDue("+1-05"),
        owing: FormOwing(kinds: [.township, .village]),
        lines: [
          FormLine(try number("1"), Text("人数", "People"), .amount(decimals: 0, measure: "人")),
          FormLine(
            try number("2"), Text("比上期", "Since"), .amount(decimals: 0, measure: "人"),
            source: try LineSource("formula [1] - last([1])")),
        ]))
    try world.write { try $0.set(growing) }
  }

  private func answer(_ unit: String, _ month: String, _ people: Int64) throws {
    try world.step(.submit(), "growing", month, unit, ["1": people])
    try world.step(.accept, "growing", month, unit)
  }

  @Test("what needs a period before by itself is that of the printed totals")
  func chained() throws {
    let two = try DeskTests.number("2")
    let chained = try FormDefinition(
      "chained", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("链", "Chained"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [
          FormLine(try number("1"), Text("人数", "People"), .amount(decimals: 0, measure: "人")),
          FormLine(
            two, Text("比上期", "Since"), .amount(decimals: 0, measure: "人"),
            source: try LineSource("formula [1] - last([1])")),
          FormLine(
            try number("3"), Text("上期比", "Before"), .amount(decimals: 0, measure: "人"),
            source: try LineSource("formula last([2])")),
          FormLine(
            try number("4"), Text("定数", "Constant"), .amount(decimals: 0, measure: "人"),
            source: try LineSource("formula 3")),
          FormLine(
            try number("5"), Text("上期定数", "Constant before"), .amount(decimals: 0, measure: "人"),
            source: try LineSource("formula last([4])")),
        ]))
    try world.write { try $0.set(chained) }
    for (month, people) in [("2021-01", 10), ("2021-02", 40), ("2021-03", 45)] as [(String, Int64)]
    {
      for unit in ["v1", "v2"] {
        _ = try world.desk.fillForm(
          "chained", month, unit: unit, ["1=\(people)"], isDraft: false)
        try world.step(.accept, "chained", month, unit)
      }
    }
    let february = try world.desk.formSum("chained", "2021-02").sum.total
    #expect(february[two] == Decimal(60))
    let march = try world.desk.formSum("chained", "2021-03").sum.total
    #expect(march[try number("3")] == Decimal(60))
    #expect(march[try number("5")] == Decimal(3))
    // Of nobody's period before there is nothing, whatever a constant makes of it.
    let january = try world.desk.formSum("chained", "2021-01").sum.total
    #expect(january[try number("5")] == nil)
  }

  @Test("the period before is that of the units that are in the sum")
  func sameUnits() throws {
    for (unit, people) in [("t1", 100), ("v1", 20), ("v2", 30)] as [(String, Int64)] {
      try answer(unit, "2021-05", people)
    }
    try answer("t1", "2021-06", 90)
    try answer("v1", "2021-06", 25)
    // v2 is missing now: what it had is not what is gone.
    let two = try number("2")
    let sum = try world.desk.formSum("growing", "2021-06")
    #expect(sum.sum.total[two] == Decimal(-5))
    #expect(sum.lastOver == 2)
    // Without anything of a unit's period before its number is all new, which is told.
    try answer("t2", "2021-06", 7)
    let more = try world.desk.formSum("growing", "2021-06", by: .township)
    #expect(more.sum.total[two] == Decimal(2))
    #expect(more.lastOver == 2 && more.sum.over.count == 3)
  }
}
