extension String {
  /// This text in lines of at most `width` terminal columns, at least one line.
  ///
  /// Lines break at spaces and between Chinese characters, never before a closing mark or after
  /// an opening one; a word longer than a line is broken where the line ends. A line feed in the
  /// text begins a new line.
  public func wrapped(to width: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      if DisplayWidth.of(paragraph) <= width { return [String(paragraph)] }
      var filler = LineFiller(width: max(1, width))
      for piece in pieces(of: paragraph) { filler.add(piece) }
      return filler.finished()
    }
  }
}

/// A run of text that stays together, and the spaces in front of it.
private struct Piece {
  var text = ""
  var width = 0
  var spaces = 0
}

private func pieces(of text: Substring) -> [Piece] {
  var result: [Piece] = []
  var piece = Piece()
  var previous: Character?
  for character in text {
    if character == " " {
      if !piece.text.isEmpty {
        result.append(piece)
        piece = Piece()
      }
      piece.spaces += 1
      previous = nil
      continue
    }
    if let previous, LineBreakRules.mayBreak(between: previous, and: character) {
      result.append(piece)
      piece = Piece()
    }
    piece.text.append(character)
    piece.width += DisplayWidth.of(character)
    previous = character
  }
  return piece.text.isEmpty ? result : result + [piece]
}

private enum LineBreakRules {
  private static let closing = Set(
    ".,;:?!)]}%、。》〉」』】〕”’…\u{FF0C}\u{FF1B}\u{FF1A}\u{FF1F}\u{FF01}\u{FF09}\u{FF05}")
  private static let opening = Set("([{《〈「『【〔“‘\u{FF08}")

  static func mayBreak(between previous: Character, and next: Character) -> Bool {
    if closing.contains(next) || opening.contains(previous) { return false }
    return closing.contains(previous) && !previous.isASCII
      || DisplayWidth.of(previous) > 1 || DisplayWidth.of(next) > 1
  }
}

private struct LineFiller {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var used = 0

  init(width: Int) { self.width = width }

  mutating func add(_ piece: Piece) {
    // Spaces at a break vanish; those that indent the first line are meant.
    let spaces = line.isEmpty && !lines.isEmpty ? 0 : piece.spaces
    if used + spaces + piece.width <= width {
      line += String(repeating: " ", count: spaces) + piece.text
      used += spaces + piece.width
    } else {
      endLine()
      if piece.width <= width { take(piece.text, piece.width) } else { breakUp(piece.text) }
    }
  }

  private mutating func take(_ text: String, _ textWidth: Int) {
    line = text
    used = textWidth
  }

  private mutating func breakUp(_ text: String) {
    for character in text {
      let characterWidth = DisplayWidth.of(character)
      if used + characterWidth > width { endLine() }
      line.append(character)
      used += characterWidth
    }
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(line) }
    line = ""
    used = 0
  }

  mutating func finished() -> [String] {
    endLine()
    return lines.isEmpty ? [""] : lines
  }
}
