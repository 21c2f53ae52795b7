import TargetEngine
import Testing

@testable import Forms

/// What no definition may have.
@Suite struct FormFaultTests {
  private func fault(_ lines: [FormLine], _ checks: [FormCheck] = []) -> FormFault? {
    fault(.of(lines, checks: checks))
  }

  private func fault(_ version: FormVersion, _ cycle: FormCycle = .month) -> FormFault? {
    do {
      _ = try FormDefinition.of(version, cycle)
      return nil
    } catch { return error }
  }

  @Test("a form has a code, a title and lines")
  func names() {
    for code in ["", " ", "two words"] {
      #expect(throws: FormFault.noCode) {
        try FormDefinition(code, module: "union", every(.month), .of([.count("1")]))
      }
    }
    var untitled = FormVersion.of([.count("1")])
    untitled.title = Text(" ", "")
    #expect(fault(untitled) == .noTitle)
    #expect(fault([]) == .noLines)
    #expect(fault((0...1000).map { .count(LineNumber("\($0)")!) }) == .mostLines(1000))
    var line = FormLine.count("1")
    line.title = Text("", "")
    #expect(fault([line]) == .line("1", .noTitle))
    line.title = Text("人数", "")
    #expect(fault([line]) == nil)
  }

  @Test("all but what is asked once have a due day of their own, and one that comes again")
  func due() {
    #expect(fault(.of([.count("1")], due: nil)) == .noDue)
    #expect(fault(.of([.count("1")], due: nil), .once) == nil)
    #expect(fault(.of([.count("1")], due: FormDue("2021-07-25"))) == .dueOfOnePeriod)
    #expect(fault(.of([.count("1")], due: FormDue("2021-07-25")), .once) == nil)
  }

  @Test("a number and a rule stand once")
  func twice() {
    #expect(fault([.count("1"), .text("１")]) == .sameLine("1"))
    let check = FormCheck.of("[1]", ">", "0")
    #expect(
      fault([.count("1")], [check, .of("［１］", "＞", "0", .soft)]) == .sameCheck(check.rule))
  }

  @Test("amounts have up to four decimal places", arguments: [-1, 5])
  func decimals(places: Int) {
    #expect(fault([.amount("1", decimals: places)]) == .line("1", .decimals(places)))
    #expect(fault([.amount("1", decimals: 4)]) == nil)
  }

  @Test("only amounts are computed, and from amounts that are there")
  func computed() throws {
    for source in try ["indicator a.b level", "count a.b", "formula 1"].map({ try LineSource($0) })
    {
      var line = FormLine.text("1")
      line.source = source
      #expect(fault([line]) == .line("1", .computedNoAmount))
    }
    #expect(fault([.formula("1", "[2]")]) == .line("1", .formulaOfNoLine("2")))
    #expect(fault([.formula("1", "last([2])")]) == .line("1", .formulaOfNoLine("2")))
    #expect(fault([.formula("1", "[2]"), .text("2")]) == .line("1", .formulaOfNoAmount("2")))
    #expect(fault([.formula("1", "[2]"), .count("2")]) == nil)
  }

  @Test("formulas that need each other are refused with the circle; last breaks one")
  func circles() {
    #expect(fault([.formula("1", "[1] + 1")]) == .circle(FormulaCircle(lines: ["1"])))
    #expect(
      fault([.count("0"), .formula("1", "[0] + [3]"), .formula("2", "[1]"), .formula("3", "[2]")])
        == .circle(FormulaCircle(lines: ["1", "3", "2"])))
    #expect(fault([.count("2"), .formula("1", "last([1]) + [2]")]) == nil)
  }

  @Test("checks are about amounts that are there; a change is never refused")
  func checks() {
    let check = FormCheck.of("[1]", ">=", "last([2])")
    #expect(fault([.count("1")], [check]) == .checkOfNoLine(check.rule, "2"))
    #expect(fault([.count("1"), .text("2")], [check]) == .checkOfNoAmount(check.rule, "2"))
    #expect(fault([.count("1"), .count("2")], [check]) == nil)
    let change = FormCheck.of("[1]", "change", "20%", .hard)
    #expect(fault([.count("1")], [change]) == .hardChange(change.rule))
  }

  @Test("only typed amounts are posted, and only events are told anew")
  func postings() {
    var line = FormLine.text("1")
    line.posting = LinePosting("disaster.moved")
    #expect(fault([line]) == .line("1", .postsNoTypedAmount))
    line = .formula("1", "2")
    line.posting = LinePosting("disaster.moved")
    #expect(fault([line]) == .line("1", .postsNoTypedAmount))
    line = .count("1")
    line.posting = LinePosting("disaster.moved", isCumulative: true)
    #expect(fault([line]) == .line("1", .cumulativeWithoutEvent))
    #expect(fault(.of([line], due: nil), .once) == nil)
  }
}
