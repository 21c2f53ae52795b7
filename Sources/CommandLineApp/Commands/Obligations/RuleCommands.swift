internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import Suite
internal import TargetEngine
internal import Views

struct RuleList: ParsableCommand {
  static let configuration = describe(
    "list", "规则表：期限和数额、依据、自何日起", "The rule table: periods, their sources and days",
    example: "rule list --on 2021-06-30")

  @Option(help: ArgumentHelp(say("只列这一天有效的", "Only those in force on this day")))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let rules = try desk.ruleTable(Suite.modules.flatMap(\.rules))
    let output = Output(options: common)
    try output.show(
      try RuleInForce.listing(output.language).list(RuleInForce.all(rules, on: on)))
  }
}

struct RuleSet: ParsableCommand {
  static let configuration = describe(
    "set", "设定一条规则，自某日起有效（以前的日子仍按原规则）", "Set a rule from a day on; earlier days keep theirs",
    example: "rule set workforce.probation 6 months --effective 2022-01-01 --citation 皖人社〔2021〕1号")

  @Argument(help: ArgumentHelp(say("规则", "The rule")))
  var rule: String

  @Argument(help: ArgumentHelp(say("数值", "Its value")))
  var count: String

  @Argument(
    help: ArgumentHelp(
      say(
        "计量：日、工作日、月、年、人（默认不变）", "days, workingDays, months, years or people (default unchanged)")))
  var measure: String?

  @Option(help: ArgumentHelp(say("自何日起（默认今天）", "From which day on (default today)")))
  var effective: Day?

  @Option(help: ArgumentHelp(say("依据", "Where it is written")))
  var citation: String = ""

  @OptionGroup var common: CommonOptions

  func run() throws {
    let written = try Workplace(options: common).desk(for: .write).setRule(
      rule, among: Suite.modules.flatMap(\.rules), count: count, measure: measure,
      since: effective, citation: citation)
    let (rule, version) = written.result
    try Output(options: common).receipt(
      written,
      say(
        "已设定：\(rule.title.zh) \(version.count)\(version.measure.title.zh)，自 \(version.since) 起",
        "Set: \(rule.title.en), \(version.count) \(version.measure.title.en) from \(version.since)"),
      [("rule", try RuleInForce.listing(.en).json(RuleInForce(rule, version)))])
  }
}
