@testable import TargetEngine

/// Whole numbers of any size as one learns them at school: digits to the base of 1000, lowest
/// first. The yardstick for `Wide`, with which it shares nothing.
struct NaiveInteger {
  var isNegative: Bool
  /// Without leading zeros; empty for 0.
  var digits: [Int]

  init(_ digits: [Int], negative: Bool = false) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    isNegative = negative && !digits.isEmpty
  }

  init(_ value: Int64) {
    var rest = value.magnitude
    var digits: [Int] = []
    while rest > 0 {
      digits.append(Int(rest % 1000))
      rest /= 1000
    }
    self.init(digits, negative: value < 0)
  }

  static prefix func - (a: NaiveInteger) -> NaiveInteger {
    NaiveInteger(a.digits, negative: !a.isNegative)
  }

  static func + (a: NaiveInteger, b: NaiveInteger) -> NaiveInteger {
    if a.isNegative == b.isNegative {
      return NaiveInteger(carried(a.digits, b.digits, sign: 1), negative: a.isNegative)
    }
    return isLess(a.digits, b.digits)
      ? NaiveInteger(carried(b.digits, a.digits, sign: -1), negative: b.isNegative)
      : NaiveInteger(carried(a.digits, b.digits, sign: -1), negative: a.isNegative)
  }

  static func - (a: NaiveInteger, b: NaiveInteger) -> NaiveInteger { a + -b }

  static func * (a: NaiveInteger, b: NaiveInteger) -> NaiveInteger {
    var columns = [Int](repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      for (j, y) in b.digits.enumerated() { columns[i + j] += x * y }
    }
    return NaiveInteger(carried(columns, [], sign: 1), negative: a.isNegative != b.isNegative)
  }

  static func < (a: NaiveInteger, b: NaiveInteger) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? isLess(b.digits, a.digits) : isLess(a.digits, b.digits)
  }

  var wide: Wide {
    let size = digits.reversed().reduce(Wide(0)) { $0 * Wide(1000) + Wide($1) }
    return isNegative ? Wide(0) - size : size
  }

  private static func carried(_ a: [Int], _ b: [Int], sign: Int) -> [Int] {
    var result: [Int] = []
    var carry = 0
    for i in 0..<max(a.count, b.count) {
      let sum = (i < a.count ? a[i] : 0) + sign * (i < b.count ? b[i] : 0) + carry
      let digit = (sum % 1000 + 1000) % 1000
      result.append(digit)
      carry = (sum - digit) / 1000
    }
    while carry > 0 {
      result.append(carry % 1000)
      carry /= 1000
    }
    return result
  }

  private static func isLess(_ a: [Int], _ b: [Int]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    return a.reversed().lexicographicallyPrecedes(b.reversed())
  }
}

extension SplitMix64 {
  /// Numbers of 0 to 54 decimal digits, and neighbours of the powers of two where widths end.
  mutating func naiveInteger() -> NaiveInteger {
    if chance(30) {
      let power = (0..<pick([31, 32, 62, 63, 64, 96, 126, 127, 128, 160])).reduce(NaiveInteger(1)) {
        value, _ in value + value
      }
      let near = power + NaiveInteger(int64(-1...1))
      return chance(50) ? near : -near
    }
    let digits = (0..<int(0...18)).map { _ in int(0...999) }
    return NaiveInteger(digits, negative: chance(50))
  }
}
