internal import ArgumentParser
internal import Desk
internal import Reports
internal import Suite
internal import TargetEngine
internal import Views

struct IndicatorAdd: ParsableCommand {
  static let configuration = describe(
    "add", "添加指标", "Add an indicator",
    example: "indicator add office.visits --name 走访户数 --kind flow --measure 户")

  @Argument(help: ArgumentHelp(say("编号，如 office.visits", "Its id, such as office.visits")))
  var id: String

  @Option(help: ArgumentHelp(say("名称", "Its name")))
  var name: String

  @Option(help: ArgumentHelp(say("英文名", "Its English name")))
  var nameEn: String = ""

  @Option(help: ArgumentHelp(say("类别：flow、stock 或 ratio", "flow, stock or ratio")))
  var kind: IndicatorKindArgument = .flow

  @Option(help: ArgumentHelp(say("计量单位", "What it is measured in")))
  var measure: String = ""

  @Option(help: ArgumentHelp(say("小数位 0–4", "Decimal places, 0 to 4")))
  var decimals: Int = 0

  @Option(help: ArgumentHelp(say("方向：more 或 less", "Which is better: more or less")))
  var direction: DirectionArgument = .more

  @Option(help: ArgumentHelp(say("比率的分子", "A ratio's numerator")))
  var numerator: String?

  @Option(help: ArgumentHelp(say("比率的分母", "A ratio's denominator")))
  var denominator: String?

  @Option(
    help: ArgumentHelp(
      say(
        "计划年度的首月，如 10 表示上年 10 月至当年 9 月（比率默认同分子）",
        "The month in which its plan years begin, 10 for October to September")))
  var firstMonth: Int?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var draft = IndicatorDraft(
      code: id, name: name, kind: kind.rawValue, measure: measure, decimals: decimals,
      direction: Direction(rawValue: direction.rawValue) ?? .more, numerator: numerator,
      denominator: denominator)
    (draft.nameEn, draft.firstMonth) = (nameEn, firstMonth)
    let written = try Workplace(options: common).desk(for: .write).addIndicator(draft)
    try Output(options: common).receipt(
      written, say("已添加：\(id) \(name)", "Added \(id) \(name)"), [("indicator", .string(id))])
  }
}

struct IndicatorAdopt: ParsableCommand {
  static let configuration = describe(
    "adopt", "补上各模块新增的指标（升级后用），已有记录随即计入",
    "Add the modules' indicators that are missing, after an upgrade; records count at once",
    example: "indicator adopt")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.install(Suite.drafts)
    let lines = written.result.map {
      say("已添加：\($0.code) \($0.name)", "Added \($0.code) \($0.title(.en))")
    }
    try Output(options: common).receipt(
      written,
      lines.isEmpty
        ? say("没有缺少的指标。", "No indicator is missing.") : lines.joined(separator: "\n"),
      [("indicators", .array(written.result.map { .string($0.code) }))])
  }
}

enum IndicatorKindArgument: String, ExpressibleByArgument, CaseIterable {
  case flow, stock, ratio

  init?(argument: String) {
    guard let name = IndicatorWords.kinds[argument.lowercased()] else { return nil }
    self.init(rawValue: name)
  }
}

enum DirectionArgument: String, ExpressibleByArgument, CaseIterable {
  case more, less

  init?(argument: String) {
    guard let direction = IndicatorWords.directions[argument.lowercased()] else { return nil }
    self.init(rawValue: direction.rawValue)
  }
}

struct IndicatorList: ParsableCommand {
  static let configuration = describe(
    "list", "列出指标", "List indicators", example: "indicator list --module clinics")

  @Option(help: ArgumentHelp(say("只列一个模块", "One module only")))
  var module: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(
      try .indicators(
        try desk.catalogue(module: module.map(Suite.word)), among: try desk.catalogue(),
        output.language))
  }
}
