extension [UInt8] {
  /// Appends `string` in quotes. UTF-8 stays as it is; quotes, backslashes and control characters
  /// are escaped, the C1 controls among them because some terminals obey them.
  mutating func appendJSON(_ string: String) {
    append(UInt8(ascii: "\""))
    // The common case, nothing to escape, is one copy.
    let isPlain = string.utf8.withContiguousStorageIfAvailable { bytes in
      if bytes.contains(where: mayNeedEscape) { return false }
      append(contentsOf: bytes)
      return true
    }
    if isPlain != true { appendEscaped(string) }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ string: String) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": append(contentsOf: #"\""#.utf8)
      case "\\": append(contentsOf: #"\\"#.utf8)
      case "\n": append(contentsOf: #"\n"#.utf8)
      case "\r": append(contentsOf: #"\r"#.utf8)
      case "\t": append(contentsOf: #"\t"#.utf8)
      case "\0"..<" ", "\u{7F}"..."\u{9F}": appendEscape(UInt8(scalar.value))
      default: append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
  }

  private mutating func appendEscape(_ code: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    append(contentsOf: #"\u00"#.utf8)
    append(digits[Int(code >> 4)])
    append(digits[Int(code & 15)])
  }
}

/// True for the bytes that are escaped and for 0xC2, with which the C1 controls begin.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    || byte == 0xC2
}
