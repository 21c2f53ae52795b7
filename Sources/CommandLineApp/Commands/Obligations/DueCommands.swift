internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import Suite
internal import TargetEngine

/// What chooses among things due.
struct DueOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("只看一个模块", "One module only")))
  var module: String?

  @Option(
    name: .customLong("module"), help: ArgumentHelp(say("同上", "The same"), valueName: "module"))
  var named: String?

  @Option(help: ArgumentHelp(say("单位（含下级）", "A unit with all below it")))
  var unit: String?

  @Option(help: ArgumentHelp(say("今后多少天内到期（默认 30）", "Due within this many days (30)")))
  var within: CountArgument?

  @Option(help: ArgumentHelp(say("截至哪一天（默认今天）", "As of which day (default today)")))
  var on: Day?

  func question() throws -> DueQuestion {
    var question = DueQuestion(unit: unit, day: on)
    if let word = named ?? module { question.module = try Suite.known(word).names }
    if let within {
      question.within = try within.count(of: "--within", most: DueQuestion.farthest)
    }
    return question
  }
}

extension Suite {
  /// The name that people know a module's code by.
  static func title(_ module: String) -> String {
    self.module(module)?.title(Session.current.language) ?? module
  }

  /// A module by its name or its title in either language.
  static func known(_ text: String) throws -> Module {
    if let module = module(word(text)) { return module }
    let near = Suggestions.nearest(to: text, in: modules.flatMap { [$0.name, $0.title.zh] })
    throw DeskError.unknownModule(text, suggestions: near.isEmpty ? modules.map(\.name) : near)
  }
}

extension Module {
  fileprivate var names: [String] { [name, title.zh, title.en] }
}

struct DueList: ParsableCommand {
  static let configuration = describe(
    "list", "应办事项：逾期的、即将到期的，以及按时率", "What is missed or due soon, and how much was on time",
    example: "due clinics --within 30 --unit 洪林镇")

  @OptionGroup var choice: DueOptions

  @Flag(help: ArgumentHelp(say("也列出已办结的", "Also what was done")))
  var all = false

  @Option(
    help: ArgumentHelp(say("按时率自哪一天起算（默认当年 1 月 1 日）", "Since when on-time rates count (1 January)"))
  )
  var since: Day?

  @Option(help: ArgumentHelp(say("最多多少项（表格默认 100）", "At most this many (100 in a table)")))
  var limit: CountArgument?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let language = Session.current.language
    var question = try choice.question()
    question.isWhole = all
    question.since = since
    question.limit = try limit?.count(of: "--limit") ?? (common.format == .table ? 100 : nil)
    let report = try desk.due(question, try desk.names(in: language))
    try Output(options: common).show([report.table(language)], json: report.json(language))
  }
}

struct DueCalendar: ParsableCommand {
  static let configuration = describe(
    "calendar", "把应办事项写成手机、电脑都能读的日历文件", "Write what is due as an iCalendar file",
    example: "due calendar --within 365 --output 应办.ics")

  @OptionGroup var choice: DueOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let language = Session.current.language
    let report = try desk.due(try choice.question(), try desk.names(in: language))
    try Output(options: common).write(report.iCalendar(language))
  }
}

struct DueAdopt: ParsableCommand {
  static let configuration = describe(
    "adopt", "采用常见的周期事项，之后可逐条修改", "Adopt the usual recurrences, to be edited like any record",
    example: "due adopt union --unit 宣州区")

  @Argument(help: ArgumentHelp(say("只采用一个模块的", "Those of one module only")))
  var module: String?

  @Option(help: ArgumentHelp(say("责任单位", "The unit that owes them")))
  var unit: String?

  @OptionGroup var acting: ActionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let modules = try module.map { [try Suite.known($0)] } ?? Suite.modules
    let desk = try acting.desk(common)
    let unit = try desk.unitOrOffice(unit).unit.code
    try acting.run(
      Suite.adoption(of: modules, Session.current.language), desk,
      try desk.scope(on: nil, unit: unit), common)
  }
}
