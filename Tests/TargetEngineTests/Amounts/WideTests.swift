import Testing

@testable import TargetEngine

/// "Comparisons must be exact", of numbers of any size.
@Suite struct WideTests {
  private func pairs(_ seed: UInt64, _ body: (NaiveInteger, NaiveInteger) -> Void) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<3000 { body(random.naiveInteger(), random.naiveInteger()) }
  }

  @Test("sums, differences and products are those of school arithmetic")
  func arithmetic() {
    pairs(1) { a, b in
      #expect(a.wide + b.wide == (a + b).wide)
      #expect(a.wide - b.wide == (a - b).wide)
      #expect(a.wide * b.wide == (a * b).wide)
    }
  }

  @Test("(a + b) − b = a, and a·(b + 1) − a·b = a")
  func inverses() {
    pairs(2) { a, b in
      let (x, y) = (a.wide, b.wide)
      #expect((x + y) - y == x)
      #expect(x * (y + Wide(1)) - x * y == x)
      #expect((x - x).isZero)
    }
  }

  @Test("a·b ÷ b = a")
  func division() {
    pairs(3) { a, b in
      let (x, y) = (a.wide, b.wide)
      guard !y.isZero else { return }
      #expect(Fraction(x * y, over: y) == Fraction(x, over: Wide(1)))
      if let whole = x.int64, whole != .min {
        #expect(Fraction(x * y, over: y)?.rounded(places: 0)?.units == whole)
        #expect(Fraction(x * y, over: y)?.truncated(places: 0)?.units == whole)
      }
    }
  }

  @Test("comparisons agree with subtraction and with school arithmetic")
  func comparisons() {
    pairs(4) { a, b in
      let (x, y) = (a.wide, b.wide)
      #expect((x < y) == (a < b))
      #expect((x < y) == (x - y).isNegative)
      #expect((x == y) == (x - y).isZero)
      #expect([x < y, x == y, y < x].filter { $0 }.count == 1)
      #expect(x.magnitude == (x.isNegative ? Wide(0) - x : x))
      #expect(!x.magnitude.isNegative)
    }
  }

  private func power(_ exponent: Int) -> Wide {
    (0..<exponent).reduce(Wide(1)) { value, _ in value * Wide(2) }
  }

  @Test("values at both ends of 128 bits cross over and come back", arguments: [126, 127, 128])
  func crossing(exponent: Int) {
    let edge = power(exponent)
    let negative = Wide(0) - edge
    #expect(edge + negative == Wide(0))
    #expect((edge + Wide(1)) - edge == Wide(1))
    #expect((negative - Wide(1)) - negative == Wide(-1))
    #expect(negative < edge)
    #expect(negative - Wide(1) < negative)
    #expect(edge * negative < negative)
    #expect(negative * negative == edge * edge)
    #expect(negative.magnitude == edge)
  }

  @Test("the smallest number of 128 bits equals itself however it is reached")
  func smallest() {
    let summed = (Wide(0) - power(126)) + (Wide(0) - power(126))
    let multiplied = power(64) * (Wide(0) - power(63))
    #expect(summed == Wide(Int128.min))
    #expect(multiplied == Wide(Int128.min))
    #expect(summed * Wide(-1) == power(127))
  }

  @Test("an Int64 comes back; anything wider does not")
  func int64() {
    for value in [0, 1, -1, Int64.max, Int64.min] { #expect(Wide(value).int64 == value) }
    #expect((Wide(Int64.max) + Wide(1)).int64 == nil)
    #expect((Wide(Int64.min) - Wide(1)).int64 == nil)
    #expect((power(200) + Wide(5)).int64 == nil)
    #expect((power(200) + Wide(5) - power(200)).int64 == 5)
  }
}
