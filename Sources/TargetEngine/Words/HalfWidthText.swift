extension StringProtocol {
  /// The text with ASCII characters in place of their full-width forms, without blanks at either end.
  public var halfWidth: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return String(self).trimmingBlanks }
    let scalars = unicodeScalars.lazy.map(\.halfWidth)
    return String(String.UnicodeScalarView(scalars)).trimmingBlanks
  }
}

extension String {
  /// Without blanks at either end.
  public var trimmingBlanks: String {
    if let first = utf8.first, let last = utf8.last, first.isGraphic, last.isGraphic { return self }
    var text = Substring(self)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// Without the word behind a day that says it is the last in time: `4月底` for `4月底前`.
  public var withoutBefore: String {
    let word = ["之前", "以前", "前"].first { hasSuffix($0) }
    return word.map { String(dropLast($0.count)).trimmingBlanks } ?? self
  }
}

extension UInt8 {
  /// Whether it is an ASCII character that can be seen: neither a blank nor a part of another character.
  public var isGraphic: Bool { (0x21...0x7E).contains(self) }
}

extension Character {
  /// The ASCII character of which it is the full-width form; any other is itself.
  public var halfWidth: Character {
    guard let first = unicodeScalars.first, unicodeScalars.count == 1 else { return self }
    return Character(first.halfWidth)
  }

  /// Whether it is one of 0 to 9.
  public var isASCIIDigit: Bool { isASCII && isNumber }
}
