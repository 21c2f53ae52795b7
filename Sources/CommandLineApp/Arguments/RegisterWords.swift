internal import Registers
internal import Suite

/// `clinics project add …`, or with titles 机构标准化建设 标准化建设项目 添加, as the one command
/// that each verb has for every register.
struct RegisterWords {
  let words: [String]

  /// Takes the register's words from the beginning of a command; nil when it names none.
  init?(_ commands: inout [String], _ rest: inout [String]) {
    guard commands.count == 1, let first = commands.first else { return nil }
    var path = rest.prefix { !$0.hasPrefix("-") }[...]
    let module = Suite.module(Suite.word(first))
    let slot: RegisterSlot?
    if let module, let word = path.first, let question = module.questions.named(word) {
      rest.removeFirst()
      words = ["record", "question", module.name, question.name]
      return
    }
    if let module, let word = path.first, let action = module.actions.named(word) {
      rest.removeFirst()
      words = ["record", "action", module.name, action.name]
      return
    }
    if let module, !module.registers.isEmpty {
      slot = path.first.flatMap { word in
        module.registers.first { $0.name.isNamed(word) }
      }
      guard slot != nil || path.isEmpty else {
        // The command line's own error says that there is no such register.
        words = ["register", "show", path[path.startIndex]]
        rest = []
        return
      }
      path = path.dropFirst()
    } else {
      slot = Suite.registers.first { $0.name.title.zh == first || $0.id == first }
      guard slot != nil else { return nil }
    }
    guard let slot else {
      words = ["register", "list", "--module", first]
      return
    }
    let verb = path.first
    rest.removeFirst(path.startIndex - rest.startIndex + (verb == nil ? 0 : 1))
    if let verb {
      words = ["record", CommandWords.verb(verb), slot.id]
    } else {
      words = ["register", "show", slot.id]
    }
  }

  /// What stands before the verb of `record VERB REGISTER` as it was given; nil for another command.
  static func spoken(_ words: [String]) -> String? {
    guard words.first == "record", words.count > 2,
      let slot = Suite.registers.first(where: { $0.id == words[2] })
    else { return nil }
    return "\(slot.name.module) \(slot.name.word)"
  }

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
