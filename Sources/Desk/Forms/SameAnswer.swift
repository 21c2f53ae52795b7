internal import Forms
internal import Storage
internal import TargetEngine

extension FormContents {
  /// Whether they say the same; amounts are compared by what they are worth.
  func isSame(as other: FormContents) -> Bool {
    values.isSame(as: other.values) && written == other.written
      && explanations == other.explanations
  }
}

extension FormValues {
  fileprivate func isSame(as other: FormValues) -> Bool {
    guard count == other.count else { return false }
    return allSatisfy { line, value in
      guard let theirs = other[line] else { return false }
      if case .amount(let a) = value, case .amount(let b) = theirs {
        return a == b || Fraction(a) == Fraction(b)
      }
      return value == theirs
    }
  }
}
