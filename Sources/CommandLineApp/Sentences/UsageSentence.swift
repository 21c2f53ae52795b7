internal import TargetEngine

/// A text of the parser (help, or an error with its usage) in a language. The parser speaks
/// English only; anything that is neither help nor an error, such as a completion script, passes
/// through.
func localized(_ message: String, _ language: Language) -> String {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  if language == .en {
    guard let first = lines.first, first.hasPrefix(UsageText.errorLabel) else { return message }
    let error = String(first.dropFirst(UsageText.errorLabel.count))
    return
      ([UsageText.errorLabel + UsageMessage.english(error)] + lines.dropFirst().map(String.init))
      .joined(separator: "\n")
  }
  if let first = lines.first, first.hasPrefix(UsageText.errorLabel) {
    // An error may run over several lines: up to what the parser says after every error.
    var end = lines.dropFirst().firstIndex(where: UsageText.followsError) ?? lines.endIndex
    while end > 1, lines[end - 1].isEmpty { end -= 1 }
    let error = lines[..<end].joined(separator: "\n").dropFirst(UsageText.errorLabel.count)
    let rest = end < lines.endIndex ? "\n" + UsageHelp.chinese(lines[end...]) : ""
    return "错误：" + UsageMessage.chinese(String(error)) + rest
  }
  if lines.contains(where: UsageText.isUsage) { return UsageHelp.chinese(lines[...]) }
  return UsageMessage.chinese(message)
}

/// How the parser's texts begin.
private enum UsageText {
  static let errorLabel = "Error: "

  /// What help and the lines after an error have in common.
  static func isUsage(_ line: Substring) -> Bool {
    ["USAGE: ", "Usage: ", "OVERVIEW: "].contains { line.hasPrefix($0) }
  }

  static func followsError(_ line: Substring) -> Bool {
    isUsage(line) || line.hasPrefix("Help:  ") || line.hasPrefix("  See '")
  }
}
