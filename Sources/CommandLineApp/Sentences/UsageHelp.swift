/// The parser's help in Chinese: its headings and fixed phrases, line by line.
enum UsageHelp {
  static func chinese(_ lines: ArraySlice<Substring>) -> String {
    var isInCommands = false
    // A list of values may be wrapped over several lines.
    var isInValues = false
    return lines.map { line in
      if line.isEmpty { isInValues = false }
      if let heading = heading(line) {
        isInCommands = line.hasSuffix(commandsHeading)
        return heading
      }
      if let opening = opening(line) { return opening }
      var text = phrase(line)
      if isInCommands { text = markingDefault(text) }
      return values(text, &isInValues)
    }.joined(separator: "\n")
  }

  private static let commandsHeading = "SUBCOMMANDS:"

  /// A line that holds a heading and nothing else.
  private static func heading(_ line: Substring) -> String? {
    switch line {
    case "ARGUMENTS:": return "参数："
    case "OPTIONS:": return "选项："
    case "SUBCOMMANDS:": return "命令："
    default:
      guard !line.hasPrefix(" ") else { return nil }
      if line.hasSuffix(" " + commandsHeading) {
        return line.dropLast(commandsHeading.count + 1) + "命令："
      }
      // A section named in Chinese already has only its colon from the parser.
      guard line.hasSuffix(":"), line.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
      return line.dropLast() + "："
    }
  }

  /// A line that begins with a heading.
  private static func opening(_ line: Substring) -> String? {
    let openings = [
      ("OVERVIEW: ", "简介："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Help:  ", "说明："),
    ]
    for (english, chinese) in openings where line.hasPrefix(english) {
      let rest = String(line.dropFirst(english.count))
      return chinese + (chinese == "用法：" ? usage(rest) : rest)
    }
    return pointer(String(line))
  }

  /// The holes that the parser itself puts into a synopsis.
  private static func usage(_ text: String) -> String {
    text.replacing("<options>", with: "<选项>").replacing("<subcommand>", with: "<命令>")
  }

  private static func pointer(_ line: String) -> String? {
    UsagePattern("  See '{}' for more information.") { "  更多说明请运行：\($0[0])" }.translate(line)
      ?? UsagePattern("  See '{}' for detailed help.") { "  各命令的说明请运行：\(usage($0[0]))" }
      .translate(line)
  }

  private static func phrase(_ line: Substring) -> String {
    let phrases = [
      ("Show help information.", "显示帮助。"), ("Show the version.", "显示版本。"),
      ("Show subcommand help information.", "显示命令的帮助。"),
    ]
    for (english, chinese) in phrases where line.hasSuffix(" " + english) {
      return line.dropLast(english.count) + chinese
    }
    return String(line)
  }

  /// The command that is run when none is named. The mark keeps its width, so that what follows
  /// stays in its column.
  private static func markingDefault(_ line: String) -> String {
    guard let place = line.firstRange(of: " (default)") else { return line }
    let rest = line[place.upperBound...]
    return line[..<place.lowerBound] + (rest.isEmpty ? "（默认）" : "（默认）  \(rest)")
  }
}
