internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

struct RecordReveal: ParsableCommand {
  static let configuration = describe(
    "reveal", "查看一条记录的保密内容（记入流水）", "Show secrets of a record; the journal keeps who looked",
    example: "people person reveal K3F7-12 身份证号 reason=核对医保信息")

  @OptionGroup var arguments: GroundedArguments

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (desk, shape, given, reason) = try arguments.opened(common, on: .reason)
    guard let text = given.plain.first else { throw UsageFault.noRecord }
    try desk.noteAndWait(try desk.lookups(named: [text], in: shape))
    let record = try desk.record(text, in: shape, isRead: true)
    let written = try desk.reveal(
      Array(given.plain.dropFirst()), of: record, in: shape, reason: reason)
    let language = Session.current.language
    let lines = written.result.map { "\($0.field.title(language))：\($0.value)" }
    try Output(options: common, isPrivate: true).receipt(
      written,
      lines.isEmpty
        ? say("这条记录没有保密内容。", "The record has no secrets.") : lines.joined(separator: "\n"),
      written.result.map { ($0.field.name, .string($0.value)) })
  }
}

struct RecordErase: ParsableCommand {
  static let configuration = describe(
    "erase", "依文件销毁一条记录的文字和保密内容（不可恢复，计数保留）",
    "Destroy a record's texts and secrets for good; what it counted stays",
    example: "people person erase K3F7-12 document-no=卫健办〔2021〕77号")

  @OptionGroup var arguments: GroundedArguments

  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask")))
  var yes = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (desk, shape, given, document) = try arguments.opened(common, on: .document)
    guard given.plain.count == 1 else { throw UsageFault.noRecord }
    try desk.noteAndWait(try desk.lookups(named: given.plain, in: shape))
    let record = try desk.record(given.plain[0], in: shape, isRead: true)
    let output = Output(options: common)
    let erasure = try ErasureReceipt(
      record, in: shape, doubles: try desk.doubles(of: record, in: shape),
      try desk.names(in: output.language), output.language)
    try Confirmation.ask(erasure.warning, isGiven: yes)
    let written = try desk.erase(record, in: shape, document: document)
    try output.receipt(written, erasure.receipt(written))
    erasure.notes(written.result).forEach(Output.note)
  }
}
