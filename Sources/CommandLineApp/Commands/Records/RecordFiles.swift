internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

struct RecordImport: ParsableCommand {
  static let configuration = describe(
    "import", "导入记录（关键字段相同的更新原记录）", "Import records; the same key updates",
    example: "clinics project import 项目.csv")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("CSV 文件", "A CSV file")))
  var file: String

  @OptionGroup var doubts: DoubtOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    try doubts.run([file], common) { try desk.importRecords(file, in: shape, $0, progress: $1) }
    if !doubts.dryRun { try Output(options: common).noteUnknownNames(desk.names(in: shape), desk) }
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

  @Option(
    help: ArgumentHelp(
      say("连同保密内容一起导出，写明理由（记入流水）", "With secrets, and why; the journal keeps it"),
      valueName: "reason"))
  var reveal: String?

  func run() throws {
    if reveal?.isEmpty ?? false { throw UsageFault.needsReason }
    let output = Output(options: common, isPrivate: reveal != nil)
    let workplace = Workplace(options: common)
    let desk = try workplace.desk(for: reveal == nil ? .read : .write)
    let (shape, search) = (try desk.register(register), choice.search(limit: nil))
    try workplace.note(try desk.lookups(of: search, in: shape))
    let names = try desk.names(in: output.language, on: choice.on ?? desk.context.today)
    let mark = common.output != nil
    guard let reveal else {
      if common.format == .json {
        let records = RecordView(shape, names, output.language)
        let objects = try desk.snapshot {
          try desk.shown(try desk.whole(search, in: shape), in: shape).map { try records.json($0) }
        }
        return try output.show([], json: .array(objects))
      }
      var erased = 0
      try desk.snapshot {
        try output.write { sink in
          erased = try desk.exportRecords(
            search, in: shape, names, output.language, byteOrderMark: mark, to: sink)
        }
      }
      return note(erased)
    }
    let written = try desk.revealRecords(
      search, in: shape, names, output.language, byteOrderMark: mark, reason: reveal)
    try output.afterWriting(written.head.spoken, isReveal: true) {
      try output.write(written.result.bytes)
    }
    note(written.result.erased)
  }

  private func note(_ erased: Int) {
    guard erased > 0 else { return }
    Output.note(
      say(
        "有 \(erased) 条记录的内容已销毁，没有可导出的，未列入。",
        "\(erased) erased \(erased == 1 ? "record has" : "records have") nothing left"
          + " to export and \(erased == 1 ? "was" : "were") left out."))
  }
}

struct RecordTemplate: ParsableCommand {
  static let configuration = describe(
    "template", "空白导入模板", "An empty file to fill in and import",
    example: "clinics project template --output 模板.csv")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Flag(help: ArgumentHelp(say("连同办理过程的字段", "With the fields of procedure")))
  var all = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = Output(options: common)
    let desk = try Workplace(options: common).desk(for: .read)
    try output.write(
      try desk.recordTemplate(
        of: try desk.register(register), all: all, try desk.names(in: output.language),
        output.language, byteOrderMark: common.output != nil))
  }
}
