import Testing

@testable import TargetEngine

/// "Amounts are written as exact decimals, never through floating point."
@Suite struct DecimalTests {
  @Test(
    "a decimal prints all of its places",
    arguments: [
      (79, 0, "79"), (0, 0, "0"), (0, 2, "0.00"), (1_300_000, 2, "13000.00"), (-50, 2, "-0.50"),
      (5, 4, "0.0005"), (-5, 1, "-0.5"), (.max, 0, "9223372036854775807"),
      (.min, 2, "-92233720368547758.08"), (.max, 4, "922337203685477.5807"),
    ] as [(Int64, Int, String)])
  func description(units: Int64, places: Int, text: String) {
    #expect(Decimal(units, places: places).description == text)
  }

  @Test(
    "JSON carries the shortest digits",
    arguments: [
      (6_500_000, 6, "6.5"), (1_300_000, 2, "13000"), (506_329, 6, "0.506329"), (0, 6, "0"),
      (-50, 2, "-0.5"), (100, 0, "100"), (-1_000_000, 6, "-1"), (.min, 0, "-9223372036854775808"),
    ] as [(Int64, Int, String)])
  func shortest(units: Int64, places: Int, text: String) {
    #expect(Decimal(units, places: places).shortest == text)
  }

  @Test("it is a fraction of the same value, whatever its places")
  func fraction() {
    #expect(Fraction(Decimal(1350, places: 2)) == Fraction(27, over: 2))
    #expect(Fraction(Decimal(.min)) == Fraction(.min))
    // Beyond what 64 bits have places for.
    let tiny = Fraction(Decimal(-1, places: 40))
    #expect(tiny < .zero && tiny.rounded(places: 40) == Decimal(-1, places: 40))
  }

  @Test("a printed amount is read back as itself, at every number of places")
  func roundTrip() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<3000 {
      let units = Int64(bitPattern: random.next()) >> Int64(random.int(0...63))
      let places = random.int(0...4)
      let decimal = Decimal(units, places: places)
      #expect(try Amount.parse(decimal.description, decimals: places) == units)
      #expect(try Amount.parse(decimal.shortest, decimals: places) == units)
    }
  }
}
