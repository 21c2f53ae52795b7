/// How a text stands on a line of its own: the bytes that end a line or a cell of a list are
/// written with a backslash, and the backslash itself.
///
/// Earlier versions left a carriage return as it is. No escape of theirs reads differently here.
public enum LineEscape {
  /// Whether a byte cannot stand on the line as it is.
  public static func isNeeded(for byte: UInt8) -> Bool {
    byte == 0x5C || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// A text as it stands on a line.
  public static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isNeeded) else { return text }
    return String(decoding: escaped(bytes: text.utf8), as: UTF8.self)
  }

  /// Bytes as they stand on a line.
  public static func escaped(bytes: some Sequence<UInt8>) -> [UInt8] {
    var escaped: [UInt8] = []
    for byte in bytes {
      if isNeeded(for: byte) { escaped.append(0x5C) }
      switch byte {
      case 0x0A: escaped.append(UInt8(ascii: "n"))
      case 0x0D: escaped.append(UInt8(ascii: "r"))
      case 0x09: escaped.append(UInt8(ascii: "t"))
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  /// The text that stands on a line.
  public static func unescaped(_ text: Substring.UTF8View) -> String {
    guard text.contains(0x5C) else { return String(Substring(text)) }
    var bytes: [UInt8] = []
    var isAfterBackslash = false
    for byte in text {
      if !isAfterBackslash, byte == 0x5C {
        isAfterBackslash = true
        continue
      }
      switch byte {
      case UInt8(ascii: "n") where isAfterBackslash: bytes.append(0x0A)
      case UInt8(ascii: "r") where isAfterBackslash: bytes.append(0x0D)
      case UInt8(ascii: "t") where isAfterBackslash: bytes.append(0x09)
      default: bytes.append(byte)
      }
      isAfterBackslash = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
