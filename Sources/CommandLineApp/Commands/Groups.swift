internal import ArgumentParser

struct KeyGroup: ParsableCommand {
  static let configuration = describe(
    "key", "密钥：身份证号、电话等保密内容由它加密", "The key that secrets are encrypted with",
    example: "key create --file", subcommands: Taizhang.verbs(of: "key"))
}

struct RuleGroup: ParsableCommand {
  static let configuration = describe(
    "rule", "规则表：法定和通行的期限、数额", "The rule table: legal and usual periods and numbers",
    example: "rule list", subcommands: Taizhang.verbs(of: "rule"))
}

struct HolidayGroup: ParsableCommand {
  static let configuration = describe(
    "holiday", "节假日和调休：工作日由此推算", "Holidays and made-up days, from which working days follow",
    example: "holiday list 2021", subcommands: Taizhang.verbs(of: "holiday"))
}

struct DueGroup: ParsableCommand {
  static let configuration = describe(
    "due", "应办事项：到期、逾期、按时率", "What is due, and how much was on time",
    example: "due --within 30", subcommands: Taizhang.verbs(of: "due"))
}

/// `taizhang MODULE REGISTER VERB …` arrives here as `record VERB REGISTER …`: one command for
/// each verb serves every register.
struct RecordGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: say("台账记录（写作 taizhang 模块 台账 命令）", "Records (written taizhang MODULE REGISTER VERB)"),
    shouldDisplay: false, subcommands: Taizhang.verbs(of: "record"))
}

struct RegisterGroup: ParsableCommand {
  static let configuration = describe(
    "register", "台账：有哪些台账，各有哪些字段", "Registers and their fields",
    example: "register show clinics.project", subcommands: Taizhang.verbs(of: "register"))
}

struct Report: ParsableCommand {
  static let configuration = describe(
    "report", "报告", "Reports", example: "report monthly 2021-06",
    subcommands: Taizhang.verbs(of: "report"))
}

struct EntryGroup: ParsableCommand {
  static let configuration = describe(
    "entry", "明细：账上的每一笔", "Entries of the ledger", example: "entry list --unit 洪林镇",
    subcommands: Taizhang.verbs(of: "entry"))
}

struct UnitGroup: ParsableCommand {
  static let configuration = describe(
    "unit", "单位", "Units", example: "unit list", subcommands: Taizhang.verbs(of: "unit"))
}

struct IndicatorGroup: ParsableCommand {
  static let configuration = describe(
    "indicator", "指标", "Indicators", example: "indicator list",
    subcommands: Taizhang.verbs(of: "indicator"))
}

struct TargetGroup: ParsableCommand {
  static let configuration = describe(
    "target", "任务数", "Targets", example: "target list --unit 宣州区 --year 2021",
    subcommands: Taizhang.verbs(of: "target"))
}

struct SettingGroup: ParsableCommand {
  static let configuration = describe(
    "setting", "本单位设置", "Settings of the office", example: "setting list",
    subcommands: Taizhang.verbs(of: "setting"))
}

struct JournalGroup: ParsableCommand {
  static let configuration = describe(
    "journal", "流水：谁在何时做了什么", "The journal: who did what when",
    example: "journal list", subcommands: Taizhang.verbs(of: "journal"))
}
