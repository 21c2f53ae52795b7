/// A whole number of any size: 128 bits wide while that suffices, limbs beyond.
///
/// Paces of many due days have no small common denominator, and comparisons must be exact.
struct Wide: Sendable {
  private var small: Int128
  /// The magnitude in limbs of 32 bits, lowest first, when `small` cannot hold it.
  private var limbs: [UInt32]?
  private var isLargeNegative = false

  init(_ value: some BinaryInteger) { small = Int128(value) }

  private init(limbs: [UInt32], negative: Bool) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    small = 0
    if limbs.count < 4 || (limbs.count == 4 && limbs[3] < 1 << 31) {
      for limb in limbs.reversed() { small = small << 32 | Int128(limb) }
      if negative { small = -small }
    } else {
      self.limbs = limbs
      isLargeNegative = negative
    }
  }

  var isNegative: Bool { limbs == nil ? small < 0 : isLargeNegative }
  var isZero: Bool { limbs == nil && small == 0 }
  var magnitude: Wide { isNegative ? Wide(limbs: magnitudeLimbs, negative: false) : self }
  /// Nil when the number does not fit.
  var int64: Int64? { limbs == nil ? Int64(exactly: small) : nil }

  /// The quotient when both numbers are small; nil otherwise.
  func smallQuotient(by divisor: Wide) -> Int128? {
    limbs == nil && divisor.limbs == nil ? small / divisor.small : nil
  }

  private var magnitudeLimbs: [UInt32] {
    if let limbs { return limbs }
    var rest = small.magnitude
    var result: [UInt32] = []
    while rest != 0 {
      result.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    return result
  }

  static func * (a: Wide, b: Wide) -> Wide {
    if a.limbs == nil, b.limbs == nil {
      let (product, overflow) = a.small.multipliedReportingOverflow(by: b.small)
      if !overflow { return Wide(product) }
    }
    return Wide(
      limbs: multiply(a.magnitudeLimbs, b.magnitudeLimbs), negative: a.isNegative != b.isNegative)
  }

  static func + (a: Wide, b: Wide) -> Wide {
    if a.limbs == nil, b.limbs == nil {
      let (sum, overflow) = a.small.addingReportingOverflow(b.small)
      if !overflow { return Wide(sum) }
    }
    let (x, y) = (a.magnitudeLimbs, b.magnitudeLimbs)
    if a.isNegative == b.isNegative { return Wide(limbs: add(x, y), negative: a.isNegative) }
    return isLess(x, y)
      ? Wide(limbs: subtract(y, x), negative: b.isNegative)
      : Wide(limbs: subtract(x, y), negative: a.isNegative)
  }

  static func - (a: Wide, b: Wide) -> Wide { a + Wide(-1) * b }

  private static func multiply(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: a.count + b.count)
    for (i, x) in a.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.enumerated() {
        let sum = UInt64(x) * UInt64(y) + UInt64(result[i + j]) + carry
        result[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result[i + b.count] = UInt32(carry)
    }
    return result
  }

  private static func add(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for i in 0..<max(a.count, b.count) {
      let sum =
        (i < a.count ? UInt64(a[i]) : 0) + (i < b.count ? UInt64(b[i]) : 0) + carry
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    result.append(UInt32(carry))
    return result
  }

  /// `a` − `b` for `a` ≥ `b`.
  private static func subtract(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var borrow: Int64 = 0
    for i in 0..<a.count {
      let difference = Int64(a[i]) - (i < b.count ? Int64(b[i]) : 0) - borrow
      borrow = difference < 0 ? 1 : 0
      result.append(UInt32(truncatingIfNeeded: difference))
    }
    return result
  }

  private static func isLess(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for i in a.indices.reversed() where a[i] != b[i] { return a[i] < b[i] }
    return false
  }
}

extension Wide: Comparable {
  static func < (a: Wide, b: Wide) -> Bool {
    if a.limbs == nil, b.limbs == nil { return a.small < b.small }
    if a.isNegative != b.isNegative { return a.isNegative }
    let (x, y) = (a.magnitudeLimbs, b.magnitudeLimbs)
    return a.isNegative ? isLess(y, x) : isLess(x, y)
  }

  static func == (a: Wide, b: Wide) -> Bool { !(a < b) && !(b < a) }
}
