/// A cell's text with full-width forms folded to ASCII, as clerks' keyboards produce both.
///
/// 年, 月 and 日 become `Y`, `M` and `D`, so that days and periods are read from single bytes.
struct PlainText {
  var bytes: [UInt8] = []

  static let year = Array("Y".utf8)
  static let yearMonth = Array("YM".utf8)
  static let yearMonthDay = Array("YMD".utf8)
  private static let lettered = [year, yearMonth, yearMonthDay]

  /// Nil when the text is empty or longer than any day or amount can be.
  init?(_ source: UnsafeBufferPointer<UInt8>) {
    guard !source.isEmpty, source.count <= 128 else { return nil }
    bytes.reserveCapacity(source.count)
    for scalar in String(decoding: source, as: UTF8.self).unicodeScalars.lazy.map(\.halfWidth) {
      switch scalar.value {
      // The letters that stand for 年, 月 and 日 below.
      case 0x59, 0x4D, 0x44, 0x79, 0x6D, 0x64: return nil
      case 0x2212: bytes.append(UInt8(ascii: "-"))
      case 0x00A0: bytes.append(UInt8(ascii: " "))
      default: bytes.append(contentsOf: PlainText.calendarLetter(scalar))
      }
    }
    trim()
    guard !bytes.isEmpty else { return nil }
  }

  /// Runs `body` over the UTF-8 bytes of `text`.
  static func withBytes<Result>(
    of text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var copy = String(text)
    return copy.withUTF8(body)
  }

  private static func calendarLetter(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "年": [UInt8(ascii: "Y")]
    case "月": [UInt8(ascii: "M")]
    case "日": [UInt8(ascii: "D")]
    default: Array(String(scalar).utf8)
    }
  }

  mutating func trim() {
    let space = UInt8(ascii: " ")
    while bytes.last == space { bytes.removeLast() }
    if let start = bytes.firstIndex(where: { $0 != space }) { bytes.removeFirst(start) }
  }

  /// The numbers between single separators, when they stand as one of `separators` has them: each
  /// number followed by its separator, the last separator optional when it is a letter (`6月28`).
  func numbers(separators: [[UInt8]]) -> [(value: Int, digits: Int)]? {
    var numbers: [(value: Int, digits: Int)] = []
    var found: [UInt8] = []
    var value = 0
    var digits = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value * 10 + Int(digit)
        digits += 1
        guard digits <= 8 else { return nil }
      } else {
        guard digits > 0 else { return nil }
        numbers.append((value, digits))
        found.append(byte)
        (value, digits) = (0, 0)
      }
    }
    if digits > 0 { numbers.append((value, digits)) }
    let ended = digits == 0
    guard !numbers.isEmpty else { return nil }
    if found.isEmpty { return numbers }
    let fits = separators.contains { pattern in
      let isLetters = PlainText.lettered.contains(pattern)
      if ended { return isLetters && found == pattern }
      return found == pattern || (isLetters && found == pattern.dropLast())
    }
    return fits ? numbers : nil
  }
}
