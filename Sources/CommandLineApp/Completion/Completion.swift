internal import ArgumentParser
internal import Registers
internal import Suite
internal import TargetEngine

/// What may come next on a command line. The shells' scripts ask for it word by word.
struct Completion {
  private let typed: TypedWords
  private let ledger: LedgerWords
  /// Words come in the script that is being typed, and where nothing is, in the user's language.
  private let language: Language

  /// - Parameter typed: the words after the program's name; the last is being typed.
  init(_ typed: [String], _ language: Language) {
    let words = TypedWords(typed)
    let name = words.last.drop { $0 == "-" }
    self.typed = words
    self.language =
      name.isEmpty ? language : name.utf8.contains { $0 >= 0x80 } ? .zh : .en
    ledger = LedgerWords(database: words.database, language: self.language)
  }

  /// The words that go on from what was typed.
  func candidates() -> [String] {
    let all = next()
    if all == [CompletionScript.files] { return all }
    return all.filter { $0.hasPrefix(typed.last) && $0 != typed.last }
  }

  private func next() -> [String] {
    let last = typed.last
    let (path, rest) = typed.command
    let help = leaf(of: path).map(CommandHelp.init)
    if let option = typed.pending { return values(of: option, help) }
    if last.hasPrefix("-") {
      guard let sign = last.firstSign(of: "=") else { return offered(help, path) }
      let found = values(of: OptionWords.english(String(last[..<sign])), help)
      return found == [CompletionScript.files] ? found : found.map { "\(last[...sign])\($0)" }
    }
    guard !path.isEmpty else { return commands }
    if path[0] == "record" {
      return path.count == 1 ? verbs(of: "record") : record(path[1], rest)
    }
    if path.count == 1, Invocation.isGroup(path[0]) { return group(path[0]) }
    if let module = Suite.module(Suite.word(path[0])), path.count == 1, help == nil {
      return rest.isEmpty ? inside(module) : []
    }
    guard let help, let item = help.arguments.dropFirst(rest.count).first ?? help.arguments.last
    else { return [] }
    return values(item)
  }

  /// The command that words name; nil for a group of them.
  private func leaf(of path: [String]) -> (any ParsableCommand.Type)? {
    guard let first = path.first else { return nil }
    if path.count > 1 { return Taizhang.verbs(of: first).first { $0._commandName == path[1] } }
    return Invocation.isGroup(first) ? nil : Taizhang.command(named: first)
  }

  private var commands: [String] {
    language == .zh
      ? CommandWords.first.map(\.zh) + Suite.modules.map(\.title.zh)
        + Suite.registers.map(\.name.title.zh)
      : Taizhang.names.filter { $0 != "record" } + Suite.modules.map(\.name)
  }

  private func verbs(of group: String) -> [String] {
    Taizhang.verbs(of: group).filter { $0.configuration.shouldDisplay }.flatMap { verb in
      let name = verb._commandName
      let aliases = CommandWords.aliases(of: name, isVerb: true)
      return language == .zh && !aliases.isEmpty ? aliases : [name]
    }
  }

  /// After a group: its verbs, and what its usual verb takes.
  private func group(_ name: String) -> [String] {
    let usual = Taizhang.usualVerbs[name].flatMap { leaf(of: [name, $0]) }
    return verbs(of: name)
      + (usual.flatMap { CommandHelp($0).arguments.first.map(values) } ?? [])
  }

  private func inside(_ module: Module) -> [String] {
    let isChinese = language == .zh
    let own = module.registers.contains { $0.name.title.zh == typed.plain.first }
    return module.registers.map { isChinese ? $0.name.title.zh : $0.name.word }
      + module.questions.map { isChinese ? $0.title.zh : $0.name }
      + module.actions.map { isChinese ? $0.title.zh : $0.name }
      + (own ? verbs(of: "record") : [])
  }

  private func offered(_ help: CommandHelp?, _ path: [String]) -> [String] {
    let declared =
      help?.options.map(\.name) ?? CommandHelp(Taizhang.self).options.map(\.name)
    let takesMonth = help?.arguments.contains { $0.hole == "month" } ?? false
    return (declared + ["--help"] + (takesMonth ? ["--month"] : []))
      .filter { !typed.options.contains($0) }.map { OptionWords.spoken($0, language) }
  }

  private func values(of option: String, _ help: CommandHelp?) -> [String] {
    if option == "--month" { return ledger.values(.month) }
    guard let item = help?.options.first(where: { $0.name == option }) else {
      return CommonOption(rawValue: String(option.dropFirst(2))).map { common in
        common.choices.isEmpty && common.takesFile ? [CompletionScript.files] : common.choices
      } ?? []
    }
    return values(item)
  }

  private func values(_ item: CommandHelp.Item) -> [String] {
    if !item.choices.isEmpty { return item.choices }
    return ledger.values(ValueWords.kind(of: item.hole ?? ""))
  }

  private func record(_ verb: String, _ rest: [String]) -> [String] {
    guard let register = rest.first, let slot = Suite.registers.first(where: { $0.id == register })
    else { return [] }
    let given = Array(rest.dropFirst())
    if ["import"].contains(verb) { return [CompletionScript.files] }
    return RecordCompletion(ledger.shape(of: slot), ledger, language)
      .candidates(after: verb, given, typed.last)
  }
}
