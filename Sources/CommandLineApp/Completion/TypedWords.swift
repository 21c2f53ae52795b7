internal import Suite

/// What was typed so far, taken apart for completion: the last word is being typed.
struct TypedWords {
  /// The word that is being typed.
  let last: String
  /// The words before it that are no options, the command first.
  private(set) var plain: [String] = []
  /// The options before it, in English.
  private(set) var options: [String] = []
  /// The option whose value is being typed.
  private(set) var pending: String?
  /// The database that was named.
  private(set) var database: String?

  init(_ typed: [String]) {
    let words = TypedWords.joined(typed)
    last = words.last ?? ""
    for word in words.dropLast() {
      if let option = pending {
        if option == "--db" { database = word }
        pending = nil
        continue
      }
      let english = OptionWords.english(word)
      guard english.hasPrefix("--") else {
        plain.append(word)
        continue
      }
      let sign = english.firstIndex(of: "=")
      let option = String(english[..<(sign ?? english.endIndex)])
      options.append(option)
      if let sign {
        if option == "--db" { database = String(english[english.index(after: sign)...]) }
      } else if !OptionWords.isFlag(option) {
        pending = option
      }
    }
  }

  /// The words of a command in English, and what follows them.
  var command: (path: [String], rest: [String]) {
    guard let first = plain.first else { return ([], []) }
    if let slot = register {
      let words = plain.dropFirst(slot.words)
      guard let verb = words.first.map(CommandWords.verb) else { return (["record"], []) }
      return (["record", verb], [slot.id] + words.dropFirst())
    }
    var path = CommandWords.command(first)
    var rest = plain.dropFirst()
    if path.count == 1, Invocation.isGroup(path[0]) {
      let verbs = Taizhang.verbs(of: path[0]).map { $0._commandName }
      if let verb = rest.first.map(CommandWords.verb), verbs.contains(verb) {
        path.append(verb)
        rest = rest.dropFirst()
      } else if let usual = Taizhang.usualVerbs[path[0]], !rest.isEmpty {
        path.append(usual)
      }
    }
    return (path, Array(rest))
  }

  /// The register that the first words name, and how many words that takes.
  var register: (id: String, words: Int)? {
    guard let first = plain.first, CommandWords.command(first) == [first] else { return nil }
    if let module = Suite.module(Suite.word(first)), plain.count > 1,
      let slot = module.registers.first(where: { $0.name.isNamed(plain[1]) })
    {
      return (slot.id, 2)
    }
    let isVerb = plain.count > 1 && RegisterWords.isVerb(plain[1])
    guard Suite.module(Suite.word(first)) == nil || isVerb else { return nil }
    return Suite.registers.first { $0.name.title.zh == first || $0.id == first }.map { ($0.id, 1) }
  }

  /// Bash hands `field=value` over as three words.
  private static func joined(_ typed: [String]) -> [String] {
    var words: [String] = []
    var isOpen = false
    for word in typed {
      if word == "=" || isOpen, let last = words.popLast() {
        words.append(last + word)
      } else {
        words.append(word)
      }
      isOpen = word == "="
    }
    return words
  }
}
