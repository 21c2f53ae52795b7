/// What has been reached: an amount, or the two sums that a ratio is derived from.
public enum Actual: Sendable, Hashable {
  /// In the indicator's smallest unit.
  case amount(Int64)
  case ratio(numerator: Decimal, denominator: Decimal)

  /// The value in smallest units of an indicator with `decimals` places: of its measure, or of a
  /// percent for a ratio. Nil for a ratio whose denominator is 0.
  func value(decimals: Int) -> Fraction? {
    switch self {
    case .amount(let amount): Fraction(amount)
    case .ratio(let numerator, let denominator):
      Fraction(numerator.units).shifted(by: denominator.places + 2 + decimals)
        / Fraction(denominator.units).shifted(by: numerator.places)
    }
  }
}

extension Fraction {
  /// This value × 10^`places`.
  fileprivate func shifted(by places: Int) -> Fraction {
    (0..<places).reduce(self) { value, _ in value * Fraction(10) }
  }
}
