internal import ArgumentParser
internal import Desk

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "CSV files; - is standard input")))
  var files: [String]

  @Flag(help: ArgumentHelp(say("允许再次导入同一文件", "Accept a file imported before")))
  var again = false

  @OptionGroup var common: CommonOptions

  func run(only kind: FileKind?) throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let bar = ProgressBar()
    defer { bar.end() }
    let written = try desk.importFiles(files, only: kind, again: again) { progress in
      let share = progress.size.map { Double(progress.bytes) / Double(max($0, 1)) }
      bar.show(share: share, count: progress.rows)
    }
    bar.end()
    let done = written.result
    let counts = [
      (done.units, FileKind.units), (done.indicators, .indicators), (done.targets, .targets),
      (done.entries, .entries), (done.holidays, .holidays),
    ].filter { $0.0 > 0 }
    let language = Session.current.language
    let records = done.records.map { item in
      (item.count.added + item.count.changed + item.count.unchanged, item.register(language))
    }
    let list = (counts.map { ($0.0, $0.1.title(language)) } + records)
      .map { "\($0.1) \($0.0)" }.joined(separator: say("，", ", "))
    try Output(options: common).receipt(
      written,
      list.isEmpty
        ? say("没有变动。", "Nothing has changed.") : say("已导入：\(list)", "Imported: \(list)"),
      [
        ("units", .integer(Int64(done.units))), ("indicators", .integer(Int64(done.indicators))),
        ("targets", .integer(Int64(done.targets))), ("entries", .integer(Int64(done.entries))),
        ("holidays", .integer(Int64(done.holidays))),
        ("records", .integer(Int64(records.map(\.0).reduce(0, +)))),
      ])
  }
}

struct Import: ParsableCommand {
  static let configuration = describe(
    "import", "导入 CSV，按表头自动识别", "Import CSV files, recognised by their headers",
    example: "import units.csv targets.csv entries.csv")

  @OptionGroup var options: ImportOptions
  func run() throws { try options.run(only: nil) }
}

struct UnitImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入单位", "Import units", example: "unit import units.csv")

  @OptionGroup var options: ImportOptions
  func run() throws { try options.run(only: .units) }
}

struct IndicatorImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入指标", "Import indicators", example: "indicator import indicators.csv")

  @OptionGroup var options: ImportOptions
  func run() throws { try options.run(only: .indicators) }
}

struct TargetImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入任务", "Import targets", example: "target import targets.csv")

  @OptionGroup var options: ImportOptions
  func run() throws { try options.run(only: .targets) }
}

struct EntryImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入分录", "Import entries", example: "entry import entries.csv")

  @OptionGroup var options: ImportOptions
  func run() throws { try options.run(only: .entries) }
}
