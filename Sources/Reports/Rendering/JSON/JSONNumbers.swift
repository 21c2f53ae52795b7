internal import TargetEngine

extension [UInt8] {
  mutating func appendJSON(_ integer: Int64) {
    appendDigits(integer.magnitude, isNegative: integer < 0, places: 0)
  }

  /// Appends the shortest digits of exactly this value, as `Decimal.shortest` has them.
  mutating func appendJSON(_ decimal: Decimal) {
    var (units, places) = (decimal.units, decimal.places)
    while places > 0, units % 10 == 0 {
      units /= 10
      places = units == 0 ? 0 : places - 1
    }
    appendDigits(units.magnitude, isNegative: units < 0, places: places)
  }

  private mutating func appendDigits(_ magnitude: UInt64, isNegative: Bool, places: Int) {
    if isNegative { append(UInt8(ascii: "-")) }
    if places == 0 { return appendDigits(magnitude) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Swift.max(places, 20) + 2) { digits in
      var (rest, written, start) = (magnitude, 0, digits.count)
      // Digits come lowest first; at least one stands before the point.
      repeat {
        if written == places, places > 0 {
          start -= 1
          digits[start] = UInt8(ascii: ".")
        }
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        written += 1
      } while rest > 0 || written <= places
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Most numbers are whole and have few digits.
  private mutating func appendDigits(_ magnitude: UInt64) {
    if magnitude > 9 { appendDigits(magnitude / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
  }
}
