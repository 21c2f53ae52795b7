internal import ArgumentParser
internal import Desk
internal import Reports
internal import Suite
internal import TargetEngine
internal import Views

struct ReportMonthly: ParsableCommand {
  static let configuration = describe(
    "monthly", "月报：各项任务完成情况表", "The monthly report of completion",
    example: "report monthly 2021-06 --unit 341802 --format html --output 月报.html")

  @Argument(
    help: ArgumentHelp(
      say("月份（默认上一个月）", "The month (default the last full one)")))
  var month: Month?

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(help: ArgumentHelp(say("只看一个模块", "One module only")))
  var module: String?

  @Option(help: ArgumentHelp(say("只看这些指标（可重复）", "These indicators only (repeatable)")))
  var indicator: [String] = []

  @Flag(help: ArgumentHelp(say("已结账月份的当前数", "Today's figures of a closed month")))
  var latest = false

  @Option(
    help: ArgumentHelp(
      say("已结账月份的第几版（默认最新一版）", "Which edition of a closed month (default the newest)")))
  var edition: CountArgument?

  @Flag(
    help: ArgumentHelp(
      say(
        "另列缺口背后的记录：阶段、下一步、期限", "Also the records behind the gaps, with stage, next step and due day"
      )))
  var remaining = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if latest, edition != nil { throw UsageFault.notTogether("--latest", "--edition") }
    let desk = try Workplace(options: common).desk(for: .read)
    let scope = ReportScope(
      unit: unit, module: module.map(Suite.word), indicators: indicator, latest: latest,
      edition: try edition?.count(of: "--edition"))
    let month = month ?? desk.lastMonth
    let language = Session.current.language
    let output = Output(options: common)
    guard remaining else {
      let report = try desk.monthlyReport(month, scope)
      let named = report.naming(modules: Suite.title)
      let table = common.format == .csv ? named.sheet(language) : named.table(language)
      return try output.show([table], json: report.json)
    }
    let (report, behind) = try desk.snapshot {
      let report = try desk.monthlyReport(month, scope)
      return (
        report,
        try RemainingView(try desk.remaining(report), try desk.names(in: language), language)
      )
    }
    try output.show(
      common.format == .csv
        ? [behind.sheet(language)]
        : [report.naming(modules: Suite.title).table(language)] + behind.tables,
      json: report.json.adding("remaining", behind.json))
  }
}

struct Rank: ParsableCommand {
  static let configuration = describe(
    "rank", "排名：下级单位进展情况附表", "The units below ranked against each other",
    example: "rank clinics.accepted 2021-06 --text")

  @Argument(
    help: ArgumentHelp(
      say(
        "指标和月份（默认上一个月）；--all 时只写月份",
        "Indicator and month (default the last full one); with --all the month"),
      valueName: "indicator"))
  var words: [String] = []

  @Flag(help: ArgumentHelp(say("所有指标", "Every indicator")))
  var all = false

  @Option(help: ArgumentHelp(say("上级单位的编码或名称", "The unit above, by code or name")))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("比较这一类下级单位", "Rank its descendants of this kind"), valueName: "kind"))
  var level: KindArgument?

  @Flag(help: ArgumentHelp(say("发到工作群的一段话", "The sentence for the group chat")))
  var text = false

  @Flag(help: ArgumentHelp(say("已结账的月份也用当前数", "Today's figures of a closed month")))
  var latest = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let given = words.last.flatMap { Month($0) }
    if given == nil, let word = words.last, word.first?.isNumber ?? false {
      throw UsageFault.badMonth(word)
    }
    let indicators = given == nil ? words : words.dropLast()
    guard all ? words.count < 2 && indicators.isEmpty : !indicators.isEmpty else {
      throw UsageFault.notOneIndicator
    }
    let desk = try Workplace(options: common).desk(for: .read)
    let report = try desk.rankingReport(
      indicators, given ?? desk.lastMonth, unit: unit, level: level?.kind,
      isLatest: latest, withNotes: common.format != .json)
    let language = Session.current.language
    let output = Output(options: common)
    // On paper an indicator that nobody has says nothing; machines get every one.
    let spoken = report.rankings.filter { !all || $0.isKept }
    if text, common.format != .json {
      let lines = spoken.map { report.message($0, language) }
      try output.tell(lines.joined(separator: "\n"))
    } else {
      let isOne = report.rankings.count == 1 && !all
      let tables = spoken.map {
        common.format == .csv ? report.sheet($0, language) : report.table($0, language)
      }
      try output.show(tables, json: isOne ? report.json(report.rankings[0]) : report.jsonOfAll)
    }
  }
}

struct Trace: ParsableCommand {
  static let configuration = describe(
    "trace", "追溯：一个数字由哪些明细构成", "From a figure to the entries behind it",
    example: "trace clinics.accepted 2021-06 --unit 洪林镇")

  @Argument(help: ArgumentHelp(say("指标", "The indicator")))
  var indicator: String

  @Argument(help: ArgumentHelp(say("月份（默认上一个月）", "The month (default the last full one)")))
  var month: Month?

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("计划年度，如结转的 2020（默认月份所在年）", "The plan year, as of a carried line (default the month's)")))
  var year: String?

  @Option(
    help: ArgumentHelp(
      say("最多列多少笔（表格默认 200）", "At most this many entries (200 in a table)")))
  var limit: CountArgument?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let most = try limit?.count(of: "--limit") ?? (common.format == .table ? 200 : nil)
    let desk = try Workplace(options: common).desk(for: .read)
    let report = try desk.trace(
      indicator, month ?? desk.lastMonth, unit: unit, year: try year.planYear(), limit: most)
    try Output(options: common).show(
      report.tables(Session.current.language), json: report.json)
  }
}

extension Desk {
  /// The last month that is over: the one that a report is about where none is given.
  var lastMonth: Month { context.today.month.previous }
}
