internal import TargetEngine

/// How a stretch of text looks on a terminal with colour.
enum Style {
  case plain, bold, dim
}

/// Adds escape sequences where colour is wanted, and only there.
struct Paint {
  let color: Bool

  func callAsFunction(_ text: String, _ style: Style, _ light: Light = .none) -> String {
    let codes = [style.code, light.code].compactMap(\.self)
    guard color, !codes.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[" + codes.joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }
}

extension Style {
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .dim: "2"
    }
  }
}

extension Light {
  fileprivate var code: String? {
    switch self {
    case .green: "32"
    case .yellow: "33"
    case .red: "31"
    case .grey: "90"
    case .none: nil
    }
  }
}

extension String {
  /// This text as one line of a terminal: harmless, without spaces at its end, and no longer than
  /// anybody reads in a table.
  var asTerminalLine: String {
    let longest = 10_000
    let isLong = utf8.count > longest && count > longest
    var line = ControlCharacters.replaced(in: isLong ? prefix(longest) + "…" : self)
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// A line in the making. Spaces wait until text follows them, so that none end a line.
struct TerminalLine {
  private(set) var text = ""
  private var spaces = 0

  mutating func skip(_ columns: Int) { spaces += columns }

  mutating func put(_ piece: String) {
    guard !piece.isEmpty else { return }
    text += String(repeating: " ", count: spaces) + piece
    spaces = 0
  }
}
