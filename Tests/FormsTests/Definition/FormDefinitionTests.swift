import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "A definition has versions".
@Suite struct FormDefinitionTests {
  private let first = FormVersion.of(
    [.count("1"), .count("1.1"), .count("1.2"), .formula("2", "[1.1] + [1.2]"), .count("合计")],
    checks: [.of("[1]", ">=", "[2]"), .of("[1]", "change", "20%", .soft)])

  private func numbers(_ version: FormVersion) -> String {
    version.lines.map { "\($0.number)" }.joined(separator: " ")
  }

  @Test("what changes holds from its period on, and what came before stays for ever")
  func fromAPeriodOn() throws {
    var form = try FormDefinition.of(first)
    var change = FormChange(from: day("2022-01-01"))
    change.title = Text("新版", "New")
    change.document = "宣工发〔2021〕9号"
    change.due = FormDue("+1-10")
    change.owing = FormOwing(units: [7])
    change.lines = [.set(.count("1.3")), .end("合计")]
    try form.change(change)

    let before = form.version(of: period("2021-12", .month))
    #expect(before == first)
    let after = form.version(of: period("2022-01", .month))
    #expect(numbers(after) == "1 1.1 1.2 1.3 2")
    #expect(after.title == Text("新版", "New"))
    #expect(after.document == "宣工发〔2021〕9号")
    #expect(after.due == FormDue("+1-10"))
    #expect(after.owing == FormOwing(units: [7]))
    #expect(after.checks == first.checks)
    #expect(form.version(of: period("2030-01", .month)) == after)
  }

  @Test("a line that is told again keeps its place; the others go on")
  func replaced() throws {
    var form = try FormDefinition.of(first)
    var change = FormChange(from: day("2022-01-01"))
    change.lines = [.set(.amount("1.1", decimals: 2, isRequired: true))]
    try form.change(change)
    let after = form.version(of: period("2022-01", .month))
    #expect(numbers(after) == "1 1.1 1.2 2 合计")
    #expect(after["1.1"] == .amount("1.1", decimals: 2, isRequired: true))
    #expect(after["1.2"] == first["1.2"])
    #expect(after["9"] == nil)
  }

  @Test(
    "a new line stands before the first with a higher number, else at the end",
    arguments: [
      ("1.10", "1 1.1 1.2 1.10 2 合计"), ("0", "0 1 1.1 1.2 2 合计"), ("1.1.1", "1 1.1 1.1.1 1.2 2 合计"),
      ("3", "1 1.1 1.2 2 合计 3"), ("备注", "1 1.1 1.2 2 合计 备注"),
    ])
  func placed(number: String, expected: String) throws {
    var form = try FormDefinition.of(first)
    var change = FormChange(from: day("2022-01-01"))
    change.lines = [.set(.count(LineNumber(number)!))]
    try form.change(change)
    #expect(numbers(form.version(of: period("2022-01", .month))) == expected)
  }

  @Test("a check of the same rule is told again; another is added; one can be ended")
  func checks() throws {
    var form = try FormDefinition.of(first)
    var change = FormChange(from: day("2022-01-01"))
    change.checks = [
      .set(.of("[1]", ">=", "[2]", .soft)), .set(.of("[1.1]", ">", "0")),
      .end(first.checks[1].rule),
    ]
    try form.change(change)
    #expect(
      form.version(of: period("2022-01", .month)).checks
        == [.of("[1]", ">=", "[2]", .soft), .of("[1.1]", ">", "0")])
    #expect(form.version(of: period("2021-01", .month)).checks == first.checks)
  }

  @Test("changes build on each other by their first day, in whatever order they are told")
  func several() throws {
    var form = try FormDefinition.of(first)
    var later = FormChange(from: day("2023-01-01"))
    later.lines = [.set(.count("5"))]
    var earlier = FormChange(from: day("2022-01-01"))
    earlier.lines = [.set(.count("4"))]
    var sameDay = FormChange(from: day("2022-01-01"))
    sameDay.lines = [.end("4"), .set(.count("6"))]
    for change in [later, earlier, sameDay] { try form.change(change) }
    #expect(form.changes.map(\.from.year) == [2022, 2022, 2023])
    #expect(numbers(form.version(of: period("2022-06", .month))) == "1 1.1 1.2 2 合计 6")
    #expect(numbers(form.version(of: period("2023-01", .month))) == "1 1.1 1.2 2 合计 5 6")
  }

  @Test("a change begins with a period, and so does a form")
  func withinAPeriod() throws {
    var form = try FormDefinition.of(.of([.count("1")], due: FormDue("11-11")), .year)
    var change = FormChange(from: day("2022-03-01"))
    change.lines = [.set(.count("2"))]
    #expect(throws: FormFault.fromWithinPeriod) { try form.change(change) }
    #expect(throws: FormFault.fromWithinPeriod) {
      try FormDefinition("a", module: "b", every(.month), form.first, from: day("2021-06-02"))
    }
    let asked = try FormDefinition(
      "a", module: "b", every(.month), .of([.count("1")]), from: day("2021-06-01"))
    #expect(!asked.isAsked(for: period("2021-05", .month)))
    #expect(asked.isAsked(for: period("2021-06", .month)))
  }

  @Test("of what is asked once the day asked about decides")
  func events() throws {
    var form = try FormDefinition.of(.of([.count("1")], due: nil), .once)
    var change = FormChange(from: day("2021-07-26"))
    change.lines = [.set(.count("2"))]
    try form.change(change)
    #expect(form.version(of: period("烟花/2021-07-25T18", .once)).lines.count == 1)
    #expect(form.version(of: period("烟花/2021-07-26T08", .once)).lines.count == 2)
  }

  @Test("a change with a fault changes nothing, also where only a later version has it")
  func refused() throws {
    var form = try FormDefinition.of(first)
    var later = FormChange(from: day("2023-01-01"))
    later.lines = [.set(.formula("3", "[合计] * 2"))]
    try form.change(later)
    let before = form
    var change = FormChange(from: day("2022-01-01"))
    change.lines = [.end("合计")]
    #expect(throws: FormFault.line("3", .formulaOfNoLine("合计"))) { try form.change(change) }
    change.lines = [.end("1.2")]
    #expect(throws: FormFault.line("2", .formulaOfNoLine("1.2"))) { try form.change(change) }
    change.lines = [.end("1")]
    #expect(throws: FormFault.checkOfNoLine(first.checks[0].rule, "1")) {
      try form.change(change)
    }
    change.lines = [.end("8")]
    #expect(throws: FormFault.endsNoLine("8")) { try form.change(change) }
    change.lines = [.end("合计"), .set(.count("合计"))]
    #expect(throws: FormFault.changedTwice) { try form.change(change) }
    change.lines = []
    change.checks = [.end(FormCheck.of("1", "=", "1").rule)]
    #expect(throws: FormFault.endsNoCheck(FormCheck.of("1", "=", "1").rule)) {
      try form.change(change)
    }
    #expect(form == before)
  }
}
