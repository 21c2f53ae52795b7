internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import Suite
internal import TargetEngine
internal import Views

struct TargetSet: ParsableCommand {
  static let configuration = describe(
    "set", "下达或调整任务数（调整保留各次记录）", "Set a target; setting it again adds a revision",
    example:
      "target set clinics.accepted 75 --unit 宣州区 --year 2021 --effective 2021-07-05 --document 卫健办〔2021〕90号"
  )

  @Argument(help: ArgumentHelp(say("指标", "The indicator")))
  var indicator: String

  @Argument(help: ArgumentHelp(say("任务数", "The amount")))
  var amount: String

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(help: ArgumentHelp(say("计划年度（默认今年）", "Plan year (default this year)")))
  var year: String?

  @Option(
    help: ArgumentHelp(
      say("生效日（首次为 1 月 1 日，调整为今天）", "Effective day (first 1 January, then today)")))
  var effective: Day?

  @Option(help: ArgumentHelp(say("到期日（默认 12 月 31 日）", "Due day (default 31 December)")))
  var due: Day?

  @Option(
    help: ArgumentHelp(
      say("进度方式：linear、deadline 或 03-31:20%;06-30:70%", "linear, deadline or 03-31:20%;06-30:70%")))
  var pace: PaceArgument?

  @Option(help: ArgumentHelp(say("文号", "Document number")))
  var document: String = ""

  @Option(help: ArgumentHelp(say("说明", "Why")))
  var reason: String = ""

  @OptionGroup var common: CommonOptions

  func run() throws {
    var draft = TargetDraft(amount: 0, effective: effective, due: due, pace: pace?.pace)
    draft.document = document
    draft.reason = reason
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.setTarget(
      indicator, amount: amount, unit: unit, year: try year.planYear(), draft: draft)
    let (target, indicator, unit) = written.result
    let output = Output(options: common)
    try output.receipt(
      written,
      Receipt(set: target, indicator, unit, isWritten: !written.isEmpty, output.language))
    let documents = Set([target.document].filter { !$0.isEmpty })
    try output.noteUnknownNames([Suite.documentNo: documents], desk)
  }
}

struct PaceArgument: ExpressibleByArgument {
  var pace: Pace

  init?(argument: String) {
    guard let pace = Pace(argument) else { return nil }
    self.pace = pace
  }
}

struct TargetList: ParsableCommand {
  static let configuration = describe(
    "list", "列出单位自己的任务", "List a unit's own targets", example: "target list --unit 宣州区 --year 2021")

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(help: ArgumentHelp(say("计划年度", "Plan year")))
  var year: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(
      try .targets(
        try desk.targets(of: unit, year: try year.planYear()), isHistory: false, output.language))
  }
}

struct TargetHistory: ParsableCommand {
  static let configuration = describe(
    "history", "一项任务的各次调整", "All revisions of a target",
    example: "target history clinics.accepted --unit 宣州区 --year 2021")

  @Argument(help: ArgumentHelp(say("指标", "The indicator")))
  var indicator: String

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(help: ArgumentHelp(say("计划年度（默认今年）", "Plan year (default this year)")))
  var year: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(
      try .targets(
        try desk.history(ofTarget: indicator, unit: unit, year: try year.planYear()),
        isHistory: true, output.language))
  }
}

struct SettingSet: ParsableCommand {
  static let configuration = describe(
    "set", "设置一项", "Set one of the office's settings", example: "setting set unit 341802")

  @Argument(help: ArgumentHelp(say("设置项", "Which setting")))
  var name: String

  @Argument(help: ArgumentHelp(say("内容", "Its value")))
  var value: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let setting = try Setting(named: name)
    let written = try Workplace(options: common).desk(for: .write).set(setting, to: value)
    try Output(options: common).receipt(
      written,
      say("已设置 \(setting.title.zh)：\(written.result)", "\(setting.title.en): \(written.result)"))
  }
}

struct SettingList: ParsableCommand {
  static let configuration = describe(
    "list", "列出设置", "List the office's settings", example: "setting list")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = Output(options: common)
    try output.show(
      try .settings(try Workplace(options: common).desk(for: .read).settings(), output.language))
  }
}
