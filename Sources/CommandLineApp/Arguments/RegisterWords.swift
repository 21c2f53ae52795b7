internal import ArgumentParser
internal import Registers
internal import Suite

/// `clinics project add …`, or with titles 机构标准化建设 标准化建设项目 添加, as the one command
/// that each verb has for every register.
struct RegisterWords {
  let words: [String]

  /// Takes the register's words from the beginning of a command; nil when it names none.
  init?(_ commands: inout [String], _ rest: inout [String]) {
    guard commands.count == 1, let first = commands.first else { return nil }
    let path = Array(rest.prefix { !$0.hasPrefix("-") })
    let module = Suite.module(Suite.word(first))
    if let module, let word = path.first {
      if let question = module.questions.named(word) {
        rest.removeFirst()
        words = ["record", "question", module.name, question.name]
        return
      }
      if let action = module.actions.named(word) {
        rest.removeFirst()
        words = ["record", "action", module.name, action.name]
        return
      }
    }
    let within = path.first.flatMap { word in
      module?.registers.first { $0.name.isNamed(word) }
    }
    // A module and a register may have one name: 重点任务 列表 is about the register.
    let isAlone = module == nil || path.first.map(RegisterWords.isVerb) ?? false
    let slot =
      within
      ?? (isAlone ? Suite.registers.first { $0.name.title.zh == first || $0.id == first } : nil)
    guard let slot else {
      guard let module, !module.registers.isEmpty else { return nil }
      words = RegisterWords.about(module, path.first, &rest)
      return
    }
    rest.removeFirst(within == nil ? 0 : 1)
    if let verb = rest.first, !verb.hasPrefix("-") {
      rest.removeFirst()
      words = ["record", CommandWords.verb(verb), slot.id]
    } else {
      let isHelp = RegisterWords.takeHelp(&rest)
      words = (isHelp ? ["record", "usage"] : ["register", "show"]) + [slot.id]
    }
  }

  /// A module without one of its registers.
  private static func about(
    _ module: Module, _ word: String?, _ rest: inout [String]
  ) -> [String] {
    if let word {
      // The command line's own error says that there is no such register.
      rest = []
      return ["register", "show", word]
    }
    guard takeHelp(&rest) else { return ["register", "list", "--module", module.name] }
    // Where a register has the name of its module, that is what is asked about.
    let own = module.registers.first { $0.name.title.zh == module.title.zh }
    return ["record", "usage", own?.id ?? module.name]
  }

  /// What is said of a register is no help of the parser's.
  private static func takeHelp(_ rest: inout [String]) -> Bool {
    let count = rest.count
    rest.removeAll { $0 == "--help" || $0 == "-h" }
    return rest.count < count
  }

  /// What can be done with the records of a register.
  static var verbs: [any ParsableCommand.Type] {
    Taizhang.verbs(of: "record").filter { $0.configuration.shouldDisplay }
  }

  /// Whether a word is one of those verbs.
  static func isVerb(_ word: String) -> Bool {
    verbs.contains { $0._commandName == CommandWords.verb(word) }
  }

  /// What stands before the verb of `record VERB REGISTER` as it was given; nil for another command.
  static func spoken(_ words: [String]) -> String? {
    guard words.first == "record", words.count > 2,
      let slot = Suite.registers.first(where: { $0.id == words[2] })
    else { return nil }
    return "\(slot.name.module) \(slot.name.word)"
  }
}
