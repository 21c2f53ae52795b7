/// The blanks of Chinese typing and of web pages, next to the plain ones: U+3000 and U+00A0.
enum WideBlanks {
  @inline(__always)
  static func trim(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while case let length = blank(base, at: first, before: last), length > 0 { first += length }
    while case let length = blank(base, endingAt: last, after: first), length > 0 {
      last -= length
    }
    return first..<last
  }

  /// The bytes of the blank that starts at `index`; 0 if none does.
  @inline(__always)
  private static func blank(
    _ base: UnsafePointer<UInt8>, at index: Int, before end: Int
  ) -> Int {
    guard index < end else { return 0 }
    switch base[index] {
    case ByteScan.space, ByteScan.tab: return 1
    case 0xC2 where index + 1 < end && base[index + 1] == 0xA0: return 2
    case 0xE3 where index + 2 < end && base[index + 1] == 0x80 && base[index + 2] == 0x80:
      return 3
    default: return 0
    }
  }

  @inline(__always)
  private static func blank(
    _ base: UnsafePointer<UInt8>, endingAt end: Int, after start: Int
  ) -> Int {
    guard end > start else { return 0 }
    switch base[end - 1] {
    case ByteScan.space, ByteScan.tab: return 1
    case 0xA0 where end - 2 >= start && base[end - 2] == 0xC2: return 2
    case 0x80 where end - 3 >= start && base[end - 2] == 0x80 && base[end - 3] == 0xE3: return 3
    default: return 0
    }
  }
}
