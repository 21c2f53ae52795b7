import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Line", formula.
@Suite struct FormulaParsingTests {
  @Test("a formula is lines, numbers, signs and brackets; products are made before sums")
  func tree() throws {
    let formula = try Formula("[1] + 2 * ([1.2] - last([合计])) / 0.50")
    #expect(
      formula
        == .operation(
          .line("1"), .plus,
          .operation(
            .operation(
              .constant(Decimal(2)), .times, .operation(.line("1.2"), .minus, .last("合计"))),
            .over, .constant(Decimal(50, places: 2)))))
    #expect(formula.lines == ["1", "1.2"])
    #expect(formula.lastLines == ["合计"])
  }

  @Test(
    "it is printed with no more brackets than it needs",
    arguments: [
      ("[3]", "[3]"), (" ( ( [3] ) ) ", "[3]"), ("[1]+[2]+[3]", "[1] + [2] + [3]"),
      ("[1]+([2]+[3])", "[1] + ([2] + [3])"), ("[1]-([2]-[3])", "[1] - ([2] - [3])"),
      ("([1]*[2])/[3]", "[1] * [2] / [3]"), ("[1]/([2]*[3])", "[1] / ([2] * [3])"),
      ("([1]+[2])*[3]", "([1] + [2]) * [3]"), ("-[1]*2", "-[1] * 2"), ("-([1]+2)", "-([1] + 2)"),
      ("1--2", "1 - (-2)"), ("-(-[1])", "-(-[1])"), ("LAST( [ 3 ] )", "last([3])"),
      ("上期([3])", "last([3])"), ("［１．２］＋（１００）", "[1.2] + 100"), ("【1】×2÷３−1", "[1] * 2 / 3 - 1"),
      ("=[1]+[2]", "[1] + [2]"), ("[ 1.10 ]", "[1.10]"), ("00.50", "0.50"),
      ("[合 计]", "[合计]"),
    ])
  func printing(text: String, printed: String) throws {
    let formula = try Formula(text)
    #expect(formula.description == printed)
    #expect(try Formula(printed) == formula)
  }

  @Test(
    "a fault says the column",
    arguments: [
      ("", FormulaFault.nothing(column: 1)), ("[1] +", .nothing(column: 6)),
      ("[1] + * 2", .unexpected("*", column: 7)), ("()", .nothing(column: 2)),
      ("[1] [2]", .unexpected("[", column: 5)), ("[1] 2", .unexpected("2", column: 5)),
      ("([1] + 2", .open("(", column: 1)), ("2 * ([1]", .open("(", column: 5)),
      ("[1", .open("[", column: 1)), ("1 + [2", .open("[", column: 5)),
      ("[1]) + 2", .unexpected(")", column: 4)), ("[[1]]", .unexpected("[", column: 2)),
      ("[]", .noLine(column: 1)), ("1 + [ 　]", .noLine(column: 5)),
      ("last(3)", .lastOfNoLine(column: 1)), ("2 + last([1] + [2])", .lastOfNoLine(column: 5)),
      ("last [3]", .lastOfNoLine(column: 1)), ("last([3]", .open("(", column: 5)),
      ("last(last([3]))", .lastOfNoLine(column: 1)), ("sum([3])", .unexpected("s", column: 1)),
      ("1.", .unexpected(".", column: 2)), ("1.2.3", .unexpected(".", column: 4)),
      ("1,000", .unexpected(",", column: 2)), ("--1", .unexpected("-", column: 2)),
      ("１＋＊２", .unexpected("*", column: 3)), ("[1] % 2", .unexpected("%", column: 5)),
      ("1²", .unexpected("²", column: 2)), ("99999999999999999999", .numberTooLarge(column: 1)),
      ("[1] + 9223372036854775808", .numberTooLarge(column: 7)),
      ("[1] > [2]", .unexpected(">", column: 5)), ("1\u{301}", .unexpected("1\u{301}", column: 1)),
    ])
  func faults(text: String, fault: FormulaFault) {
    #expect(throws: fault) { try Formula(text) }
  }

  @Test("what is nested or written without end is refused, and breaks nothing")
  func limits() throws {
    let brackets = { (count: Int) in
      String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
    }
    #expect(try Formula(brackets(99)) == .constant(Decimal(1)))
    #expect(throws: FormulaFault.tooDeep(column: 101)) { try Formula(brackets(100)) }
    #expect(throws: FormulaFault.tooDeep(column: 101)) { try Formula(brackets(900)) }
    #expect(throws: FormulaFault.tooLong) { try Formula(brackets(1000)) }
    let chain = "1" + String(repeating: "+1", count: 999)
    #expect(try Formula(chain).value([:]) == Fraction(1000))
  }

  @Test(
    "a line is named by anything but brackets",
    arguments: [
      ("1", "1"), (" 1.2 ", "1.2"), ("１．２", "1.2"), ("合计", "合计"), ("合　计", "合计"), ("①", "①"),
      ("1\u{200B}", "1"),
    ])
  func lineNumbers(text: String, printed: String) {
    #expect(LineNumber(text)?.description == printed)
  }

  @Test("lines are ordered by their numbers, then come words")
  func lineOrder() {
    let order: [LineNumber] = ["0", "1", "1.1", "1.2", "1.10", "2", "10", "合计", "备注"]
    #expect(order.dropLast(2).reversed().sorted() == Array(order.dropLast(2)))
    #expect(order.sorted().suffix(2).allSatisfy { !$0.isNumeric })
  }

  @Test(
    "blanks and brackets name no line", arguments: ["", " ", "　", "[1]", "1]", "\u{200B}", "\n"])
  func noLineNumbers(text: String) { #expect(LineNumber(text) == nil) }
}
