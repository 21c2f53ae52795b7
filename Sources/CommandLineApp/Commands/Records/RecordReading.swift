internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

/// What chooses among records.
struct RecordChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "条件，如 所有制=集体、预算>=1000、名称~防汛、阶段=整改中",
        "Conditions such as ownership=collective, 'budget>=1000', title~flood, stage=planned")))
  var conditions: [String] = []

  @Option(help: ArgumentHelp(say("单位（含下级）", "A unit with all below it")))
  var unit: String?

  @Option(help: ArgumentHelp(say("当时的情况：哪一天", "As it stood on this day")))
  var on: Day?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("按字段排序，-字段 为倒序（逗号分隔）", "Sort by fields; -field descends")))
  var sort: WordList?

  func search(limit: Int?, offset: Int = 0) -> RecordSearch {
    RecordSearch(
      conditions: conditions, unit: unit, day: on, sort: sort?.words ?? [], limit: limit,
      offset: offset)
  }
}

struct RecordList: ParsableCommand {
  static let configuration = describe(
    "list", "列出、筛选、汇总记录", "List, choose and count records",
    example: "clinics project list 所有制=民营 --by township,ownership --sum budget")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @OptionGroup var choice: RecordChoice

  @Option(help: ArgumentHelp(say("只显示这些列（逗号分隔）", "These columns only")))
  var columns: WordList?

  @Option(
    help: ArgumentHelp(
      say("分组计数：字段、阶段或单位类型（如 township）", "Count by fields, stage or a kind of unit")))
  var by: WordList?

  @Option(help: ArgumentHelp(say("合计这些字段", "Add up these fields")))
  var sum: WordList?

  @Option(help: ArgumentHelp(say("最多多少条（表格默认 50）", "At most this many (50 in a table)")))
  var limit: CountArgument?

  @Option(help: ArgumentHelp(say("跳过前多少条", "Skip this many")))
  var offset: CountArgument = 0

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    let desk = try workplace.desk(for: .read)
    let shape = try desk.register(register)
    try workplace.note(try desk.lookups(of: choice.search(limit: nil), in: shape))
    let language = Session.current.language
    let names = try desk.names(in: language)
    let output = Output(options: common)
    if by != nil || sum != nil {
      let (tally, list) = try desk.snapshot {
        let tally = try desk.tally(
          choice.search(limit: nil), in: shape, by: by?.words ?? [],
          sums: sum?.words ?? [])
        return (tally, try ObjectList.tally(tally, in: shape, names, language))
      }
      try output.show(list)
      for field in tally.lists(in: shape) {
        Output.note(
          say(
            "\(field.title.zh)可有多项，一条记录在每一项下各计一次，合计可能多于记录数。",
            "A record counts under each of its \(field.title.en.lowercased()), so that the counts may "
              + "add up to more than the records."))
      }
      return
    }
    let most = try limit?.count(of: "--limit") ?? (common.format == .table ? 50 : nil)
    let start = try offset.count(of: "--offset")
    let (page, list) = try desk.snapshot {
      let page = try desk.list(choice.search(limit: most, offset: start), in: shape)
      let list = try RecordView(shape, names, language).list(
        try desk.shown(page.records, in: shape), columns: columns?.words ?? [],
        isBrief: common.format == .table)
      return (page, list)
    }
    try output.show(list)
    if common.format == .table {
      if page.count > 0 { Output.note(extent(page)) }
      if page.later > 0 {
        Output.note(
          say(
            "另有 \(page.later) 条的起始日还没到，未列出；用 --on 看那一天。",
            "\(page.later) more begin later; list them with --on."))
      }
    }
  }

  private func extent(_ page: RecordPage) -> String {
    let (shown, count) = (page.records.count, page.count)
    if page.isMore {
      return say("共 \(count) 条以上，显示 \(shown) 条。", "\(shown) of more than \(count) records.")
    }
    return shown < count
      ? say("共 \(count) 条，显示 \(shown) 条。", "\(shown) of \(count) records.")
      : say("共 \(count) 条。", "\(count) record\(count == 1 ? "" : "s").")
  }
}

struct RecordShow: ParsableCommand {
  static let configuration = describe(
    "show", "一条记录的全部内容", "All of a record", example: "clinics project show K3F7-12")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("记录号或关键字段", "A record by id or key")))
  var record: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    let desk = try workplace.desk(for: .read)
    let shape = try desk.register(register)
    try workplace.note(try desk.lookups(named: [record], in: shape))
    let language = Session.current.language
    let (sheet, json) = try desk.snapshot {
      let names = try desk.names(in: language, on: desk.context.today)
      let records = RecordView(shape, names, language)
      let state = try desk.shown([try desk.record(record, in: shape, isRead: true)], in: shape)[0]
      let roster = try desk.roster(of: state, in: shape)
      let referrers = try ReferrersView(
        try desk.referrers(of: state, in: shape), names, language)
      return (
        [try records.sheet(state, roster)] + referrers.tables,
        try records.json(state, roster).adding("referredBy", referrers.json)
      )
    }
    try Output(options: common).show(sheet, json: json)
  }
}

struct RecordHistory: ParsableCommand {
  static let configuration = describe(
    "history", "一条记录的变更历史", "Who changed what in a record, and when",
    example: "clinics project history K3F7-12")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("记录号或关键字段", "A record by id or key")))
  var record: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    let desk = try workplace.desk(for: .read)
    let shape = try desk.register(register)
    try workplace.note(try desk.lookups(named: [record], in: shape))
    let language = Session.current.language
    let list = try desk.snapshot {
      let state = try desk.record(record, in: shape, isRead: true)
      let names = try desk.names(in: language)
      return try ObjectList.changes(
        try desk.history(of: state, in: shape, names, language), names, language)
    }
    try Output(options: common).show(list)
  }
}
