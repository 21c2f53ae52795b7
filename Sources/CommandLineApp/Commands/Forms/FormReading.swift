internal import ArgumentParser
internal import Desk
internal import Forms
internal import Reports
internal import TargetEngine
internal import Views

struct FormGroup: ParsableCommand {
  static let configuration = describe(
    "form", "报表：布置、报送、审核、汇总", "Forms: asked, sent, accepted, added up",
    example: "form status health-month 2021-06", subcommands: Taizhang.verbs(of: "form"))
}

/// A form and a period.
struct FormArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say("报表的编号或标题", "The form, by its code or title")))
  var form: String

  @Argument(help: ArgumentHelp(say("期别，如 2021-06", "The period, such as 2021-06")))
  var period: String
}

struct FormList: ParsableCommand {
  static let configuration = describe(
    "list", "列出报表", "List forms", example: "form list")

  @Option(help: ArgumentHelp(say("只列一个模块", "One module only")))
  var module: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    let forms = try desk.forms(module: module)
    try output.show(
      try .forms(
        forms, units: try desk.units(in: forms), isFile: common.format == .csv,
        output.language))
  }
}

struct FormStatusCommand: ParsableCommand {
  static let configuration = describe(
    "status", "报送情况：已报、迟报、未报、退回、已审", "Who has sent a form, who is late, who is missing",
    example: "form status health-month 2021-06")

  @OptionGroup var form: FormArguments

  @Option(help: ArgumentHelp(say("只看该单位及下级", "One unit with all below it")))
  var unit: String?

  @Option(help: ArgumentHelp(say("截至哪一天（默认现在）", "As of which day (default now)")))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    let status = try desk.formStatus(form.form, form.period, unit: unit, on: on)
    try output.show([status.table(output.language)], json: status.json)
    output.tellBeside(status.notes(output.language))
  }
}

struct FormRemind: ParsableCommand {
  static let configuration = describe(
    "remind", "催报：发到工作群的通知，每个未报单位一行", "The reminder for the group chat",
    example: "form remind health-month 2021-06")

  @OptionGroup var form: FormArguments

  @Option(help: ArgumentHelp(say("只看该单位及下级", "One unit with all below it")))
  var unit: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    let status = try desk.formStatus(form.form, form.period, unit: unit)
    try output.tell(status.reminder(output.language), json: status.json)
  }
}

struct FormSumCommand: ParsableCommand {
  static let configuration = describe(
    "sum", "汇总：行为指标，列为单位，公式按合计数重算", "Add up what units sent",
    example: "form sum health-month 2021-06 --by 乡镇")

  @OptionGroup var form: FormArguments

  @Option(help: ArgumentHelp(say("只汇总该单位及下级", "One unit with all below it")))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("按这一类单位分列，含其下级，如 乡镇", "A column for each unit of a kind, with all below it")))
  var by: KindArgument?

  @Flag(help: ArgumentHelp(say("已报未审的也算", "What is sent and not accepted counts too")))
  var sent = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    let sum = try desk.formSum(
      form.form, form.period, unit: unit, sent ? .submitted : .accepted, by: by?.kind)
    try output.show([sum.table(output.language)], json: sum.json)
    output.tellBeside(sum.notes(output.language))
  }
}

struct FormDiff: ParsableCommand {
  static let configuration = describe(
    "diff", "比较：两个版次，或与上期", "Compare two versions, or with the period before",
    example: "form diff health-month 2021-06 --unit 洪林镇")

  @OptionGroup var form: FormArguments

  @Argument(help: ArgumentHelp(say("版次，一个或两个", "One or two versions")))
  var versions: [Int] = []

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(
      try .difference(
        try desk.formDifference(form.form, form.period, unit: unit, versions), output.language))
  }
}
