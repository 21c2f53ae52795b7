extension UsageHelp {
  /// `(values: a, b; default: a)` at the end of a description, of which a line may hold a part.
  static func values(_ line: String, _ isOpen: inout Bool) -> String {
    var text = line
    var start = text.startIndex
    if !isOpen {
      guard let opening = opening(in: text) else { return text }
      isOpen = true
      start = opening.range.lowerBound
      text.replaceSubrange(opening.range, with: opening.word)
    }
    var values = String(text[start...])
    for (english, chinese) in separators { values = values.replacing(english, with: chinese) }
    for (english, chinese) in endings where values.hasSuffix(english) {
      values = values.dropLast(english.count) + chinese
      isOpen = english != ")"
      break
    }
    return text[..<start] + values
  }

  private static let separators = [
    ("; default as flag: ", "；不写内容时："), ("; default: ", "；默认："),
    (" default: ", " 默认："), (", ", "、"),
  ]

  /// Where a line was wrapped, or the list ends.
  private static let endings = [
    ("; default:", "；默认："), (" default:", " 默认："), (",", "、"), (";", "；"), (")", "）"),
  ]

  /// Where a list of values begins, with the blank that parts it from a description.
  private static func opening(in text: String) -> (range: Range<String.Index>, word: String)? {
    let words = [
      ("(values:", "（可选："), ("(default as flag:", "（不写内容时："), ("(default:", "（默认："),
    ]
    for (english, chinese) in words {
      guard var range = text.firstRange(of: english) else { continue }
      if text[range.upperBound...].hasPrefix(" ") {
        range = range.lowerBound..<text.index(after: range.upperBound)
      }
      // Indentation is no parting blank.
      let before = text[..<range.lowerBound]
      if before.hasSuffix(" "), !before.hasSuffix("  ") {
        range = text.index(before: range.lowerBound)..<range.upperBound
      }
      return (range, chinese)
    }
    return nil
  }
}
