/// An exact quotient: completion rates and paces are compared as such; only print rounds.
///
/// Nearly all of them are quotients of 64-bit numbers and are computed as such; what leaves
/// that range goes on in whole numbers of any size.
public struct Fraction: Sendable {
  private enum Terms {
    case narrow(Int64, over: Int64)
    indirect case wide(Wide, over: Wide)
  }

  /// The denominator is above 0.
  private let terms: Terms

  var numerator: Wide {
    switch terms {
    case .narrow(let numerator, _): Wide(numerator)
    case .wide(let numerator, _): numerator
    }
  }

  var denominator: Wide {
    switch terms {
    case .narrow(_, let denominator): Wide(denominator)
    case .wide(_, let denominator): denominator
    }
  }

  private init(trusted numerator: Int64, _ denominator: Int64) {
    terms = .narrow(numerator, over: denominator)
  }

  private init(trusted numerator: Wide, _ denominator: Wide) {
    if let top = numerator.int64, let bottom = denominator.int64 {
      terms = .narrow(top, over: bottom)
    } else {
      terms = .wide(numerator, over: denominator)
    }
  }

  /// Nil when `denominator` is 0.
  init?(_ numerator: Wide, over denominator: Wide) {
    if denominator.isZero { return nil }
    let flip = Wide(denominator.isNegative ? -1 : 1)
    self.init(trusted: numerator * flip, denominator * flip)
  }

  /// Nil when `denominator` is 0.
  public init?(_ numerator: Int64, over denominator: Int64) {
    if denominator > 0 {
      self.init(trusted: numerator, denominator)
    } else {
      self.init(Wide(numerator), over: Wide(denominator))
    }
  }

  public init(_ whole: Int64) { self.init(trusted: whole, 1) }

  public static let zero = Fraction(0)
  public static let one = Fraction(1)

  public static func + (a: Fraction, b: Fraction) -> Fraction {
    if case .narrow(let x, let m) = a.terms, case .narrow(let y, let n) = b.terms {
      // A common denominator stays as it is, so that long sums do not grow.
      if m == n, let sum = x.plus(y) { return Fraction(trusted: sum, m) }
      if let left = x.times(n), let right = y.times(m), let sum = left.plus(right),
        let denominator = m.times(n)
      {
        return Fraction(trusted: sum, denominator)
      }
    }
    return Fraction(
      trusted: a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator)
  }

  public static func - (a: Fraction, b: Fraction) -> Fraction { a + Fraction(-1) * b }

  public static func * (a: Fraction, b: Fraction) -> Fraction {
    if case .narrow(let x, let m) = a.terms, case .narrow(let y, let n) = b.terms,
      let numerator = x.times(y), let denominator = m.times(n)
    {
      return Fraction(trusted: numerator, denominator)
    }
    return Fraction(trusted: a.numerator * b.numerator, a.denominator * b.denominator)
  }

  /// Nil when `b` is 0.
  public static func / (a: Fraction, b: Fraction) -> Fraction? {
    if case .narrow(let x, let m) = a.terms, case .narrow(let y, let n) = b.terms,
      let numerator = x.times(n), let denominator = m.times(y)
    {
      return Fraction(numerator, over: denominator)
    }
    return Fraction(a.numerator * b.denominator, over: a.denominator * b.numerator)
  }

  /// The value within a few units of a `Double`'s last place; nan for numbers beyond 64 bits.
  var approximate: Double {
    guard case .narrow(let numerator, let denominator) = terms else { return .nan }
    return Double(numerator) / Double(denominator)
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
    if case .narrow(let numerator, let denominator) = terms,
      let scaled = (0..<places).reduce(numerator, { value, _ in value?.times(10) })
    {
      let (whole, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
      let isUp = half && rest.magnitude >= denominator.magnitude - rest.magnitude
      return isUp ? whole + scaled.signum() : whole
    }
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
    if case .narrow(let x, let m) = a.terms, case .narrow(let y, let n) = b.terms {
      return x.multipliedFullWidth(by: n) < y.multipliedFullWidth(by: m)
    }
    return a.numerator * b.denominator < b.numerator * a.denominator
  }

  public static func == (a: Fraction, b: Fraction) -> Bool {
    if case .narrow(let x, let m) = a.terms, case .narrow(let y, let n) = b.terms {
      return x.multipliedFullWidth(by: n) == y.multipliedFullWidth(by: m)
    }
    return a.numerator * b.denominator == b.numerator * a.denominator
  }
}

extension Int64 {
  /// The sum; nil when it does not fit.
  fileprivate func plus(_ other: Int64) -> Int64? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? nil : sum
  }

  /// The product; nil when it does not fit.
  fileprivate func times(_ other: Int64) -> Int64? {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : product
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
