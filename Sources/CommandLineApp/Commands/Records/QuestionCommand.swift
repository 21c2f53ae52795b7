internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

/// `taizhang MODULE QUESTION` arrives here as `record question MODULE QUESTION`.
struct QuestionCommand: ParsableCommand {
  static let configuration = describe(
    "question", "现成的问题", "A ready question", example: "workforce staffing --on 2021-06-30",
    isShown: false)

  @OptionGroup var asked: ModuleArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let question = try asked.found(among: \.questions)
    let desk = try Workplace(options: common).desk(for: .read)
    let language = Session.current.language
    let view = try desk.snapshot {
      let scope = try asked.scope(of: question, desk)
      return try AnswerView(
        try desk.answer(question, scope), to: question, scope, try desk.names(in: language),
        language)
    }
    try Output(options: common).show([view.table], json: view.json)
  }
}
