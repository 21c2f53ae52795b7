internal import Desk
internal import Registers
internal import TargetEngine

/// An example of each verb.
extension RegisterExample {
  /// The words after the register's, of what is done most.
  var commands: [[String]] { ["add", "advance", "show", "list"].compactMap(command) }

  /// The words after the register's by which something is done; nil where the register has nothing for it.
  func command(_ verb: String) -> [String]? {
    words(after: verb).map { [CommandWords.spoken(verb: verb, language)] + $0 }
  }

  private func words(after verb: String) -> [String]? {
    switch verb {
    case "add": fields
    case "list": first.map { ["\(Text("阶段", "stage")(language))=\(title(of: $0))"] } ?? []
    case "show", "history": [name]
    case "set": changed.map { [name, $0] }
    case "advance": next.map { [name, title(of: $0)] + needed(for: $0) }
    case "redate": now.map { [name, title(of: $0), today] }
    case "remove": [name, reason("重复录入", "duplicate")]
    case "merge": ["2", name, reason("重复登记", "duplicate")]
    case "import": [file]
    case "export", "template": ["--output", file]
    case "reveal": secret.map { [name, $0, reason("核对信息", "comparison")] }
    case "erase": [name, Text("文号=卫健办〔2021〕77号", "document-no=WJB-2021-77")(language)]
    default: nil
    }
  }

  /// The first of several stages.
  private var first: StageShape? { shape.stages.count > 1 ? shape.stages.first : nil }

  /// The stage that the record of the example is at, where there are several.
  private var now: StageShape? {
    first.flatMap { first in record.flatMap { shape.stage(named: shape.stage(of: $0)) } ?? first }
  }

  /// A field that is no part of what the record is called, with a value.
  private var changed: String? {
    let open = shape.fields.indices.filter { !shape.fields[$0].isSecret }
    let field = open.first { !shape.fields[$0].roles.contains(.key) } ?? open.first
    return field.map { assignment(of: $0) }
  }

  private var secret: String? { shape.fields.first(where: \.isSecret)?.title(language) }

  private var file: String { "\(language == .zh ? shape.name.title.zh : shape.name.word).csv" }

  private func reason(_ zh: String, _ en: String) -> String {
    Text("理由=\(zh)", "reason=\(en)")(language)
  }
}
