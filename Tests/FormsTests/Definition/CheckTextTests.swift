import TargetEngine
import Testing

@testable import Forms

/// How the cells of form-checks.csv are read.
@Suite struct CheckTextTests {
  @Test(
    "a rule is two formulas and a sign, or a line and a percentage",
    arguments: [
      (["[4]", "<=", "[3] + 1"], ["[4]", "<=", "[3] + 1"]),
      (["[4]", "≤", "[3]"], ["[4]", "<=", "[3]"]), (["［4］", "＝", "［3］"], ["[4]", "=", "[3]"]),
      (["[4]", "≥", "0"], ["[4]", ">=", "0"]), (["[4]", "＞", "0"], ["[4]", ">", "0"]),
      (["[4]", "<", "last([4])"], ["[4]", "<", "last([4])"]),
      (["[4]", "≠", "0"], ["[4]", "!=", "0"]), (["[4]", "不等于", "0"], ["[4]", "!=", "0"]),
      (["[4]", "不大于", "[3]"], ["[4]", "<=", "[3]"]), (["[4]", "小于等于", "0"], ["[4]", "<=", "0"]),
      (["[4]", "不小于", "0"], ["[4]", ">=", "0"]), (["[4]", "大于等于", "0"], ["[4]", ">=", "0"]),
      (["[4]", "等于", "0"], ["[4]", "=", "0"]),
      (["[4]", "change", "20%"], ["[4]", "change", "20%"]),
      (["[4]", "变动", "12.50％"], ["[4]", "change", "12.5%"]),
    ])
  func rules(cells: [String], printed: [String]) throws {
    let rule = try CheckRule(cells[0], cells[1], cells[2])
    #expect(rule.cells == printed)
    #expect(try CheckRule(printed[0], printed[1], printed[2]) == rule)
  }

  @Test(
    "anything else is none",
    arguments: [
      (["[4", "=", "1"], CheckFault.left(.open("[", column: 1))),
      (["[4]", "=", ""], .right(.nothing(column: 1))),
      (["[4]", "~", "1"], .unknownRelation("~")), (["[4]", "", "1"], .unknownRelation("")),
      (["[4] + 1", "change", "20%"], .changeOfNoLine),
      (["last([4])", "change", "20%"], .changeOfNoLine),
      (["[4]", "change", "20"], .noPercentage("20")),
      (["[4]", "change", "-5%"], .noPercentage("-5%")),
      (["[4]", "change", "%"], .noPercentage("%")),
    ])
  func noRules(cells: [String], fault: CheckFault) {
    #expect(throws: fault) { try CheckRule(cells[0], cells[1], cells[2]) }
  }

  @Test("it names its lines, each once")
  func lines() throws {
    let rule = try CheckRule("[1] + [2]", "=", "[2] + [3] + last([1])")
    #expect(rule.lines == ["1", "2", "3"])
    #expect(rule.lastLines == ["1"])
  }
}
