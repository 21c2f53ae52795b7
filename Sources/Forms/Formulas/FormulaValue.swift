public import TargetEngine

/// The amounts of a form's lines; a line without one is missing.
public typealias FormAmounts = [LineNumber: Decimal]

extension Formula {
  /// The exact value; nil when a line that it names has none, and when it divides by 0.
  ///
  /// - Parameters:
  ///   - amounts: of the period itself.
  ///   - last: what was accepted of the period before.
  public func value(_ amounts: FormAmounts, last: FormAmounts = [:]) -> Fraction? {
    switch self {
    case .line(let line): return amounts[line].map { Fraction($0) }
    case .last(let line): return last[line].map { Fraction($0) }
    case .constant(let number): return Fraction(number)
    case .negative(let formula):
      return formula.value(amounts, last: last).map { Fraction(-1) * $0 }
    case .operation(let left, let sign, let right):
      guard let left = left.value(amounts, last: last),
        let right = right.value(amounts, last: last)
      else { return nil }
      return sign.apply(left, right)
    }
  }
}

extension Formula.Operator {
  fileprivate func apply(_ left: Fraction, _ right: Fraction) -> Fraction? {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left / right
    }
  }
}
