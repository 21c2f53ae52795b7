internal import Registers
internal import WorkPlan

/// 检查要点: what inspections look at, the office's own list; findings name its items. Source:
/// `registers.md`, "clinics".
struct Checklist: Register {
  static let name = RegisterName("clinics", "checklist", zh: "检查要点", en: "Checklist item")

  var item = ""
  var kind: Project.Kind?
  var standard = ""
  var documentNo = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Checklist>] = [
    Field("item", \.item, zh: "要点", en: "Item", [.required, .key]),
    Field("kind", \.kind, zh: "适用机构类型", en: "Kind"),
    Field("standard", \.standard, zh: "标准", en: "Standard"),
    .documentNo(\.documentNo),
  ]
}
