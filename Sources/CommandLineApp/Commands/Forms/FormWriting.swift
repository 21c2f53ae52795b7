internal import ArgumentParser
internal import Desk
internal import Forms
internal import Reports
internal import TargetEngine
internal import Views

struct FormDefine: ParsableCommand {
  static let configuration = describe(
    "define", "定义报表：forms.csv、form-lines.csv、form-checks.csv、exemptions.csv",
    "Define forms by CSV files", example: "form define forms.csv form-lines.csv form-checks.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: nil) }
}

struct FormImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入各单位的报送，一个文件一笔流水", "Import answers, each file by itself",
    example: "form import 洪林镇.csv 水阳镇.csv")

  @OptionGroup var options: ImportArguments

  func run() throws {
    if options.files.count > 1 { try options.importEach() } else { try options.run(only: .answers) }
  }
}

struct FormAsk: ParsableCommand {
  static let configuration = describe(
    "ask", "布置一次性报表", "Ask for a form once",
    example: "form ask flood 烟花/2021-07-25T18 --due '2021-07-25 18:00'")

  @OptionGroup var form: FormArguments

  @Option(help: ArgumentHelp(say("期限，如 '2021-07-25 18:00'", "By when, such as '2021-07-25 18:00'")))
  var due: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        "只向这些单位布置，写编码或名称，可写多个（默认该报表的填报单位）",
        "Ask these units alone, by code or name (default those that owe the form)"),
      valueName: "unit"))
  var from: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.askForm(form.form, form.period, due: due, of: from)
    try Output(options: common).receipt(written, written.result.receipt(Session.current.language))
  }
}

/// Which units' submissions are meant.
struct FormChoiceArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(say("单位的编码或名称，可写多个", "Units by code or name")))
  var unit: [String] = []

  @Flag(help: ArgumentHelp(say("全部（写明单位时为其下级）", "All, or all at and below the units")))
  var all = false

  var choice: FormChoice { FormChoice(units: unit, isAll: all) }
}

struct FormNil: ParsableCommand {
  static let configuration = describe(
    "nil", "零报告：各数值报 0", "A nil return: 0 for every amount",
    example: "form nil health-month 2021-06 --unit 洪林镇 水阳镇")

  @OptionGroup var form: FormArguments
  @OptionGroup var units: FormChoiceArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.sendNothing(form.form, form.period, units.choice)
    try Output(options: common).receipt(written, written.result.receipt(Session.current.language))
  }
}

struct FormFill: ParsableCommand {
  static let configuration = describe(
    "fill", "填报：行号=数值，差异说明写成 行号?=说明", "Fill in lines and send them",
    example: "form fill health-month 2021-06 --unit 洪林镇 1=12 2=30 2?=含流动人口")

  @OptionGroup var form: FormArguments

  @Argument(help: ArgumentHelp(say("行号=数值", "LINE=VALUE")))
  var values: [String] = []

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String

  @Flag(help: ArgumentHelp(say("只存草稿，不报送", "Keep it as a draft")))
  var draft = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.fillForm(
      form.form, form.period, unit: unit, values, isDraft: draft)
    try Output(options: common).receipt(written, written.result.receipt(Session.current.language))
  }
}
