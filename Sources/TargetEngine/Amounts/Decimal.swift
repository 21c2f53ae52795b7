/// An exact decimal: `units` × 10^−`places`. It is how every amount, percentage and rate leaves
/// the engine, so that nothing on the way to paper or JSON passes through floating point.
public struct Decimal: Sendable, Hashable, CustomStringConvertible {
  public var units: Int64
  /// How many decimal places `units` counts in, 0 or more.
  public var places: Int

  public init(_ units: Int64, places: Int = 0) {
    self.units = units
    self.places = places
  }

  /// Plain digits with exactly `places` decimals: `-0.50`, `13000.00`, `79`.
  public var description: String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    var text = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    text.insert(".", at: text.utf8.index(text.endIndex, offsetBy: -places))
    return units < 0 ? "-" + text : text
  }

  /// The shortest digits of the same value, as JSON carries it: `6.5`, `13000`, `0.506329`.
  public var shortest: String { trimmed.description }

  /// The same value without zeros at the end of its decimals.
  public var trimmed: Decimal {
    var (units, places) = (units, places)
    while places > 0, units % 10 == 0 {
      units /= 10
      places -= 1
    }
    return Decimal(units, places: places)
  }
}

extension Fraction {
  /// The value of a decimal.
  public init(_ decimal: Decimal) {
    self = Fraction(decimal.units).scaledDown(by: decimal.places)
  }

  /// This value × 10^−`places`.
  func scaledDown(by places: Int) -> Fraction {
    (0..<max(0, places)).reduce(self) { value, _ in value / Fraction(10) ?? value }
  }
}
