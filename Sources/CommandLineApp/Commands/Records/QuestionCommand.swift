internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import Storage
internal import Suite
internal import TargetEngine

/// `taizhang MODULE QUESTION` arrives here as `record question MODULE QUESTION`.
struct QuestionCommand: ParsableCommand {
  static let configuration = describe(
    "question", "现成的问题", "A ready question", example: "workforce staffing --on 2021-06-30")

  @Argument(help: ArgumentHelp(say("模块", "The module")))
  var module: String

  @Argument(help: ArgumentHelp(say("问题", "The question")))
  var question: String

  @Argument(help: ArgumentHelp(say("年度（默认当天所在年）", "The year (default the day's)")))
  var year: Int?

  @Option(help: ArgumentHelp(say("哪一天（默认今天）", "Which day (default today)")))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let asked = Suite.module(module)?.question(question) else {
      throw UsageFault.unknownCommand("\(module) \(question)", suggestions: [])
    }
    let desk = try Workplace(options: common).desk(for: .read)
    let day = on ?? desk.context.today
    let answer = try desk.ledger.read {
      try asked.answer(
        QuestionScope(day: day, year: year ?? day.year), StoredRecords(desk.ledger))
    }
    let language = Session.current.language
    let names = try RecordNames(desk.ledger, language)
    let cells = RecordCells(names, language)
    let list = ObjectList(
      columns: answer.columns.map { column in
        Column(column.title(language), key: column.name, column.shown)
      },
      objects: try answer.rows.map { row in
        let fields = Array(zip(answer.columns, row))
        return (
          json: .object(try fields.map { ($0.name, try cells.json($1, $0.content)) }),
          cells: try fields.map { try cells.cell($1, $0.content) }
        )
      })
    var table = list.table
    table.title = asked.title(language)
    table.notes = answer.notes.map { $0(language) }
    try Output(options: common).show([table], json: list.json)
  }
}

extension Module {
  /// A question by its word or its title in either language.
  func question(_ text: String) -> Question? {
    questions.first { [$0.name, $0.title.zh, $0.title.en].contains(text) }
  }
}
