import Registers
import TargetEngine

/// What the documentation shows of a register whose records supersede each other, with days that are left out or
/// written as windows.
struct Plan: Register {
  static let name = RegisterName("emergency", "plan", zh: "应急预案", en: "Plan")

  var title = ""
  var on: Day?
  var plannedFrom: Day?
  var plannedTo: Day?
  var supersedes: Reference<Plan>?
  var spent = DatedMoney()
  var moves = Moves<Stage>()

  static let fields: [Field<Plan>] = [
    Field("title", \.title, zh: "名称", en: "Title", [.required, .key]),
    Field("on", \.on, zh: "日期", en: "On", [.required, .key, .today]),
    Field("planned-from", \.plannedFrom, zh: "计划起", en: "Planned from", .windowStart),
    Field("planned-to", \.plannedTo, zh: "计划止", en: "Planned to", [.required, .windowEnd]),
    Field("supersedes", \.supersedes, zh: "替代预案", en: "Supersedes"),
    Field("spent", \.spent, zh: "支出", en: "Spent"),
  ]

  static let consequences: [Consequence<Plan>] = [
    Consequence(of: .filed, \.supersedes, to: .superseded)
  ]

  enum Stage: String, Lifecycle {
    case drafted, filed, superseded

    var entry: StageEntry<Stage> {
      switch self {
      case .drafted: StageEntry("编制", "Drafted", to: .filed)
      case .filed: StageEntry("备案", "Filed", to: .superseded)
      case .superseded: StageEntry("已替代", "Superseded")
      }
    }
  }
}
