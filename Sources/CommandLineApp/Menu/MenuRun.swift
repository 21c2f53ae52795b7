internal import Desk
internal import Sentences
internal import TargetEngine

/// Asks what a form needs, shows the command that comes of it, and runs that.
struct MenuRun {
  private let menu: MenuPlace
  private let language: Language

  init(_ menu: MenuPlace) {
    self.menu = menu
    language = menu.language
  }

  func perform(_ form: MenuForm) {
    for words in form.first { run(words) }
    var words = form.words
    guard ask(form.questions, &words) else { return }
    run(words, isConfirmed: form.isConfirmed)
  }

  /// False when a question that needs an answer got none.
  private func ask(_ questions: [MenuQuestion], _ words: inout [String]) -> Bool {
    for question in questions {
      switch MenuAsking(menu, question).answer() {
      case .given(let answer):
        words += question.commandWords(answer)
        if !ask(question.then(answer, menu), &words) { return false }
      case .none: if question.isNeeded { return false }
      case .end: return false
      }
    }
    return true
  }

  private func run(_ words: [String], isConfirmed: Bool = false) {
    let command = CommandWords.spoken(words, language) + given
    Output.note("\n  \(CommandText(command).text)")
    if isConfirmed, !isWanted {
      Output.note(say("没有办理。", "Nothing was done."))
      return
    }
    Output.note("")
    let status = menu.runCommand(command)
    if status != ExitStatus.done.rawValue, status != ExitStatus.found.rawValue {
      let text = CommandText(command).text
      Output.note(
        say(
          "没有办成。您填的都在下面这一行里，改好后可以直接运行：\n  \(text)",
          "This was not done. Your answers are in this line, which can be mended and run:\n  \(text)"
        ))
    }
  }

  private var isWanted: Bool {
    while true {
      let question = say("办理吗？（回车办理，0 放弃）：", "Do it? (Enter does, 0 does not): ")
      switch Prompt.ask(question).map(OneLine.folded)?.lowercased() {
      case "", "y", "yes", "是": return true
      case nil, "0", "n", "no", "否": return false
      default: continue
      }
    }
  }

  /// The common options that the menu was given, for each of its commands.
  private var given: [String] {
    let options = menu.options
    return [
      ("--db", options.db), ("--lang", options.lang), ("--as", options.actor),
      ("--today", options.today), ("--color", options.color),
    ].flatMap { name, value in value.map { [OptionWords.spoken(name, language), $0] } ?? [] }
  }
}
