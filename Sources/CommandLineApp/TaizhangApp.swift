internal import ArgumentParser
internal import Desk
internal import Glibc
internal import Sentences
internal import Suite
internal import TargetEngine

/// The program: from the words of a command to its exit status.
public enum TaizhangApp {
  public static func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    // Let a write beyond the limit of a file fail as a write, which is reported and rolled back.
    signal(SIGXFSZ, SIG_IGN)
    Terminal.expectWidth()
    let arguments = Session.current.arguments
    if let today = Session.today { ExampleYear.set(today.year) }
    let isAlone =
      Terminal.isInput && Terminal.isOutput
      && CommonOption.areAll(of: (try? Invocation(arguments).words) ?? arguments)
    let status = run(isAlone ? ["menu"] + arguments : arguments)
    Ending.end()
    exit(status)
  }

  /// Runs one command and gives its exit status.
  static func run(_ arguments: [String]) -> Int32 {
    let language = Session.current.language
    do {
      if let text = answer(to: arguments) {
        try Output.print(text)
        return ExitStatus.done.rawValue
      }
      try Session.expectText()
      Session.begin { JournalledCommand(arguments).text }
      let words = try Invocation(arguments).words
      var command = try Taizhang.command(words) ?? asked(words)
      try run(&command)
      return ExitStatus.done.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      if Ending.hasCome { return ExitStatus.done.rawValue }
      return report(error, arguments, language)
    }
  }

  /// Runs a command, with the others for one that is about them. They are named one by one: whether a type
  /// conforms to a protocol is looked up among all conformances of the program.
  private static func run(_ command: inout any ParsableCommand) throws {
    let others = { OtherCommands(verbs: RegisterWords.verbs, run: run) }
    switch command {
    case let menu as MenuCommand: try menu.run(others())
    case let usage as RecordUsage: try usage.run(others())
    default: try command.run()
    }
  }

  /// What needs no parser, most of whose time goes into the types of all commands: the version, and
  /// what a shell asks for, its script or the words that may come next.
  private static func answer(to arguments: [String]) -> String? {
    switch arguments.first {
    case CompletionScript.question:
      Completion(Array(arguments.dropFirst()), Session.current.language).candidates()
        .map { $0 + "\n" }.joined()
    case "--generate-completion-script" where arguments.count == 2:
      CompletionScript.script(for: arguments[1])
    case "--version" where arguments.count == 1: Taizhang.version + "\n"
    default: nil
    }
  }

  private static func report(
    _ error: any Error, _ arguments: [String], _ language: Language
  ) -> Int32 {
    let code = Taizhang.exitCode(for: error)
    // What is not the parser's is `failure` to it.
    if error is any Explained || code == .failure {
      let complaint = Complaint(error, language)
      for line in complaint.lines { Output.note(line) }
      return ExitStatus(complaint.cause).rawValue
    }
    let spoken = RegisterWords.spoken(
      localized(Taizhang.fullMessage(for: error), language), arguments, language)
    let aligned = HelpColumns.aligned(spoken)
    let text = language == .zh ? UsageNames.chinese(aligned) : aligned
    if code == .success {
      try? Output.print(text + "\n")
    } else {
      Output.note(text)
    }
    return code == .success ? 0 : ExitStatus.usage.rawValue
  }

  /// What the whole tree of commands makes of words.
  private static func asked(_ words: [String]) throws -> any ParsableCommand {
    try checkWords(words)
    try checkOptions(words)
    return try Taizhang.parseAsRoot(words)
  }

  /// An option that is not there gets its neighbours among those of its command: the parser would guess
  /// by letters, and name one that means something else.
  private static func checkOptions(_ words: [String]) throws {
    guard let first = words.first, !words.contains("--help"), !words.contains("-h") else { return }
    let verbs = Taizhang.verbs(of: first)
    guard
      let type = verbs.isEmpty
        ? Taizhang.command(named: first)
        : verbs.first(where: { $0._commandName == words.dropFirst().first })
    else { return }
    let known =
      CommandHelp(type).options.map(\.name) + CommonOption.allCases.map { "--\($0.rawValue)" }
      + ["--force", "--help", "--version"]
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let option = String(word[..<(word.firstSign(of: "=") ?? word.endIndex)])
      if known.contains(option) { continue }
      let isChinese = option.utf8.contains { $0 >= 0x80 }
      let names = known.map { isChinese ? OptionWords.spoken($0, .zh) : $0 }.map {
        String($0.dropFirst(2))
      }
      throw UsageFault.unknownOption(
        option,
        suggestions: Suggestions.nearest(to: String(option.dropFirst(2)), in: names).map {
          "--" + $0
        })
    }
  }

  /// A command that is not there gets its neighbours named, which the parser would not do.
  private static func checkWords(_ words: [String]) throws {
    guard let first = words.first, !first.hasPrefix("-") else { return }
    let commands = Taizhang.configuration.subcommands.map { $0._commandName }
    guard commands.contains(first) else {
      throw UsageFault.unknownCommand(
        first,
        suggestions: Suggestions.nearest(
          to: first,
          in: commands + CommandWords.help + CommandWords.first.map(\.zh)
            + Suite.modules.flatMap { [$0.name, $0.title.zh] }
            + Suite.registers.map(\.name.title.zh)))
    }
    let names = Taizhang.verbs(of: first).map { $0._commandName }
    guard !names.isEmpty, words.count > 1, !words[1].hasPrefix("-") else { return }
    guard names.contains(words[1]) else {
      let group = RegisterWords.spoken(words) ?? first
      throw UsageFault.unknownCommand(
        "\(group) \(words[1])",
        suggestions: Suggestions.nearest(
          to: words[1],
          in: names + CommandWords.second.filter { names.contains($0.en) }.map(\.zh)
        ).map { "\(group) \($0)" })
    }
  }
}
