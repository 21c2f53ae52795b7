internal import TargetEngine

extension StringProtocol {
  /// The text with ASCII characters in place of their full-width forms, without blanks at either end.
  public var halfWidth: String {
    let scalars = unicodeScalars.lazy.map(\.halfWidth)
    return String(String.UnicodeScalarView(scalars)).trimmingBlanks
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

extension Character {
  /// The ASCII character of which it is the full-width form; any other is itself.
  var halfWidth: Character {
    guard let first = unicodeScalars.first, unicodeScalars.count == 1 else { return self }
    return Character(first.halfWidth)
  }

  var isASCIIDigit: Bool { isASCII && isNumber }
}
