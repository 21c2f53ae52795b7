internal import ArgumentParser
internal import Desk

/// What every import takes.
struct ImportArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "CSV files; - is standard input")))
  var files: [String]

  @OptionGroup var doubts: DoubtOptions

  @OptionGroup var common: CommonOptions

  func run(only kind: FileKind?) throws {
    let desk = try Workplace(options: common).desk(for: .write)
    try doubts.run(files, common) { try desk.importFiles(files, only: kind, $0, progress: $1) }
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
