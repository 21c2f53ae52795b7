/// Validation of UTF-8 by the Unicode standard: no overlong forms, no surrogates, nothing past
/// U+10FFFF.
enum UTF8Check {
  /// What starts at an offset of a text.
  enum Step: Equatable {
    /// A character of that many bytes.
    case character(Int)
    /// That many bytes which begin a character but do not finish it, or one stray byte.
    case invalid(Int)
    /// The text ends within a character that is correct so far.
    case cut
  }

  /// The offset of the first bytes in `start..<end` that are no character.
  ///
  /// - Parameter sawControl: set when there is a control character, a separator of lines or a mark of
  ///   direction that is not below U+0020.
  static func firstInvalid(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, sawControl: inout Bool
  ) -> Int? {
    var index = start
    while index < end {
      if base[index] < 0x80 {
        if base[index] == 0x7F { sawControl = true }
        index += 1
      } else if case .character(let length) = step(base, at: index, end: end) {
        if isControl(base, at: index) { sawControl = true }
        index += length
      } else {
        return index
      }
    }
    return nil
  }

  /// Whether a whole character of several bytes is one of U+0080 to U+009F, U+061C, U+2028 to U+202E or
  /// U+2066 to U+2069.
  @inline(__always)
  private static func isControl(_ base: UnsafePointer<UInt8>, at index: Int) -> Bool {
    switch base[index] {
    case 0xC2: base[index + 1] < 0xA0
    case 0xD8: base[index + 1] == 0x9C
    case 0xE2:
      base[index + 1] == 0x80
        ? (0xA8...0xAE).contains(base[index + 2])
        : base[index + 1] == 0x81 && (0xA6...0xA9).contains(base[index + 2])
    default: false
    }
  }

  @inline(__always)
  static func step(_ base: UnsafePointer<UInt8>, at index: Int, end: Int) -> Step {
    let lead = base[index]
    switch lead {
    case 0..<0x80: return .character(1)
    case 0xC2...0xDF: return rest(base, at: index, end: end, length: 2, 0x80...0xBF)
    case 0xE0: return rest(base, at: index, end: end, length: 3, 0xA0...0xBF)
    case 0xED: return rest(base, at: index, end: end, length: 3, 0x80...0x9F)
    case 0xE1...0xEF: return rest(base, at: index, end: end, length: 3, 0x80...0xBF)
    case 0xF0: return rest(base, at: index, end: end, length: 4, 0x90...0xBF)
    case 0xF1...0xF3: return rest(base, at: index, end: end, length: 4, 0x80...0xBF)
    case 0xF4: return rest(base, at: index, end: end, length: 4, 0x80...0x8F)
    default: return .invalid(1)
    }
  }

  /// Only the second byte has a range of its own; the others are plain continuation bytes.
  @inline(__always)
  private static func rest(
    _ base: UnsafePointer<UInt8>, at index: Int, end: Int, length: Int,
    _ second: ClosedRange<UInt8>
  ) -> Step {
    for offset in 1..<length {
      guard index + offset < end else { return .cut }
      let byte = base[index + offset]
      let fits = offset == 1 ? second.contains(byte) : byte & 0xC0 == 0x80
      guard fits else { return .invalid(offset) }
    }
    return .character(length)
  }
}
