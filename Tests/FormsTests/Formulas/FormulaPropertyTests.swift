import TargetEngine
import Testing

@testable import Forms

/// Random trees against an evaluator of quotients that knows nothing of the engine.
@Suite struct FormulaPropertyTests {
  /// A quotient in lowest terms, over 128 bits; nil of what they cannot hold.
  private struct Quotient: Equatable {
    var top: Int128
    var bottom: Int128

    init?(_ top: Int128, _ bottom: Int128) {
      guard bottom != 0 else { return nil }
      var (a, b) = (top.magnitude, bottom.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      let divisor = Int128(max(a, 1)) * (bottom < 0 ? -1 : 1)
      self.top = top / divisor
      self.bottom = bottom / divisor
    }
  }

  private static let now: [LineNumber: Int] = ["1": 3, "2": 0, "1.2": -7, "合计": 12]
  private static let before: [LineNumber: Int] = ["1": 2, "合计": -5]

  private func tree(_ dice: inout Dice, depth: Int) -> Formula {
    if depth == 0 || dice.chance(15) {
      switch dice.int(0...9) {
      case 0...4: return .line(dice.pick(["1", "2", "1.2", "合计", "9"]))
      case 5: return .last(dice.pick(["1", "合计", "2"]))
      default: return .constant(Decimal(Int64(dice.int(0...40)), places: dice.int(0...2)))
      }
    }
    if dice.chance(10) { return .negative(tree(&dice, depth: depth - 1)) }
    return .operation(
      tree(&dice, depth: depth - 1), dice.pick(Formula.Operator.allCases),
      tree(&dice, depth: depth - 1))
  }

  private func expected(_ formula: Formula) -> Quotient? {
    switch formula {
    case .line(let line): return Self.now[line].flatMap { Quotient(Int128($0), 1) }
    case .last(let line): return Self.before[line].flatMap { Quotient(Int128($0), 1) }
    case .constant(let number):
      return Quotient(Int128(number.units), [1, 10, 100][number.places])
    case .negative(let inner): return expected(inner).flatMap { Quotient(-$0.top, $0.bottom) }
    case .operation(let left, let sign, let right):
      guard let a = expected(left), let b = expected(right) else { return nil }
      switch sign {
      case .plus: return Quotient(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
      case .minus: return Quotient(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
      case .times: return Quotient(a.top * b.top, a.bottom * b.bottom)
      case .over: return Quotient(a.top * b.bottom, a.bottom * b.top)
      }
    }
  }

  @Test("the value of a random tree is the naive one, or none where that has none")
  func values() throws {
    var dice = Dice(seed: 11)
    let now = Self.now.mapValues { Decimal(Int64($0)) }
    let before = Self.before.mapValues { Decimal(Int64($0)) }
    var (with, without) = (0, 0)
    for _ in 0..<4000 {
      let formula = tree(&dice, depth: 3)
      let found = formula.value(now, last: before)
      let wanted = expected(formula)
      if let wanted, let top = Int64(exactly: wanted.top),
        let bottom = Int64(exactly: wanted.bottom)
      {
        with += 1
        #expect(found == Fraction(top, over: bottom), "\(formula)")
      } else {
        without += 1
        #expect((found == nil) == (wanted == nil), "\(formula)")
      }
    }
    #expect(with > 1000 && without > 500)
  }

  @Test("a printed tree is read back as itself")
  func printing() throws {
    var dice = Dice(seed: 12)
    for _ in 0..<4000 {
      let formula = tree(&dice, depth: 4)
      #expect(try Formula(formula.description) == formula)
    }
  }

  @Test("any text is a formula or has a fault within it")
  func noise() {
    var dice = Dice(seed: 13)
    let pieces = [
      "[", "]", "(", ")", "1", ".", "+", "-", "*", "/", "last", "last([1])", " ", "［", "上期", "[1]",
      "=", "合", "0.5",
    ]
    for _ in 0..<5000 {
      let text = (0..<dice.int(0...9)).map { _ in dice.pick(pieces) }.joined()
      do {
        let formula = try Formula(text)
        #expect((try? Formula(formula.description)) == formula, "\(text)")
      } catch {
        #expect((1...text.count + 1).contains(error.column ?? 1), "\(text): \(error)")
      }
    }
  }

  @Test("lines are computed after what they need, whatever the order in which they stand")
  func order() throws {
    var dice = Dice(seed: 14)
    for _ in 0..<300 {
      // Line n needs lines below n only.
      let count = dice.int(1...12)
      let formulas = (1...count).map { number in
        let needs = (0..<dice.int(0...3)).map { _ in "[\(dice.int(0...number - 1))]" }
        return (LineNumber("\(number)")!, try! Formula((["1"] + needs).joined(separator: "+")))
      }
      let order = try FormulaOrder.order(formulas.shuffled(using: &dice))
      #expect(order.count == count)
      for (line, formula) in formulas {
        let place = try #require(order.firstIndex(of: line))
        for needed in formula.lines where needed != "0" {
          #expect(try #require(order.firstIndex(of: needed)) < place)
        }
      }
    }
  }

  @Test("a circle is found wherever it is, and each of it needs the next")
  func circles() throws {
    var dice = Dice(seed: 15)
    for _ in 0..<300 {
      let length = dice.int(1...5)
      let ring = (0..<length).map { index in
        (LineNumber("r\(index)")!, try! Formula("[a] + [r\((index + 1) % length)]"))
      }
      let others = [
        ("a" as LineNumber, try Formula("[b] * 2")), ("z", try Formula("[r0] + [a]")),
      ]
      let formulas = (ring + others).shuffled(using: &dice)
      let circle = #expect(throws: FormulaCircle.self) { try FormulaOrder.order(formulas) }
      let lines = circle?.lines ?? []
      #expect(lines.count == length)
      for (line, next) in zip(lines, lines.dropFirst() + lines.prefix(1)) {
        #expect(try #require(formulas.first { $0.0 == line }).1.lines.contains(next))
      }
    }
  }
}

extension FormulaFault {
  fileprivate var column: Int? {
    switch self {
    case .nothing(let column), .unexpected(_, let column), .open(_, let column),
      .noLine(let column), .lastOfNoLine(let column), .numberTooLarge(let column),
      .tooDeep(let column):
      column
    case .tooLong: nil
    }
  }
}
