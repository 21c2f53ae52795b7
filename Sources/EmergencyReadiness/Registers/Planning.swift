internal import Registers
internal import TargetEngine

/// 应急规划: plans for years of readiness, owed by a day. They post nothing. Source: `emergency.md`, 2.
struct Planning: Register {
  static let name = RegisterName("emergency", "planning", zh: "应急规划", en: "Development plan")

  var unit: UnitReference?
  var title = ""
  var period = ""
  var filedWith: UnitReference?
  var due: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Planning>] = [
    Field("unit", \.unit, zh: "编制单位", en: "Unit", [.required, .key, .place]),
    Field("title", \.title, zh: "规划名称", en: "Plan title", [.required, .key]),
    Field("period", \.period, zh: "规划期", en: "Period"),
    Field("filed-with", \.filedWith, zh: "备案单位", en: "Filed with"),
    Field("due", \.due, zh: "完成时限", en: "Due"),
  ]

  static let obligations: [Obligation<Planning>] = [
    Obligation("issue", zh: "应急规划印发", en: "Issue of the plan") { planning, _, _, _ in
      guard let due = planning.due else { return [] }
      let issued = planning.moves.all.first { [.issued, .filed].contains($0.stage) }?.day
      return [Duty(Occurrence(due: due, done: issued))]
    }
  ]

  enum Stage: String, Lifecycle {
    case compiling, reviewed, issued, filed

    var entry: StageEntry<Stage> {
      switch self {
      case .compiling: StageEntry("编制", "Compiling", to: .reviewed)
      case .reviewed: StageEntry("评审", "Reviewed", to: .issued, .compiling)
      case .issued: StageEntry("印发", "Issued", to: .filed)
      case .filed: StageEntry("备案", "Filed")
      }
    }
  }
}
