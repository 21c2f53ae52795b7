import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// `registers.md`: "`cohorts` prints the indicators' own figures (numbers told by units included)".
@Suite struct CohortFigureTests {
  private static let columns = [
    ("enrolled", "workforce.enrolled"), ("contracted", "workforce.contracted"),
    ("graduated", "workforce.graduated"), ("posted", "workforce.posted"),
  ]

  @Test("a row of cohorts and the line of its plan year are equal", arguments: 1...6)
  func lines(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let fixture = try RecordFixture(today: "2022-12-31")
    let desk = fixture.desk
    for _ in 0..<24 {
      let year = Int.random(in: 2019...2022, using: &random)
      let day = { (random: inout SplitMix, from: Int) in
        "\(Int.random(in: from...2022, using: &random))-0\(Int.random(in: 3...9, using: &random))-15"
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        _ = try desk.setTarget(
          "workforce.enrolled", amount: "\(Int.random(in: 0...20, using: &random))",
          unit: ["d", "t1", "t2", "v3"].randomElement(using: &random), year: year,
          draft: TargetDraft(amount: 0))
      case 1:
        let (_, indicator) = CohortFigureTests.columns.randomElement(using: &random) ?? ("", "")
        _ = try desk.log(
          indicator, "\(Int.random(in: -2...9, using: &random))",
          unit: ["v1", "t1", "d"].randomElement(using: &random),
          on: try DeskTests.day(day(&random, 2020)), year: year, note: "", isLevel: false)
      default:
        try fixture.add(
          "workforce.trainee", "person=学员\(random.next() % 1_000_000)", "cohort=\(year)",
          "college=卫校", "home=\(["v2", "v3", "v4"].randomElement(using: &random) ?? "v2")",
          "enrolled-on=\(day(&random, 2021))")
      }
    }
    for text in ["2021-04-30", "2021-06-15", "2022-06-14", "2022-12-31"] {
      for unit in ["d", "t1", "t2", "v3"] {
        try expectEqual(desk, unit, try day(text), "seed \(seed), \(unit) on \(text)")
      }
    }
  }

  private func expectEqual(_ desk: Desk, _ unit: String, _ day: Day, _ context: String) throws {
    let question = try #require(Suite.module("workforce")?.questions.first { $0.name == "cohorts" })
    let scope = try desk.scope(on: day, unit: unit)
    let answer = try question.answer(scope, StoredRecords(desk.ledger))
    var rows: [Int64: [Datum]] = [:]
    for row in answer.rows { rows[row[0].number] = row }
    let place = { (name: String) in try #require(answer.columns.firstIndex { $0.name == name }) }
    for year in 2019...day.year {
      let row = rows[Int64(year)]
      for (column, code) in CohortFigureTests.columns {
        let line = try desk.line(
          try desk.indicator(code), of: try desk.unit(unit).unit, on: day, year: year)
        guard case .amount(let actual) = line.actual else { continue }
        #expect(try row?[place(column)].number ?? 0 == actual, "\(context): \(code) \(year)")
        guard code == "workforce.enrolled", line.plan?.amount != nil || row != nil else { continue }
        let quota = try #require(row)[place("quota")]
        #expect(
          quota == (line.plan.map { .int($0.amount) } ?? .empty), "\(context): quota \(year)")
      }
    }
  }

  @Test("a year that is no year is a cohort without one before it")
  func anyYear() throws {
    for year in [Int64.min, .max, -1] {
      let fixture = try RecordFixture()
      _ = try fixture.desk.log(
        "workforce.enrolled", "3", unit: "v1", on: try day("2021-03-01"), year: nil, note: "",
        isLevel: false)
      try fixture.execute("UPDATE total SET plan_year = \(year)")
      let question = try #require(
        Suite.module("workforce")?.questions.first { $0.name == "cohorts" })
      let scope = try fixture.desk.scope(on: day("2021-06-30"), unit: nil)
      _ = try? question.answer(scope, StoredRecords(fixture.desk.ledger))
    }
  }
}
