extension RegisterWords {
  /// The parser's words about `record VERB <register>` as the command that was given.
  static func spoken(_ text: String, _ arguments: [String]) -> String {
    guard text.contains("taizhang record "), let words = try? Invocation(arguments).words,
      words.count > 2, words[0] == "record"
    else { return text }
    let isQuestion = ["question", "action"].contains(words[1]) && words.count > 3
    guard
      let command = isQuestion
        ? "\(words[2]) \(words[3])" : spoken(words).map({ "\($0) \(words[1])" })
    else { return text }
    let ours = isQuestion ? ["module", "name"] : ["register"]
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !ours.contains { line.hasPrefix("  <\($0)>") } }.joined(separator: "\n")
      .replacing("taizhang record \(words[1])", with: "taizhang \(command)")
      .replacing(ours.map { " <\($0)>" }.joined(), with: "")
  }
}
