/// Why a cell is no amount.
public enum AmountFault: Error, Sendable, Equatable {
  /// Words, or a number in a form that is not read ("八十余份", `1.1E+17`).
  case notANumber
  /// More decimal places than the indicator has; nothing is rounded away.
  case tooManyDecimals(allowed: Int)
  /// The number does not fit 64 bits in the indicator's smallest unit.
  case overflow
}

/// Amounts are Int64 in the smallest unit of their indicator: with two decimals, `13.5` is 1350.
public enum Amount {
  /// Reads digits with optional sign, thousands separators and decimals, half- or full-width.
  ///
  /// - Parameter decimals: places of the indicator, 0 to 4. Zeros beyond them say nothing and
  ///   are read; any other digit beyond them is an error.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, decimals: Int
  ) throws(AmountFault) -> Int64 {
    if bytes.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) { return try parse(plain: bytes, decimals) }
    guard let text = PlainText(bytes) else { throw .notANumber }
    let result = text.bytes.withUnsafeBufferPointer { plain in
      Result { () throws(AmountFault) in try parse(plain: plain, decimals) }
    }
    return try result.get()
  }

  /// See `parse(_:decimals:)` for bytes.
  public static func parse(
    _ text: some StringProtocol, decimals: Int
  ) throws(AmountFault) -> Int64 {
    let result = PlainText.withBytes(of: text) { bytes in
      Result { () throws(AmountFault) in try parse(bytes, decimals: decimals) }
    }
    return try result.get()
  }

  private static func parse(
    plain bytes: UnsafeBufferPointer<UInt8>, _ decimals: Int
  ) throws(AmountFault) -> Int64 {
    var reader = DigitReader(decimals: decimals)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): try reader.take(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."): try reader.point()
      case UInt8(ascii: ","): try reader.separator()
      case UInt8(ascii: "-") where index == 0: reader.isNegative = true
      case UInt8(ascii: "+") where index == 0: continue
      default: throw .notANumber
      }
    }
    return try reader.finish()
  }
}

/// Collects the digits of one number. Counts downward; Int64.min itself is refused, since it has no
/// positive twin by which an entry could be reversed.
private struct DigitReader {
  let decimals: Int
  var isNegative = false
  private var value: Int64 = 0
  private var digits = 0
  private var fraction: Int?
  private var sinceSeparator: Int?
  private var overflowed = false
  private var excess = false

  init(decimals: Int) { self.decimals = decimals }

  mutating func take(_ digit: UInt8) throws(AmountFault) {
    digits += 1
    if let count = sinceSeparator, fraction == nil { sinceSeparator = count + 1 }
    if let places = fraction {
      fraction = places + 1
      if places >= decimals {
        if digit != 0 { excess = true }
        return
      }
    }
    push(digit)
  }

  mutating func point() throws(AmountFault) {
    guard fraction == nil, digits > 0, sinceSeparator ?? 3 == 3 else { throw .notANumber }
    fraction = 0
  }

  /// A thousands separator stands between groups of three; the first group has one to three.
  mutating func separator() throws(AmountFault) {
    guard fraction == nil, sinceSeparator.map({ $0 == 3 }) ?? (1...3).contains(digits) else {
      throw .notANumber
    }
    sinceSeparator = 0
  }

  mutating func finish() throws(AmountFault) -> Int64 {
    guard digits > 0, fraction != 0, sinceSeparator ?? 3 == 3 else { throw .notANumber }
    if excess { throw .tooManyDecimals(allowed: decimals) }
    for _ in min(fraction ?? 0, decimals)..<decimals { push(0) }
    if overflowed || value == .min { throw .overflow }
    return isNegative ? value : -value
  }

  private mutating func push(_ digit: UInt8) {
    let (shifted, over) = value.multipliedReportingOverflow(by: 10)
    let (next, under) = shifted.subtractingReportingOverflow(Int64(digit))
    overflowed = overflowed || over || under
    value = next
  }
}
