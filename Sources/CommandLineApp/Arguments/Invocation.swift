internal import Desk
internal import Suite
internal import TargetEngine

/// Puts the words of a command into the order and form that the parser wants.
///
/// Common options may stand anywhere, commands may be given in Chinese, an amount may be negative,
/// and texts are put on one line: the parser itself knows none of this.
struct Invocation {
  /// The words for the parser.
  private(set) var words: [String]

  /// - Throws: `UsageFault` when a common option does not take the value given, or an option is given
  ///   twice.
  init(_ arguments: [String]) throws {
    var commands: [String] = []
    var common: [String] = []
    var rest: [String] = []
    // An option in name only: the month is the last argument of every command that takes one.
    var months: [String] = []
    var isHelp = false
    var index = 0
    while index < arguments.count {
      let word = OptionWords.english(arguments[index])
      index += 1
      if word == "--" {
        rest += arguments[(index - 1)...]
        break
      }
      if let option = CommonOption(word) {
        common.append(word)
        guard index < arguments.count else { break }
        try option.check(arguments[index])
        common.append(arguments[index])
        index += 1
      } else if let (option, value) = CommonOption.assignment(word) {
        try option.check(value)
        common.append(word)
      } else if word == "--force" {
        common.append(word)
      } else if word == Invocation.month, index < arguments.count {
        months.append(arguments[index])
        index += 1
      } else if word.hasPrefix(Invocation.month + "=") {
        months.append(String(word.dropFirst(Invocation.month.count + 1)))
      } else if commands.isEmpty, !isHelp, CommandWords.help.contains(word) {
        // Its words are those of a command, which knows its help itself.
        isHelp = true
      } else if commands.isEmpty, rest.isEmpty, !word.hasPrefix("-") {
        commands = CommandWords.command(word)
      } else if commands.count == 1, rest.isEmpty, Invocation.isGroup(commands[0]),
        !word.hasPrefix("-")
      {
        commands.append(CommandWords.verb(word))
      } else {
        rest.append(Invocation.readable(word))
      }
    }
    if isHelp { rest.append("--help") }
    if let first = commands.first, let verb = Taizhang.usualVerbs[first],
      !(commands.count == 1 ? Invocation.asksForHelp(rest) : Invocation.meansVerb(commands))
    {
      commands.insert(verb, at: 1)
    }
    if let register = RegisterWords(&commands, &rest) { commands = register.words }
    if !Invocation.takesFiles(commands) {
      rest = rest.map(OneLine.folded)
      if let word = rest.first(where: OneLine.turnsDirection) {
        throw UsageFault.directionMark(word)
      }
    }
    words = commands + rest.prefix { $0 != "--" } + months + common + rest.drop { $0 != "--" }
    try OnceOnly.check(words)
  }

  private static let month = "--month"

  /// Whether the words of a command are names of files, which may be any text.
  private static func takesFiles(_ commands: [String]) -> Bool {
    commands.contains { ["import", "backup", "restore", "key"].contains($0) }
  }

  /// Commands whose next word is a verb.
  static func isGroup(_ word: String) -> Bool {
    !Taizhang.verbs(of: word).isEmpty
  }

  /// Whether the second word is a verb, or a miss of one that is to be told.
  private static func meansVerb(_ commands: [String]) -> Bool {
    let verbs = Taizhang.verbs(of: commands[0]).map { $0._commandName }
    let word = commands[1]
    return verbs.contains(word)
      || Suite.module(Suite.word(word)) == nil
        && !Suggestions.nearest(to: word, in: verbs).isEmpty
  }

  private static func asksForHelp(_ rest: [String]) -> Bool {
    rest.contains("--help") || rest.contains("-h")
  }

  /// `-5` would be taken for an option; the minus sign of typography is read as an amount.
  private static func readable(_ word: String) -> String {
    let digits = word.dropFirst().drop { $0 == "." }
    guard word.hasPrefix("-"), let first = digits.first, first.isNumber else { return word }
    return "\u{2212}" + word.dropFirst()
  }
}

extension CommonOption {
  /// Whether words are nothing but such options with their values: no command is named.
  static func areAll(of words: [String]) -> Bool {
    var rest = words[...]
    while let word = rest.popFirst() {
      let isAssigned = assignment(word) != nil
      guard isAssigned || CommonOption(word) != nil && rest.popFirst() != nil else { return false }
    }
    return true
  }

  /// `--db`.
  fileprivate init?(_ word: String) {
    guard word.hasPrefix("--") else { return nil }
    self.init(rawValue: String(word.dropFirst(2)))
  }

  /// `--db=PATH`.
  fileprivate static func assignment(_ word: String) -> (option: CommonOption, value: String)? {
    guard let sign = word.firstSign(of: "="), let option = CommonOption(String(word[..<sign]))
    else { return nil }
    return (option, String(word.unicodeScalars[sign...].dropFirst()))
  }
}
