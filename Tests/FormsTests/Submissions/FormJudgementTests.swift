import TargetEngine
import Testing

@testable import Forms

/// Sources: `forms.md`, "Line", "Check", "Explicit zero".
@Suite struct FormJudgementTests {
  private func values(_ amounts: [LineNumber: Int64]) -> FormValues {
    amounts.mapValues { .amount(Decimal($0)) }
  }

  private func numbers(_ results: [CheckResult]) -> [String] {
    results.map { $0.check.rule.cells.joined(separator: " ") }
  }

  @Test("formulas are computed one after the other and rounded to their lines' decimals")
  func formulas() throws {
    let version = FormVersion.of([
      .formula("5", "[4] + 1", decimals: 1), .formula("4", "[1] / [2] * 100", decimals: 1),
      .count("1"), .count("2"), .formula("6", "[1] / 8"),
    ])
    let amounts = try version.computing(["1": Decimal(2), "2": Decimal(3), "5": Decimal(99)])
    #expect(amounts["4"] == Decimal(667, places: 1))
    // From the line as it is printed, so that a reader comes to the same.
    #expect(amounts["5"] == Decimal(677, places: 1))
    #expect(amounts["6"] == Decimal(0))
  }

  @Test(
    "half is rounded away from zero, as everywhere",
    arguments: [(1, "0.13"), (-1, "-0.13"), (4, "0.50"), (3, "0.38"), (0, "0.00")])
  func rounding(eighths: Int64, expected: String) throws {
    let version = FormVersion.of([.count("1"), .formula("2", "[1] / 8", decimals: 2)])
    #expect(try version.computing(["1": Decimal(eighths)])["2"]?.description == expected)
  }

  @Test("what has no value leaves formulas without one, and is no zero")
  func noValue() throws {
    let version = FormVersion.of([
      .count("1"), .count("2"), .formula("3", "[1] / [2]"), .formula("4", "[3] + 1"),
    ])
    #expect(try version.computing(["1": Decimal(1), "2": Decimal(0)]).keys.count == 2)
    #expect(try version.computing(["1": Decimal(1), "3": Decimal(7)]) == ["1": Decimal(1)])
  }

  @Test("an amount that does not fit is named, and breaks nothing")
  func overflow() throws {
    let version = FormVersion.of([.count("1"), .formula("2", "[1] * [1]")])
    #expect(throws: FormOverflow(line: "2")) {
      try version.judge(["1": .amount(Decimal(.max))])
    }
    #expect(throws: FormOverflow(line: "2")) { try version.computing(["1": Decimal(.min)]) }
  }

  @Test("an empty required line is no submission, an explicit zero is")
  func required() throws {
    let version = FormVersion.of([
      .count("1", isRequired: true), .text("2", isRequired: true), .count("3"),
      .formula("4", "[1] / [3]"),
    ])
    let empty = try version.judge(["3": .amount(Decimal(5))])
    #expect(empty.missing == ["1", "2"])
    #expect(!empty.isComplete)
    let zero = try version.judge(["1": .amount(Decimal(0)), "2": .text("无")])
    #expect(zero.missing.isEmpty && zero.isComplete)
    #expect(zero.values["4"] == nil)
  }

  @Test("what the form has no place for is named, as of a draft made before the form changed")
  func misplaced() throws {
    let version = FormVersion.of([
      .count("1"), .text("2"), FormLine("3", Text("有无", "Any"), .choice(["有", "无"])),
      .amount("4", decimals: 2), FormLine("5", Text("日期", "Day"), .day),
    ])
    let fine: FormValues = [
      "1": .amount(Decimal(1)), "2": .text("x"), "3": .choice("有"), "4": .amount(Decimal(5)),
      "5": .day(day("2021-07-05")),
    ]
    #expect(try version.judge(fine).isComplete)
    let judged = try version.judge([
      "10": .amount(Decimal(1)), "9": .text("x"), "1": .amount(Decimal(15, places: 1)),
      "2": .amount(Decimal(1)), "3": .choice("不详"), "5": .text("x"), "合计": .amount(Decimal(1)),
    ])
    #expect(judged.misplaced == ["1", "2", "3", "5", "9", "10", "合计"])
    #expect(!judged.isComplete)
  }

  @Test("a formula is never asked for, nor taken from what was written")
  func formulasAreNotAsked() throws {
    var line = FormLine.formula("2", "1 / [1]")
    line.isRequired = true
    let judged = try FormVersion.of([.count("1"), line]).judge(values(["1": 0, "2": 5]))
    #expect(judged.missing.isEmpty)
    #expect(judged.values["2"] == nil)
  }

  @Test("a nil return is 0 for each amount; texts may stay empty")
  func nilReturn() throws {
    let version = FormVersion.of(
      [
        .count("1", isRequired: true), .amount("2", decimals: 2), .text("3", isRequired: true),
        FormLine("4", Text("日期", "Day"), .day, isRequired: true), .formula("5", "[1] + [2]"),
        .formula("6", "[1] / [2]"), .count("7", try LineSource("indicator a.b level")),
      ], checks: [.of("[1]", "=", "[2]"), .of("[6]", ">", "0")])
    let values = try version.nilReturn()
    #expect(
      values == [
        "1": .amount(Decimal(0)), "2": .amount(Decimal(0, places: 2)), "5": .amount(Decimal(0)),
        "7": .amount(Decimal(0)),
      ])
    #expect(try version.judge(values, isNil: true).isComplete)
    #expect(try version.judge(values).missing == ["3", "4"])
    #expect(try version.judge(["2": .amount(Decimal(0))], isNil: true).missing == ["1"])
  }

  @Test(
    "another number than a line's source has is told with both; an empty line is filled from it")
  func sources() throws {
    let version = FormVersion.of([
      .count("1"), .count("2", try LineSource("indicator a.b level")),
      .amount("3", decimals: 2, try LineSource("count a.b")), .formula("4", "[2] + 1"),
    ])
    let sourced: FormAmounts = [
      "1": Decimal(9), "2": Decimal(12), "3": Decimal(3), "4": Decimal(9),
    ]
    let same: FormValues = ["2": .amount(Decimal(12)), "3": .amount(Decimal(300, places: 2))]
    #expect(try version.judge(same, sourced: sourced).differing.isEmpty)
    let other = try version.judge(["2": .amount(Decimal(11))], sourced: sourced)
    #expect(
      other.differing == [SourceDifference(line: "2", sourced: Decimal(12), written: Decimal(11))])
    #expect(other.values["3"] == .amount(Decimal(300, places: 2)))
    // A typed line has a figure where its unit reports by list.
    #expect(other.values["1"] == .amount(Decimal(9)))
    #expect(other.isComplete && !other.canBeSent)
    let explained = try version.judge(
      ["2": .amount(Decimal(11))], explanations: ["2": "一处已撤"], sourced: sourced)
    #expect(explained.canBeSent)
    let none = try version.judge(version.nilReturn(), isNil: true, sourced: sourced)
    #expect(none.differing.map(\.line) == ["1", "2", "3"])
    #expect(try version.judge(same).differing.isEmpty)
  }

  @Test("a figure is compared and filled in with the decimals of its line")
  func finerFigures() throws {
    let version = FormVersion.of([
      .amount("1", decimals: 1, try LineSource("indicator a.rate level"))
    ])
    let sourced: FormAmounts = ["1": Decimal(984_375, places: 4)]
    let judged = try version.judge([:], sourced: sourced)
    #expect(judged.values["1"] == .amount(Decimal(984, places: 1)))
    #expect(judged.canBeSent)
    #expect(try version.judge(judged.values, sourced: sourced).differing.isEmpty)
  }

  @Test("zeros beyond a line's decimals say nothing")
  func zerosBeyond() throws {
    let judged = try FormVersion.of([.count("1")]).judge(["1": .amount(Decimal(1200, places: 2))])
    #expect(judged.values["1"] == .amount(Decimal(12)))
    #expect(judged.isComplete)
  }

  @Test(
    "what stands in a formula's cell counts for nothing, and is a difference where it is another")
  func formulaCells() throws {
    let version = FormVersion.of([.count("1"), .formula("2", "[1] * 2")])
    #expect(try version.judge(["1": .amount(Decimal(3)), "2": .text("见附表")]).canBeSent)
    #expect(try version.judge(values(["1": 3, "2": 6])).canBeSent)
    let other = try version.judge(values(["1": 3, "2": 7]))
    #expect(
      other.openDifferences == [
        SourceDifference(line: "2", sourced: Decimal(6), written: Decimal(7))
      ])
    #expect(other.values["2"] == .amount(Decimal(6)))
  }

  @Test("a form handed back unfilled is no submission")
  func unfilled() throws {
    let version = FormVersion.of([.count("1"), .count("2", try LineSource("indicator a.b level"))])
    #expect(try version.judge([:], sourced: ["2": Decimal(3)]).isEmpty)
    #expect(try !version.judge([:], sourced: ["2": Decimal(3)]).isComplete)
    #expect(try version.judge(values(["1": 0])).isComplete)
  }

  @Test("an explanation of any line that a soft check names explains it")
  func explanations() throws {
    let version = FormVersion.of(
      [.count("1"), .count("2")], checks: [.of("[1]", "<=", "[2]", .soft)])
    let written = values(["1": 5, "2": 4])
    #expect(try version.judge(written).openQuestions.count == 1)
    #expect(try version.judge(written, explanations: ["2": "含流动人口"]).canBeSent)
    #expect(try version.judge(written, explanations: ["3": "x"]).openQuestions.count == 1)
  }

  @Test("a hard check refuses, a soft one asks, each with both values")
  func checks() throws {
    let version = FormVersion.of(
      [.count("1"), .count("2"), .formula("3", "[1] + [2]")],
      checks: [
        .of("[2]", "<=", "[1]"), .of("[3]", "<", "10", .soft), .of("[1] / 3", ">=", "0"),
      ])
    let judged = try version.judge(values(["1": 4, "2": 7]))
    #expect(numbers(judged.refusals) == ["[2] <= [1]"])
    #expect(numbers(judged.questions) == ["[3] < 10"])
    #expect(judged.checks.map(\.verdict) == [.broken, .broken, .kept])
    #expect(judged.refusals.first?.left == Fraction(7))
    #expect(judged.refusals.first?.right == Fraction(4))
    #expect(judged.checks.last?.left == Fraction(4, over: 3))
    #expect(!judged.isComplete)
    #expect(try version.judge(values(["1": 7, "2": 7])).isComplete)
  }

  @Test(
    "each relation holds as it is written",
    arguments: [
      ("=", [false, true, false]), ("<=", [true, true, false]), ("<", [true, false, false]),
      (">=", [false, true, true]), (">", [false, false, true]),
    ])
  func relations(sign: String, expected: [Bool]) throws {
    let check = FormCheck.of("[1] / 3", sign, "1 / 3")
    let verdicts = (0...2).map { check.judge(["1": Decimal(Int64($0))]).verdict }
    #expect(verdicts == expected.map { $0 ? .kept : .broken })
  }

  @Test("a side without a value leaves a check open, and open refuses nothing")
  func open() throws {
    let version = FormVersion.of(
      [.count("1"), .count("2")], checks: [.of("[1]", "<=", "[2]"), .of("[1]", ">", "last([1])")])
    let judged = try version.judge(values(["1": 4]))
    #expect(judged.checks.map(\.verdict) == [.open, .open])
    #expect(judged.checks.first?.left == Fraction(4))
    #expect(judged.checks.first?.right == nil)
    #expect(judged.isComplete && judged.questions.isEmpty)
  }

  @Test(
    "change asks where a line differs by more than so many percent from the period before",
    arguments: [
      (100, 120, CheckResult.Verdict.kept), (100, 121, .broken), (100, 80, .kept),
      (100, 79, .broken), (0, 0, .kept), (0, 1, .broken), (-100, -120, .kept),
      (-100, -121, .broken), (-100, 100, .broken), (3, 3, .kept), (5, 6, .kept), (6, 5, .kept),
    ])
  func change(last: Int64, now: Int64, verdict: CheckResult.Verdict) {
    let result = FormCheck.of("[4]", "change", "20%", .soft)
      .judge(["4": Decimal(now)], last: ["4": Decimal(last)])
    #expect(result.verdict == verdict)
    #expect((result.left, result.right) == (Fraction(now), Fraction(last)))
  }

  @Test("without a period before there is nothing to differ from")
  func firstPeriod() {
    let check = FormCheck.of("[4]", "change", "20%", .soft)
    #expect(check.judge(["4": Decimal(5)]).verdict == .open)
    #expect(check.judge([:], last: ["4": Decimal(5)]).verdict == .open)
  }
}
