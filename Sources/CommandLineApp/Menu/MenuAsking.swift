internal import Desk
internal import Sentences
internal import TargetEngine

/// Asks one question until its answer is right. What is typed narrows a list down to one.
struct MenuAsking {
  private let menu: MenuPlace
  private let question: MenuQuestion
  private let language: Language

  enum Outcome { case given(String), none, end }

  /// How many choices are listed at once: a page of a small terminal.
  private static let listed = 15

  init(_ menu: MenuPlace, _ question: MenuQuestion) {
    self.menu = menu
    self.question = question
    language = menu.language
  }

  func answer() -> Outcome {
    if let given = question.answer.given { return .given(given) }
    let choices = choices
    let marks = marks(of: choices)
    var shown = question.answer.showsChoices ? list(choices, marks) : []
    var refused: String?
    while true {
      guard let line = Prompt.ask(prompt).map(OneLine.folded) else {
        Output.note("")
        return .end
      }
      if line.isEmpty {
        if let standard = question.answer.standard(menu) { return .given(standard) }
        guard question.isNeeded, question.isInsisted else { return .none }
        Output.note(say("这一项必填；不办了请按 Ctrl-D。", "This is needed; Ctrl-D gives up."))
        continue
      }
      if let chosen = zip(marks, shown).first(where: { $0.0 == mark(line) }) {
        return .given(chosen.1.word)
      }
      do {
        return .given(try question.answer.read(line, menu))
      } catch {
        let near = near(line, among: choices)
        if question.answer.mayBeNew {
          // Said twice, or like nothing that is known, it is meant as it is.
          if near.isEmpty || line == refused { return .given(line) }
          refused = line
          shown = list(near, marks)
          Output.note(
            say(
              "  请选编号；确是新的，再输一遍“\(Wording.plain(line))”。",
              "  Choose a number; for a new one type '\(Wording.plain(line))' again."))
        } else if near.count == 1 {
          Output.note("→ \(Wording.plain(near[0].title))")
          return .given(near[0].word)
        } else if near.isEmpty {
          Complaint(error, language).lines.forEach(Output.note)
        } else {
          shown = list(near, marks)
        }
      }
    }
  }

  private func near(_ line: String, among choices: [MenuAnswer.Choice]) -> [MenuAnswer.Choice] {
    if let search = question.answer.search {
      return (try? search(try menu.desk(), line)) ?? []
    }
    return choices.filter { $0.title.compared.contains(line.compared) }
  }

  private var choices: [MenuAnswer.Choice] {
    (try? question.answer.choices(try menu.desk())) ?? []
  }

  /// What stands before the lines of a list: numbers, and letters where an answer may be a number, which
  /// then means itself.
  private func marks(of choices: [MenuAnswer.Choice]) -> [String] {
    if question.answer.isNumber || choices.contains(where: { Numeral.whole($0.word) != nil }) {
      return "abcdefghijklmno".map(String.init)
    }
    return (1...MenuAsking.listed).map(String.init)
  }

  /// What was typed, as it stands before a line: without zeros in front.
  private func mark(_ line: String) -> String {
    Numeral.whole(line).map(String.init) ?? line.lowercased()
  }

  /// Shows choices with their marks, as many as a small terminal takes.
  private func list(_ choices: [MenuAnswer.Choice], _ marks: [String]) -> [MenuAnswer.Choice] {
    let shown = Array(choices.prefix(MenuAsking.listed))
    for (mark, choice) in zip(marks, shown) {
      Output.note("  \(mark.count == 1 ? " " : "")\(mark)  \(Wording.plain(choice.title))")
    }
    let left = choices.count - shown.count
    if left > 0 {
      Output.note(
        say("  还有 \(left) 个，写出名称中的几个字再找。", "  \(left) more: type part of a name to find them."))
    }
    return shown
  }

  private var prompt: String {
    var hints: [String] = []
    if let standard = question.answer.standard(menu) {
      hints = [say("回车为 \(standard)", "Enter: \(standard)")]
    } else if !question.isNeeded {
      hints = [say("回车跳过", "Enter passes over")]
    }
    let hint = hints.first.map { say("（\($0)）", " (\($0))") } ?? ""
    return question.text(language) + hint + say("：", ": ")
  }
}
