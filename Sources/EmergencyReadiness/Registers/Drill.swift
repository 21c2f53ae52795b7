internal import Registers
internal import TargetEngine
internal import WorkPlan

/// 应急演练: held counts, and evaluated counts as done; a postponement does not move what was owed.
/// Source: `emergency.md`, 3; `domain.md`, trap 7.
struct Drill: Register {
  static let name = RegisterName("emergency", "drill", zh: "应急演练", en: "Drill")

  var title = ""
  var year: Int?
  var lead: UnitReference?
  var plannedFrom: Day?
  var plannedTo: Day?
  var form: Form?
  var scope: Scope?
  var plan: Reference<Contingency>?
  var hazard: Hazardous?
  var scenario = ""
  var partners: [UnitReference] = []
  var place = ""
  var isUnannounced: Bool?
  var schemeDue: Day?
  var schemeOn: Day?
  var postponedTo: Day?
  var heldOn: Day?
  var times: Int?
  var participants: Int?
  var observers: Int?
  var report: FileName?
  var findings = ""
  var realEvent = ""
  var documentNo = ""
  var moves = Moves<Stage>()

  static let fields: [Field<Drill>] = [
    Field("title", \.title, zh: "演练名称", en: "Drill title", [.required, .key]),
    Field("year", \.year, zh: "计划年度", en: "Plan year", [.key, .year]),
    Field("lead", \.lead, zh: "牵头单位", en: "Lead unit", [.required, .place]),
    Field("planned-from", \.plannedFrom, zh: "计划起", en: "Planned from", [.windowStart]),
    Field("planned-to", \.plannedTo, zh: "计划止", en: "Planned to", [.required, .windowEnd]),
    Field("form", \.form, zh: "演练形式", en: "Form"),
    Field("scope", \.scope, zh: "演练类型", en: "Scope"),
    Field("plan", \.plan, zh: "依据预案", en: "Plan"),
    Field("hazard", \.hazard, zh: "演练科目", en: "Hazard"),
    Field("scenario", \.scenario, zh: "情景构建", en: "Scenario", .procedure),
    Field("partners", \.partners, zh: "参演单位", en: "Partners"),
    Field("place", \.place, zh: "演练地点", en: "Place"),
    Field("unannounced", \.isUnannounced, zh: "无脚本演练", en: "Unannounced", .procedure),
    Field("scheme-due", \.schemeDue, zh: "方案时限", en: "Scheme due"),
    Field("scheme-on", \.schemeOn, zh: "方案完成日期", en: "Scheme on"),
    Field("postponed-to", \.postponedTo, zh: "延期至", en: "Postponed to"),
    Field("held-on", \.heldOn, zh: "实施日期", en: "Held on"),
    Field("times", \.times, zh: "场次", en: "Times"),
    Field("participants", \.participants, zh: "参演人数", en: "Participants"),
    Field("observers", \.observers, zh: "观摩人数", en: "Observers", .procedure),
    Field("report", \.report, zh: "评估报告", en: "Evaluation report"),
    Field("findings", \.findings, zh: "评估结论", en: "Conclusions", .procedure),
    Field("real-event", \.realEvent, zh: "实战替代", en: "Real event", .procedure),
    .documentNo(\.documentNo),
  ]

  static let marks: [Mark<Drill>] = [Mark(.held, \.heldOn)]

  static let needs: [Need<Drill>] = [
    Need(.postponed, \.postponedTo), Need(.evaluated, \.heldOn), Need(.evaluated, \.report),
    Need(.closed, \.heldOn), Need(.closed, \.report),
  ]

  static let limits: [Limit<Drill>] = [
    .order(\.plannedFrom, \.plannedTo), .range(\.times, 1...),
  ]

  static let defaults: [Default<Drill>] = [
    Default(\.year) { drill, others in
      try drill.plannedTo.map { try others.planYear(of: .drillsPlanned, on: $0) }
    },
    // One that is planned for a day begins on it.
    Default(\.plannedFrom) { drill, _ in drill.plannedTo },
    Default(\.times) { _, _ in 1 },
  ]

  static let measures: [Measure<Drill>] = [
    Measure(.drillsPlanned) { drill in
      // Cancelled without an approval it stays planned.
      let approved = drill.documentNo.isEmpty ? nil : drill.moves.days(into: .cancelled).first
      return .once(on: drill.plannedTo, drill.count, year: drill.year)
        + .once(on: approved, -drill.count, year: drill.year)
    },
    Measure(.drillsConducted) { drill in .once(on: drill.heldOn, drill.count, year: drill.year) },
    Measure(.drillsHeld) { drill in
      drill.isEvaluated ? .once(on: drill.heldOn, drill.count, year: drill.year) : []
    },
    Measure(.drillParticipants) { drill in
      .once(on: drill.heldOn, Int64(drill.participants ?? 0), year: drill.year)
    },
  ]

  static let obligations: [Obligation<Drill>] = [
    Obligation(
      "scheme", zh: "演练方案", en: "Scheme of a drill", due: \.schemeDue, done: [\.schemeOn],
      void: [.cancelled]),
    Obligation(
      "hold", zh: "应急演练", en: "Drill", due: \.plannedTo, done: [\.heldOn], void: [.cancelled]),
  ]

  func problems() -> [Problem] {
    guard !realEvent.isEmpty, documentNo.isEmpty else { return [] }
    return [
      Problem(
        \Drill.realEvent, zh: "以实战替代演练，须有批准文号。请填写文号。",
        en: "A real response stands in for a drill by approval only. Give the document's number.")
    ]
  }

  private var count: Int64 { Int64(times ?? 1) }

  private var isEvaluated: Bool { stage == .evaluated || stage == .closed }

  enum Form: String, ChoiceValue {
    case tabletop, field

    var title: Text {
      switch self {
      case .tabletop: Text("桌面推演", "Tabletop")
      case .field: Text("实战演练", "Field exercise")
      }
    }
  }

  enum Scope: String, ChoiceValue {
    case single, comprehensive

    var title: Text {
      switch self {
      case .single: Text("单项演练", "Single")
      case .comprehensive: Text("综合演练", "Comprehensive")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case planned, held, evaluated, closed, postponed, cancelled

    var entry: StageEntry<Stage> {
      switch self {
      case .planned: StageEntry("计划", "Planned", to: .held, .postponed, .cancelled)
      case .held: StageEntry("已实施", "Held", to: .evaluated)
      case .evaluated: StageEntry("已评估", "Evaluated", to: .closed)
      case .closed: StageEntry("问题整改完毕", "Closed")
      case .postponed: StageEntry("延期", "Postponed", to: .held, .postponed, .cancelled)
      case .cancelled: StageEntry("取消", "Cancelled")
      }
    }
  }
}
