internal import ArgumentParser
internal import Desk
internal import Reports
internal import TargetEngine
internal import Views

struct HolidayList: ParsableCommand {
  static let configuration = describe(
    "list", "一年的放假和调休上班安排", "The days off and made-up days of a year",
    example: "holiday list 2021")

  @Argument(help: ArgumentHelp(say("年度（默认今年）", "The year (default this year)")))
  var year: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let year = try year.planYear() ?? desk.context.today.year
    let (holidays, isOffices) = try desk.holidays(of: year)
    let output = Output(options: common)
    try output.show(try .holidays(holidays, output.language))
    if common.format == .table {
      Output.note(
        isOffices
          ? say("本单位导入的安排。", "As the office imported them.")
          : say("随程序提供的安排。", "As the program brings them along."))
    }
  }
}

struct HolidayImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入放假安排：文件里有的年度整年替换", "Import holidays; each year in the file is replaced",
    example: "holiday import 2027.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: .holidays) }
}

struct HolidayAfter: ParsableCommand {
  static let configuration = describe(
    "after", "某日起多少个工作日后是哪一天", "The day after a number of working days",
    example: "holiday after 2021-09-10 20")

  @Argument(help: ArgumentHelp(say("起始日（次日起算）", "The day; the count begins the next")))
  var day: Day

  @Argument(help: ArgumentHelp(say("工作日数", "How many working days")))
  var count: CountArgument

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let term = Term(try count.count(of: say("工作日数", "The number of days")), .workingDays)
    let end = try desk.end(of: term, after: day)
    try Output(options: common).tell(
      end.description,
      json: .object([
        ("after", .string(day.description)), ("workingDays", .integer(Int64(term.count))),
        ("day", .string(end.description)),
      ]))
  }
}
