/// An exact quotient: completion rates and paces are compared as such; only print rounds.
public struct Fraction: Sendable {
  let numerator: Wide
  /// Above 0.
  let denominator: Wide

  /// Nil when `denominator` is 0.
  init?(_ numerator: Wide, over denominator: Wide) {
    if denominator.isZero { return nil }
    let flip = Wide(denominator.isNegative ? -1 : 1)
    self.numerator = numerator * flip
    self.denominator = denominator * flip
  }

  private init(trusted numerator: Wide, _ denominator: Wide) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nil when `denominator` is 0.
  public init?(_ numerator: Int64, over denominator: Int64) {
    self.init(Wide(numerator), over: Wide(denominator))
  }

  public init(_ whole: Int64) { self.init(trusted: Wide(whole), Wide(1)) }

  public static let zero = Fraction(0)
  public static let one = Fraction(1)

  public static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      trusted: a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator)
  }

  public static func - (a: Fraction, b: Fraction) -> Fraction { a + Fraction(-1) * b }

  public static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(trusted: a.numerator * b.numerator, a.denominator * b.denominator)
  }

  /// Nil when `b` is 0.
  public static func / (a: Fraction, b: Fraction) -> Fraction? {
    Fraction(a.numerator * b.denominator, over: a.denominator * b.numerator)
  }

  /// This value × 10^`places`, rounded half away from zero; nil when that exceeds 64 bits.
  public func rounded(places: Int) -> Decimal? {
    quotient(places: places, half: true).map { Decimal($0, places: places) }
  }

  /// This value × 10^`places`, cut toward zero; nil when that exceeds 64 bits.
  public func truncated(places: Int) -> Decimal? {
    quotient(places: places, half: false).map { Decimal($0, places: places) }
  }

  private func quotient(places: Int, half: Bool) -> Int64? {
    var scaled = numerator.magnitude
    for _ in 0..<places { scaled = scaled * Wide(10) }
    let whole =
      half
      ? (scaled * Wide(2) + denominator).quotient(by: denominator * Wide(2))
      : scaled.quotient(by: denominator)
    return whole.flatMap { Int64(exactly: numerator.isNegative ? -Int128($0) : Int128($0)) }
  }
}

extension Fraction: Comparable {
  public static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  public static func == (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }
}

extension Wide {
  /// The whole quotient of two numbers of which neither is negative and `divisor` is not 0;
  /// nil when it exceeds 64 bits.
  fileprivate func quotient(by divisor: Wide) -> UInt64? {
    if let quotient = smallQuotient(by: divisor) { return UInt64(exactly: quotient) }
    // Halving an interval of 64 bits: rare enough that a long division would be one thing more.
    var low: UInt64 = 0
    var high = UInt64.max
    if !(self < divisor * (Wide(high) + Wide(1))) { return nil }
    while low < high {
      let middle = low + (high - low) / 2 + 1
      if divisor * Wide(middle) <= self { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
