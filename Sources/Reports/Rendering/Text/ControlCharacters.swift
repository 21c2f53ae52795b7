/// Takes the teeth out of texts that came from files and clipboards: an escape sequence in a note
/// must not reach a terminal, nor a line feed break a table.
public enum ControlCharacters {
  /// `text` on one line: white space becomes a space, other control characters a visible symbol.
  public static func replaced(in text: String) -> String {
    replaced(in: text, keepingLines: false)
  }

  /// As `replaced(in:)`, keeping tabs and, as line feeds, the ends of lines.
  public static func replacedKeepingLines(in text: String) -> String {
    replaced(in: text, keepingLines: true)
  }

  private static func replaced(in text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n", previous == "\r" { continue }
      if let substitute = substitute(for: scalar, keepingLines: keepingLines) {
        result.append(substitute)
      }
    }
    return String(result)
  }

  private static func substitute(
    for scalar: Unicode.Scalar, keepingLines: Bool
  ) -> Unicode.Scalar? {
    guard isControl(scalar) else { return scalar }
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return keepingLines ? "\n" : " "
    case 0x09: return keepingLines ? "\t" : " "
    case 0x0B, 0x0C: return " "
    case 0xFEFF: return nil
    case 0x7F: return "\u{2421}"
    // Unicode has a picture for each of the C0 controls, in their order.
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
    default: return "\u{FFFD}"
    }
  }

  /// C0 and C1 controls, separators of lines, byte order marks, and the marks that turn the
  /// direction of writing, with which a text can pretend to be another.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF: true
    case 0x061C, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
