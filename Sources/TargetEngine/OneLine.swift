/// Texts that stand on one line: names, codes, notes and reasons, as they come in from files,
/// commands and prompts.
public enum OneLine {
  /// `text` without control characters: each run of them, with the blanks around it, becomes one
  /// blank, and goes away at either end. Any other text stays as it is.
  public static func folded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var bytes = Array(text.utf8)
    let count = bytes.withUnsafeMutableBufferPointer { fold($0) }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// As `folded`, in the place of UTF-8 bytes; returns how many are left.
  public static func fold(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (read, written) = (0, 0)
    while read < text.count {
      guard controlLength(text, at: read) > 0 else {
        text[written] = text[read]
        (read, written) = (read + 1, written + 1)
        continue
      }
      while written > 0, text[written - 1] == blank { written -= 1 }
      read = endOfRun(text, from: read)
      if written > 0, read < text.count {
        text[written] = blank
        written += 1
      }
    }
    return written
  }

  /// Whether a text says nothing: it has blanks, control characters and invisible ones at most, so
  /// that it is no name of anything.
  public static func isBlank(_ text: String) -> Bool {
    // What letters, digits and Han characters begin with.
    if let first = text.utf8.first, (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      isControl($0) || $0.properties.isWhitespace || ComparedName.isInvisible($0)
    }
  }

  /// Whether a text has a mark that turns the direction of writing, with which it can pretend to be
  /// another.
  public static func turnsDirection(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { turnsDirection($0) }
  }

  /// As `turnsDirection` of UTF-8 bytes: U+061C, U+202A to U+202E, and U+2066 to U+2069.
  public static func turnsDirection(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices.dropLast() {
      switch (text[index], text[index + 1], index + 2 < text.count ? text[index + 2] : 0) {
      case (0xD8, 0x9C, _), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9): return true
      default: continue
      }
    }
    return false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  private static let blank = UInt8(ascii: " ")

  private static func endOfRun(_ text: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let length = text[index] == blank ? 1 : controlLength(text, at: index)
      if length == 0 { break }
      index += length
    }
    return index
  }

  /// The bytes of the control character or separator of lines at `index`; 0 where there is none.
  private static func controlLength(_ text: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int
  {
    let byte = text[index]
    if byte < 0x20 || byte == 0x7F { return 1 }
    guard byte == 0xC2 || byte == 0xE2, index + 1 < text.count else { return 0 }
    let second = text[index + 1]
    if byte == 0xC2 { return (0x80..<0xA0).contains(second) ? 2 : 0 }
    guard second == 0x80, index + 2 < text.count else { return 0 }
    return text[index + 2] & 0xFE == 0xA8 ? 3 : 0
  }
}
