internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

struct RecordReveal: ParsableCommand {
  static let configuration = describe(
    "reveal", "查看一条记录的保密内容（记入流水）", "Show secrets of a record; the journal keeps who looked",
    example: "people person reveal K3F7-12 身份证号 reason=核对医保信息")

  @OptionGroup var arguments: GroundedArguments

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (desk, shape, given, reason) = try arguments.opened(common, on: .reason)
    guard let text = given.plain.first else { throw UsageFault.noRecord }
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
    let record = try desk.record(given.plain[0], in: shape, isRead: true)
    let names = try RecordNames(desk.ledger, Session.current.language)
    let label = try RecordPrinting(shape, names, Session.current.language).summary(record)
    let doubles = try desk.doubles(of: record, in: shape).map { names.id($0.id) }
    let also =
      doubles.isEmpty
      ? ""
      : say(
        "\n并入它的重复记录一并销毁：\(doubles.joined(separator: "、"))",
        "\nwith the records that were merged into it: \(doubles.joined(separator: ", "))")
    try Confirmation.ask(
      say("将销毁 \(label) 的文字和保密内容，不可恢复。", "This destroys what \(label) says, for good.") + also,
      isGiven: yes)
    let written = try desk.erase(record, in: shape, document: document)
    try Output(options: common).receipt(
      written,
      (written.lingering == nil
        ? say("已销毁 \(names.id(record.id)) 的内容", "Erased \(names.id(record.id))")
        : say(
          "\(names.id(record.id)) 的内容已在数据库中销毁",
          "What \(names.id(record.id)) said is destroyed in the database")) + also,
      [
        ("record", .string(names.id(record.id))),
        ("doubles", .array(doubles.map { .string($0) })),
        ("plainDigests", .array(written.result.files.map { .string($0) })),
      ])
    Output.note(
      say(
        "注意：此前导入的名单不再认得出，同一份文件再导入时不会拒收，会把此人重新建立。",
        "Note: lists that were imported before are not known again: the same file is no longer refused"
          + " and would add this person once more."))
    if written.result.files.isEmpty { return }
    let files = Wording(Session.current.language).list(written.result.files.map(Wording.plain))
    Output.note(
      say(
        "注意：导入 \(files) 时记下的校验值没有加密（早先版本如此），留在流水里，无法销毁；如果其中写有此人，"
          + "知道表格其余内容的人可能由此猜出。",
        "Note: \(files) were noted by digests without salt, as earlier versions did, which stay in the"
          + " history: where they tell of this person, who knows the rest of the file may guess it."
      ))
  }
}
