internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

struct RecordImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入记录（关键字段相同的更新原记录）", "Import records; the same key updates",
    example: "clinics project import 项目.csv")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("CSV 文件", "A CSV file")))
  var file: String

  @Flag(help: ArgumentHelp(say("允许再次导入同一文件", "Accept a file imported before")))
  var again = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    let bar = ProgressBar()
    defer { bar.end() }
    let written = try desk.importRecords(file, in: shape, again: again) { progress in
      let share = progress.size.map { Double(progress.bytes) / Double(max($0, 1)) }
      bar.show(share: share, count: progress.rows)
    }
    bar.end()
    let done = written.result
    let title = shape.name.title(Session.current.language)
    try Output(options: common).receipt(
      written,
      say(
        "已导入\(title)：新增 \(done.added)，更新 \(done.changed)，未变 \(done.unchanged)",
        "Imported \(title): \(done.added) added, \(done.changed) changed,"
          + " \(done.unchanged) unchanged"),
      [
        ("added", .integer(Int64(done.added))), ("changed", .integer(Int64(done.changed))),
        ("unchanged", .integer(Int64(done.unchanged))),
      ])
  }
}

struct RecordExport: ParsableCommand {
  static let configuration = describe(
    "export", "导出为可再导入的 CSV", "Export as CSV that can be imported",
    example: "clinics project export --output 项目.csv")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @OptionGroup var choice: RecordChoice
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Output(options: common).records(register, choice.search(limit: nil))
  }
}

struct RecordTemplate: ParsableCommand {
  static let configuration = describe(
    "template", "空白导入模板", "An empty file to fill in and import",
    example: "clinics project template --output 模板.csv")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @OptionGroup var common: CommonOptions

  func run() throws { try Output(options: common).records(register, nil) }
}

extension Output {
  fileprivate func records(_ register: String, _ search: RecordSearch?) throws {
    let desk = try Workplace(options: options).desk(for: .read)
    let names = try RecordNames(desk.ledger, language)
    try write(
      try desk.exportRecords(
        search, in: try desk.register(register), names, language,
        byteOrderMark: options.output != nil))
  }
}
