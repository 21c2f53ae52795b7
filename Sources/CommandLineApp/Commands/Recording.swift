internal import ArgumentParser
internal import Desk
internal import Reports
internal import Sentences
internal import TargetEngine
internal import Views

struct Log: ParsableCommand {
  static let configuration = describe(
    "log", "记账：登记一笔完成数", "Log one number",
    example: "log clinics.accepted 1 --unit 洪林镇 --on 2021-06-28")

  @Argument(help: ArgumentHelp(say("指标的编号或名称", "An indicator by code or name")))
  var indicator: String

  @Argument(help: ArgumentHelp(say("数量，可为负", "The amount, possibly negative")))
  var amount: String

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(help: ArgumentHelp(say("哪一天（默认今天）", "Which day (default today)")))
  var on: Day?

  @Option(help: ArgumentHelp(say("计划年度（默认当天所在年）", "Plan year (default the day's)")))
  var year: String?

  @Option(help: ArgumentHelp(say("备注", "A note")))
  var note: String = ""

  @Flag(
    name: .customLong("set"), help: ArgumentHelp(say("数量是新的时点数", "The amount is the new level")))
  var isLevel = false

  @Flag(
    name: .customLong("add"),
    help: ArgumentHelp(say("数量是时点指标的增减", "The amount is added to a stock")))
  var isChange = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if isLevel, isChange { throw UsageFault.notTogether("--set", "--add") }
    let written = try Workplace(options: common).desk(for: .write).log(
      indicator, amount, unit: unit, on: on, year: try year.planYear(), note: note, isLevel: isLevel
    )
    let output = Output(options: common)
    try output.receipt(written, written.result.receipt(output.language, isChange: isChange))
  }
}

struct Undo: ParsableCommand {
  static let configuration = describe(
    "undo", "撤销一笔流水（记一笔相反的，什么也不删）", "Post what reverses a transaction",
    example: "undo 1204 --reason 重复上报")

  @Argument(help: ArgumentHelp(say("流水号", "The transaction")))
  var transaction: String

  @Option(help: ArgumentHelp(say("原因", "Why")))
  var reason: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let written = try Workplace(options: common).desk(for: .write).undo(
      transaction, reason: reason)
    try Output(options: common).receipt(
      written, written.result.receipt(Session.current.language, whole: written.whole))
  }
}

struct EntryList: ParsableCommand {
  static let configuration = describe(
    "list", "列出明细，最近的在前", "List entries, newest first",
    example: "entry list --unit 洪林镇 --indicator clinics.accepted")

  @Option(help: ArgumentHelp(say("单位（含下级）", "A unit with all below it")))
  var unit: String?

  @Option(help: ArgumentHelp(say("指标", "An indicator")))
  var indicator: String?

  @Option(help: ArgumentHelp(say("计划年度", "Plan year")))
  var year: String?

  @Option(help: ArgumentHelp(say("从哪一天", "From this day")))
  var from: Day?

  @Option(help: ArgumentHelp(say("到哪一天", "Through this day")))
  var to: Day?

  @Option(help: ArgumentHelp(say("最多多少笔（表格默认 50）", "At most this many (50 in a table)")))
  var limit: CountArgument?

  @Flag(help: ArgumentHelp(say("连同台账记录产生的明细", "With those that records of registers post")))
  var all = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let isForPeople = common.format != .csv && common.format != .json
    let most = try limit?.count(of: "--limit") ?? (isForPeople ? 50 : nil)
    let (year, isPosted) = (try year.planYear(), all ? nil : false)
    let each = { (body: (TracedEntry) throws -> Void) in
      try desk.eachEntry(
        unit: unit, indicator: indicator, planYear: year, from: from, through: to, limit: most,
        isPosted: isPosted, body)
    }
    let output = Output(options: common)
    switch common.format {
    case .csv:
      try output.show(Reports.EntryList.whole(output.language)) { emit in
        try each { try emit(Reports.EntryList.row($0, output.language)) }
      }
    case .json:
      try output.write { sink in
        try sink.writeArray { emit in try each { try emit($0.json) } }
        try sink.write("\n")
      }
    case .table, .markdown, .html:
      let list = try desk.entryList(
        unit: unit, indicator: indicator, planYear: year, from: from, through: to, limit: most,
        isPosted: isPosted)
      try output.show([list.table(output.language)], json: .null)
      let left = try desk.entryList(
        unit: unit, indicator: indicator, planYear: year, from: from, through: to, limit: 1,
        isPosted: true)
      if !all, !left.entries.isEmpty {
        Output.note(
          say(
            "台账记录产生的明细未列出，加 --all 一并列出。",
            "Entries that records post are left out; --all lists them too."))
      }
    }
  }
}

struct EntryCorrect: ParsableCommand {
  static let configuration = describe(
    "correct", "更正一笔明细：冲销原数，记入正确数", "Correct an entry: its opposite and the right one",
    example: "entry correct 1204.1 --amount 3 --reason 录入错误")

  @Argument(help: ArgumentHelp(say("明细号", "The entry")))
  var entry: String

  @Option(help: ArgumentHelp(say("正确的数量", "The right amount")))
  var amount: String?

  @Option(help: ArgumentHelp(say("正确的单位", "The right unit")))
  var unit: String?

  @Option(help: ArgumentHelp(say("正确的日期", "The right day")))
  var on: Day?

  @Option(help: ArgumentHelp(say("原因", "Why")))
  var reason: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let written = try Workplace(options: common).desk(for: .write).correct(
      entry, amount: amount, unit: unit, on: on, reason: reason)
    let moved = written.result.years.map {
      say(
        "\n注意：计划年度由 \($0.before) 改为 \($0.now)。",
        "\nNote: it counts for the plan year \($0.now), no longer for \($0.before).")
    }
    try Output(options: common).receipt(
      written, say("已更正 \(entry)", "Corrected \(entry)") + (moved ?? ""),
      [("corrects", .string(entry))])
  }
}
