internal import ArgumentParser
internal import Desk
internal import Views

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
    let output = Output(options: common)
    try output.receipt(written, written.result.receipt(output.language))
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
    "import", "导入明细", "Import entries", example: "entry import entries.csv")

  @OptionGroup var options: ImportArguments
  func run() throws { try options.run(only: .entries) }
}
