public import TargetEngine

/// A check and what came of it.
public struct CheckResult: Sendable {
  /// Whether it is kept.
  public enum Verdict: Sendable, Hashable {
    case kept, broken
    /// A side has no value, so that nothing can be said.
    case open
  }

  public let check: FormCheck
  /// The exact values of both sides; of `change` those of this period and of the one before. Nil where a
  /// side has none.
  public let left: Fraction?
  public let right: Fraction?
  public let verdict: Verdict
}

extension FormCheck {
  /// Whether amounts keep it.
  ///
  /// - Parameters:
  ///   - amounts: with those of the formulas.
  ///   - last: what was accepted of the period before.
  public func judge(_ amounts: FormAmounts, last: FormAmounts = [:]) -> CheckResult {
    let (left, right) =
      switch rule {
      case .compare(let left, _, let right):
        (left.value(amounts, last: last), right.value(amounts, last: last))
      case .change(let line, _):
        (Formula.line(line).value(amounts), Formula.last(line).value([:], last: last))
      }
    guard let left, let right else {
      return CheckResult(check: self, left: left, right: right, verdict: .open)
    }
    return CheckResult(
      check: self, left: left, right: right, verdict: rule.holds(left, right) ? .kept : .broken)
  }
}

extension CheckRule {
  fileprivate func holds(_ left: Fraction, _ right: Fraction) -> Bool {
    switch self {
    case .compare(_, let relation, _): relation.holds(left, right)
    // Just so many percent is no more than that; of a last value of 0 any difference is.
    case .change(_, let percent):
      Fraction(100) * (left - right).magnitude <= Fraction(percent) * right.magnitude
    }
  }
}

extension Fraction {
  fileprivate var magnitude: Fraction { self < .zero ? .zero - self : self }
}
