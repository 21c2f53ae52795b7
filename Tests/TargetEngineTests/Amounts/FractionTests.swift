import Testing

@testable import TargetEngine

/// "completion rate = actual ÷ target, exact; compared exact; only print rounds".
@Suite struct FractionTests {
  @Test("a fraction over 0 is none")
  func zeroDenominator() {
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction.one / Fraction.zero == nil)
    #expect(Fraction(Wide(0), over: Wide(0)) == nil)
  }

  @Test("a sign below the line is the same as one above it")
  func signs() {
    #expect(Fraction(1, over: -2) == Fraction(-1, over: 2))
    #expect(Fraction(-1, over: -2) == Fraction(1, over: 2))
    #expect(fraction(1, -2) < .zero)
    #expect(Fraction(Int64.min, over: -1)! == Fraction(Int64.max) + .one)
  }

  @Test("comparisons are exact where floating point is not")
  func exact() {
    #expect(fraction(.max, .max - 1) > .one)
    #expect(fraction(.max - 1, .max) < .one)
    #expect(fraction(.max - 1, .max) > fraction(.max - 2, .max - 1))
    #expect(fraction(1, 10) + fraction(2, 10) == fraction(3, 10))
  }

  @Test(
    "only print rounds, half away from zero",
    arguments: [
      (1, 2, 0, 1), (-1, 2, 0, -1), (5, 2, 0, 3), (-5, 2, 0, -3), (49, 100, 0, 0),
      (-49, 100, 0, 0), (1, 3, 6, 333_333), (2, 3, 6, 666_667), (-2, 3, 6, -666_667),
      (1, 2_000_000, 6, 1), (-1, 2_000_000, 6, -1), (1, 2_000_001, 6, 0), (40, 79, 6, 506_329),
      (15, 1000, 2, 2), (25, 1000, 2, 3),
    ] as [(Int64, Int64, Int, Int64)])
  func rounding(numerator: Int64, denominator: Int64, places: Int, units: Int64) {
    let rounded = fraction(numerator, denominator).rounded(places: places)
    #expect(rounded == Decimal(units, places: places))
  }

  @Test("what exceeds 64 bits is none rather than a wrong number")
  func limits() {
    #expect(Fraction(.max).rounded(places: 0) == Decimal(.max))
    #expect(Fraction(.max).rounded(places: 1) == nil)
    #expect((Fraction(.max) + fraction(1, 2)).rounded(places: 0) == nil)
    #expect((Fraction(.max) + fraction(1, 2)).truncated(places: 0) == Decimal(.max))
    #expect((Fraction(.max) + .one).truncated(places: 0) == nil)
    #expect(Fraction(-.max).rounded(places: 0) == Decimal(-.max))
    #expect((Fraction(.max) * Fraction(.max) * Fraction(.max)).rounded(places: 0) == nil)
  }

  @Test("the least amount of 64 bits does not exceed them")
  func leastAmount() {
    #expect(Fraction(.min).rounded(places: 0) == Decimal(.min))
    #expect(Fraction(.min).truncated(places: 0) == Decimal(.min))
  }

  @Test("identities of arithmetic hold for random fractions")
  func identities() {
    var random = SplitMix64(seed: 11)
    func next() -> Fraction {
      let top = random.chance(50) ? random.int64(-50...50) : Int64(bitPattern: random.next())
      return fraction(top, random.chance(50) ? random.int64(1...31) : random.int64(1...Int.max))
    }
    for _ in 0..<2000 {
      let (a, b, c) = (next(), next(), next())
      #expect((a + b) - b == a)
      #expect(a * (b + c) == a * b + a * c)
      if b != .zero { #expect(a * b / b == a) }
      #expect((a < b) == (a - b < .zero))
      #expect((a < b) == (b > a))
      #expect((a == b) == (a - b == .zero))
      if a < b, b < c { #expect(a < c) }
    }
  }

  @Test("a rounded number lies within half a unit, a cut one within a unit toward zero")
  func brackets() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<2000 {
      let value = fraction(random.int64(-1_000_000...1_000_000), random.int64(1...2_000))
      let places = random.int(0...6)
      let scaled = value * (0..<places).reduce(Fraction.one) { p, _ in p * Fraction(10) }
      let size = max(scaled, .zero - scaled)
      let near = Fraction(value.rounded(places: places)!.units.magnitude.signed)
      let cut = Fraction(value.truncated(places: places)!.units.magnitude.signed)
      #expect(near - fraction(1, 2) <= size && size < near + fraction(1, 2))
      #expect(cut <= size && size < cut + .one)
      if near != .zero { #expect((value.rounded(places: places)!.units < 0) == (value < .zero)) }
    }
  }

  @Test("rounding brackets hold beyond 128 bits")
  func wideBrackets() {
    var random = SplitMix64(seed: 13)
    for _ in 0..<1000 {
      let divisor = random.naiveInteger()
      guard !divisor.digits.isEmpty else { continue }
      let d = NaiveInteger(divisor.digits)
      let whole = NaiveInteger(Int64(random.next() >> UInt64(random.int(1...62))))
      let rest = NaiveInteger(d.digits.map { random.int(0...$0) })
      guard rest < d else { continue }
      let value = Fraction((whole * d + rest).wide, over: d.wide)!
      #expect(value.truncated(places: 0).map { Wide($0.units) } == whole.wide)
      let up = !(rest + rest < d)
      let near = up ? whole + NaiveInteger(1) : whole
      #expect(value.rounded(places: 0)?.units == near.wide.int64)
    }
  }
}

extension UInt64 {
  fileprivate var signed: Int64 { Int64(self) }
}
