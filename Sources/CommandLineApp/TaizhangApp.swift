internal import ArgumentParser
internal import Desk
internal import Glibc
internal import Sentences
internal import TargetEngine

/// The program: from the words of a command to its exit status.
public enum TaizhangApp {
  public static func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    // Let a write beyond the limit of a file fail as a write, which is reported and rolled back.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Session.current.arguments
    if arguments.isEmpty, Terminal.isInput, Terminal.isOutput { Menu.run() }
    exit(run(arguments))
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
      try command.run()
      return ExitStatus.done.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error, language)
    }
  }

  /// What needs no parser, most of whose time goes into the types of all commands: the version, and
  /// what a shell asks for, its script or the words that may come next.
  private static func answer(to arguments: [String]) -> String? {
    switch arguments.first {
    case CompletionScript.question:
      RegisterCompletion(Session.current.language).candidates(Array(arguments.dropFirst()))
        .map { $0 + "\n" }.joined()
    case "--generate-completion-script" where arguments.count == 2:
      CompletionScript.script(for: arguments[1])
    case "--version" where arguments.count == 1: Taizhang.version + "\n"
    default: nil
    }
  }

  private static func report(_ error: any Error, _ language: Language) -> Int32 {
    let code = Taizhang.exitCode(for: error)
    // What is not the parser's is `failure` to it.
    if error is any Explained || code == .failure {
      let complaint = Complaint(error, language)
      for line in complaint.lines { Output.note(line) }
      return ExitStatus(complaint.cause).rawValue
    }
    let text = HelpColumns.aligned(
      RegisterWords.spoken(
        localized(Taizhang.fullMessage(for: error), language), Session.current.arguments))
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
    return try Taizhang.parseAsRoot(words)
  }

  /// A command that is not there gets its neighbours named, which the parser would not do.
  private static func checkWords(_ words: [String]) throws {
    guard let first = words.first, !first.hasPrefix("-") else { return }
    let commands = Taizhang.configuration.subcommands.map { $0._commandName }
    guard commands.contains(first) else {
      throw UsageFault.unknownCommand(
        first,
        suggestions: Suggestions.nearest(
          to: first, in: commands + CommandWords.help + CommandWords.first.map(\.zh)))
    }
    let names = Taizhang.verbs(of: first).map { $0._commandName }
    guard !names.isEmpty, words.count > 1, !words[1].hasPrefix("-") else { return }
    guard names.contains(words[1]) else {
      let group = RegisterWords.spoken(words) ?? first
      throw UsageFault.unknownCommand(
        "\(group) \(words[1])",
        suggestions: Suggestions.nearest(to: words[1], in: names).map { "\(group) \($0)" })
    }
  }
}
