internal import ArgumentParser
internal import Desk

/// What is done about doubts.
struct DoubtOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("允许再次导入同一文件", "Accept a file imported before")))
  var again = false

  @Option(
    help: ArgumentHelp(
      say(
        "表中阶段落后于台账的行：refuse 拒收（默认），skip 跳过并说明",
        "Rows whose stage a record has left: refuse (default) or skip")))
  var behind: BehindArgument = .refuse

  var options: ImportOptions { ImportOptions(again: again, skipsBehind: behind == .skip) }
}

enum BehindArgument: String, ExpressibleByArgument, CaseIterable {
  case refuse, skip

  init?(argument: String) {
    switch argument {
    case "拒收": self = .refuse
    case "跳过": self = .skip
    default: self.init(rawValue: argument)
    }
  }
}

/// What every import takes.
struct ImportArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "CSV files; - is standard input")))
  var files: [String]

  @OptionGroup var doubts: DoubtOptions

  @OptionGroup var common: CommonOptions

  func run(only kind: FileKind?) throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let bar = ProgressBar()
    defer { bar.end() }
    let written = try desk.importFiles(files, only: kind, doubts.options) { progress in
      let share = progress.size.map { Double(progress.bytes) / Double(max($0, 1)) }
      bar.show(share: share, count: progress.rows)
    }
    bar.end()
    let done = written.result
    let counts = [
      (done.units, FileKind.units), (done.indicators, .indicators), (done.targets.rows, .targets),
      (done.entries, .entries), (done.holidays, .holidays),
    ].filter { $0.0 > 0 }
    let language = Session.current.language
    let records = done.records.map { item in
      (item.count.added + item.count.changed + item.count.unchanged, item.register(language))
    }
    let known = done.unchangedLevels
    let unchanged = [
      (done.unchangedUnits, say("单位未变", "units unchanged")),
      (done.targets.changed, say("其中任务调整", "of which targets revised")),
      (done.targets.unchanged, say("其中任务未变", "of which targets unchanged")),
      (known, say("时点数未变", "levels unchanged")),
    ].filter { $0.0 > 0 }
    let list = (counts.map { ($0.0, $0.1.title(language)) } + unchanged + records)
      .map { "\($0.1) \($0.0)" }.joined(separator: say("，", ", "))
    try Output(options: common).receipt(
      written,
      (list.isEmpty
        ? say("没有变动。", "Nothing has changed.") : say("已导入：\(list)", "Imported: \(list)"))
        + Output.behind(done.records.map(\.count)),
      [
        ("units", .integer(Int64(done.units))),
        ("unchangedUnits", .integer(Int64(done.unchangedUnits))),
        ("indicators", .integer(Int64(done.indicators))),
        ("targets", .integer(Int64(done.targets.rows))),
        ("changedTargets", .integer(Int64(done.targets.changed))),
        ("unchangedTargets", .integer(Int64(done.targets.unchanged))),
        ("entries", .integer(Int64(done.entries))),
        ("unchangedLevels", .integer(Int64(known))), ("holidays", .integer(Int64(done.holidays))),
        ("records", .integer(Int64(records.map(\.0).reduce(0, +)))),
        ("behind", .array(done.records.flatMap(\.count.behind).map { .integer(Int64($0)) })),
      ])
  }
}

extension Output {
  /// Which rows were passed over since they are older than what is known; empty for none.
  static func behind(_ records: [ImportedRecords]) -> String {
    let lines = records.flatMap(\.behind)
    if lines.isEmpty { return "" }
    let shown = lines.prefix(20).map { "\($0)" }
    let list = Wording(Session.current.language).list(shown)
    let more = lines.count - shown.count
    return say(
      "\n跳过 \(lines.count) 行（阶段落后于台账，记录未动）：第 \(list) 行\(more > 0 ? "等" : "")",
      "\n\(lines.count) rows passed over (their records have left that stage): lines \(list)"
        + (more > 0 ? " and \(more) more" : ""))
  }
}

struct Import: ParsableCommand {
  static let configuration = describe(
    "import", "导入 CSV，按表头自动识别", "Import CSV files, recognised by their headers",
    example: "import units.csv targets.csv entries.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: nil) }
}

struct UnitImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入单位", "Import units", example: "unit import units.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: .units) }
}

struct IndicatorImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入指标", "Import indicators", example: "indicator import indicators.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: .indicators) }
}

struct TargetImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入任务", "Import targets", example: "target import targets.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: .targets) }
}

struct EntryImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入分录", "Import entries", example: "entry import entries.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: .entries) }
}
