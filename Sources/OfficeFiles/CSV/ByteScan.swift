/// Finds the bytes a CSV scanner must look at, eight at a time.
struct ByteScan {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let blanks: UInt64 = 0x2020_2020_2020_2020
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private let delimiters: UInt64
  private let quotes = Self.ones &* UInt64(Self.quote)
  /// All bytes passed over, one over the other, and each plus one: its high bits tell whether any was
  /// not plain ASCII; DEL, the one control character that does not end a search, is not.
  var seen: UInt64 = 0

  init(delimiter: UInt8) {
    delimiters = Self.ones &* UInt64(delimiter)
  }

  /// The first offset from `index` on with a control character, a quote or a delimiter. There
  /// must be one before the memory ends.
  @inline(__always)
  mutating func next(_ base: UnsafeMutablePointer<UInt8>, from index: Int) -> Int {
    var index = index
    while true {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      // Subtracting borrows from the next byte only above a hit, and only the lowest hit counts.
      let atQuotes = word ^ quotes
      let atDelimiters = word ^ delimiters
      let control = (word &- Self.blanks) & ~word
      let quote = (atQuotes &- Self.ones) & ~atQuotes
      let delimiter = (atDelimiters &- Self.ones) & ~atDelimiters
      let hits = (control | quote | delimiter) & Self.highBits
      if hits != 0 {
        seen |= (word | (word &+ Self.ones)) & ((hits & (0 &- hits)) &- 1)
        return index + hits.trailingZeroBitCount >> 3
      }
      seen |= word | (word &+ Self.ones)
      index += 8
    }
  }

  var sawHighBit: Bool { seen & Self.highBits != 0 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
}
