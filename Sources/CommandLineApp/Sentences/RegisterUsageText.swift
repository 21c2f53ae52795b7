internal import Registers
internal import Sentences
internal import Suite
internal import TargetEngine

extension RegisterWords {
  /// The parser's words about `record VERB <register>` as the command that was given, with an example of it.
  static func spoken(
    _ text: String, _ arguments: [String], _ language: Language
  ) -> String {
    guard text.contains("taizhang record "), let words = try? Invocation(arguments).words,
      words.count > 2, words[0] == "record"
    else { return text }
    let isQuestion = ["question", "action"].contains(words[1]) && words.count > 3
    guard
      let command = isQuestion
        ? "\(words[2]) \(words[3])" : spoken(words).map({ "\($0) \(words[1])" })
    else { return text }
    let ours = isQuestion ? ["module", "name"] : ["register"]
    let example = isQuestion ? example(ofItem: words) : example(ofVerb: words, arguments, language)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !ours.contains { line.hasPrefix("  <\($0)>") } }
    return with(example, lines.map(String.init)).joined(separator: "\n")
      .replacing("taizhang record \(words[1])", with: "taizhang \(command)")
      .replacing(ours.map { " <\($0)>" }.joined(), with: "")
  }

  /// Lines with another example, or without one and the blank line behind it.
  private static func with(_ example: String?, _ lines: [String]) -> [String] {
    guard let place = lines.firstIndex(where: { $0.hasPrefix(exampleHeading) }) else {
      return lines
    }
    var lines = lines
    if let example {
      lines[place] = exampleHeading + example
    } else {
      lines.removeSubrange(place..<min(place + 2, lines.count))
    }
    return lines
  }

  /// A command of the verb of `record VERB REGISTER`, with values from the ledger where there is one; nil where the
  /// register has nothing for it.
  private static func example(
    ofVerb words: [String], _ arguments: [String], _ language: Language
  ) -> String? {
    guard let slot = Suite.registers.first(where: { $0.id == words[2] }) else { return nil }
    let ledger = LedgerWords(
      database: TypedWords(arguments + [""]).database, language: language)
    let shape = ledger.shape(of: slot)
    return RegisterExample(shape, ledger.desk, language).command(words[1]).map {
      CommandText(CommandText.path(of: shape.name, language) + $0).text
    }
  }

  /// A command that asks the question, or does the action, of `record question MODULE NAME`.
  private static func example(ofItem words: [String]) -> String {
    let module = Suite.module(words[2])
    let isAction = words[1] == "action"
    let item: (any ModuleItem)? =
      isAction ? module?.actions.named(words[3]) : module?.questions.named(words[3])
    let year = item?.yearOf == nil ? [] : ["\(ExampleYear.current)"]
    let number = item?.numbered == nil ? [] : ["1"]
    let day = ["--on", "\(ExampleYear.current)-06-30"]
    return CommandText([words[2], words[3]] + year + number + day + (isAction ? ["--yes"] : []))
      .text
  }
}
