internal import Desk
internal import Registers
internal import Sentences
internal import TargetEngine

/// Asks for a record field by field, on a terminal.
struct RecordPrompt {
  private let shape: RegisterShape

  init(_ shape: RegisterShape) { self.shape = shape }

  /// The fields that were answered; an empty answer passes one over, a wrong one is asked again.
  ///
  /// - Parameter all: whether the fields of procedure are asked for too.
  func ask(_ desk: Desk, all: Bool) throws -> [Desk.Assignment] {
    let language = Session.current.language
    Output.note(
      say(
        "逐项录入\(shape.name.title.zh)，带 * 的必填，其余可直接回车跳过。",
        "Fields marked * are needed; return skips one."))
    var answers: [Desk.Assignment] = []
    for index in shape.asked(all: all) {
      let field = shape.fields[index]
      let isRequired = field.roles.contains(.required)
      let mark = isRequired ? "*" : ""
      let limits = shape.limits(of: index).map { $0(language) }
      let hint = ([field.content(language) { $0.title(language) }] + limits)
        .joined(separator: say("，", ", "))
      while true {
        let question = say(
          "\(field.title.zh)\(mark)（\(hint)）：", "\(field.title.en)\(mark) (\(hint)):")
        guard let answer = try RecordPrompt.answer(question, field) else { return answers }
        if answer.isEmpty {
          if isRequired { continue } else { break }
        }
        do {
          try desk.check(answer, of: index, in: shape)
          answers.append((field.name, answer))
          break
        } catch {
          for line in Complaint(error, language).lines { Output.note(line) }
        }
      }
    }
    return answers
  }

  /// Says the command that has the answers which were refused in the end, to be mended and run. Secrets
  /// are left to be asked for.
  func keep(_ answers: [Desk.Assignment], on day: Day?) {
    guard !answers.isEmpty else { return }
    let language = Session.current.language
    let fields = answers.map { name, value in
      let field = shape.field(named: name).map { shape.fields[$0] }
      return
        "\(language == .zh ? field?.title.zh ?? name : name)=\(field?.isSecret == true ? "?" : value)"
    }
    let verb = CommandWords.spoken(verb: "add", language)
    let option = day.map { [OptionWords.spoken("--on", language), $0.description] } ?? []
    let words = CommandText.path(of: shape.name, language) + [verb] + fields + option
    Output.note(
      say("您填的都在这一行里，改好后可以直接运行：", "Your answers are in this line, which can be mended and run:"))
    Output.note("  " + CommandText(words).text)
  }

  /// The fields as given; a secret given as `?` is asked for, so that it stands in no history of the
  /// shell.
  func filled(_ given: [Desk.Assignment]) throws -> [Desk.Assignment] {
    try given.map { name, value in
      guard value == "?" || value == "？", let index = shape.field(named: name),
        shape.fields[index].isSecret
      else { return (name, value) }
      let field = shape.fields[index]
      let answer = SilentPrompt.ask(say("\(field.title.zh)：", "\(field.title.en): "))
      try Ending.expectNone()
      return (name, answer ?? value)
    }
  }

  private static func answer(_ question: String, _ field: FieldShape) throws -> String? {
    let answer =
      field.isSecret
      ? SilentPrompt.ask(question)
      : Ending.catching { Prompt.ask(question + "\n").map(OneLine.folded) }
    try Ending.expectNone()
    return answer
  }
}
