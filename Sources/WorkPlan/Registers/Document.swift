internal import Registers
internal import TargetEngine

/// 文件: what targets, tasks and removals name as their basis. Source: `registers.md`, "work plan".
struct Document: Register {
  static let name = RegisterName("plan", "document", zh: "文件", en: "Document")

  var number = ""
  var title = ""
  var issuer = ""
  var issuedOn: Day?
  /// A path, not the file.
  var file = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Document>] = [
    Field("number", \.number, zh: "文号", en: "Document no.", [.required, .key, .documentNumber]),
    Field("title", \.title, zh: "标题", en: "Document title", [.required]),
    Field("issuer", \.issuer, zh: "发文机关", en: "Issuer"),
    Field("issued-on", \.issuedOn, zh: "发文日期", en: "Issued on"),
    Field("file", \.file, zh: "文件位置", en: "File"),
  ]
}
