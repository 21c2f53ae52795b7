import Registers
import TargetEngine

/// What the documentation shows of a register with stages, limits, obligations and figures.
struct Drill: Register {
  static let name = RegisterName("emergency", "drill", zh: "应急演练", en: "Drill")
  static let version = 2

  var lead: UnitReference?
  var year: Int?
  var kind: Kind?
  var partners: [UnitReference] = []
  var scheme: FileName?
  var budget: Money?
  var phone: Secret?
  var schemeOn: Day?
  var plannedOn: Day?
  var firstPlannedOn: Day?
  var heldOn: Day?
  var cancelledOn: Day?
  var evaluateBy: Day?
  var evaluatedOn: Day?
  var evaluatedBy = ""
  var organiser = ""
  var invited: Int?
  var participants: Int?
  var moves = Moves<Stage>()

  static let fields: [Field<Drill>] = [
    Field("lead", \.lead, zh: "牵头单位", en: "Lead unit", [.required, .place], units: [.township]),
    Field("scheme-on", \.schemeOn, zh: "方案日期", en: "Scheme on", since: 2),
    Field("partners", \.partners, zh: "参演单位", en: "Partners"),
    Field("scheme", \.scheme, zh: "方案", en: "Scheme"),
    Field("phone", secret: \.phone, .phone, zh: "联系电话", en: "Phone"),
    Field("year", \.year, zh: "计划年度", en: "Plan year", .year),
    Field("kind", \.kind, zh: "演练类型", en: "Kind"),
    Field("budget", \.budget, zh: "预算", en: "Budget"),
    Field("planned-on", \.plannedOn, zh: "计划日期", en: "Planned on"),
    Field("first-planned-on", \.firstPlannedOn, zh: "原定日期", en: "First planned on"),
    Field("held-on", \.heldOn, zh: "实施日期", en: "Held on"),
    Field("cancelled-on", \.cancelledOn, zh: "取消日期", en: "Cancelled on"),
    Field("evaluate-by", \.evaluateBy, zh: "评估期限", en: "Evaluate by"),
    Field("evaluated-on", \.evaluatedOn, zh: "评估日期", en: "Evaluated on"),
    Field("evaluated-by", \.evaluatedBy, zh: "评估人", en: "Evaluated by"),
    Field("organiser", \.organiser, zh: "组织人", en: "Organiser", .author),
    Field("invited", \.invited, zh: "应到人数", en: "Invited"),
    Field("participants", \.participants, zh: "参演人数", en: "Participants"),
  ]

  static let marks: [Mark<Drill>] = [Mark(.held, \.heldOn), Mark(.cancelled, \.cancelledOn)]
  static let needs: [Need<Drill>] = [Need(.held, \.participants)]
  static let signatures: [Signature<Drill>] = [
    Signature(.held, \.evaluatedBy, notBy: [\.organiser])
  ]
  static let limits: [Limit<Drill>] = [
    .order(\.schemeOn, \.plannedOn), .part(\.participants, of: \.invited),
  ]
  static let measures: [Measure<Drill>] = [
    Measure(.drillsHeld) { drill in .each(drill.moves.days(into: .held)) }
  ]
  static let firsts: [First<Drill>] = [First(\.firstPlannedOn, of: \.plannedOn)]
  static let defaults: [Default<Drill>] = [
    Default(\.evaluateBy) { drill, others in
      try drill.heldOn.flatMap { try others.end(of: .evaluation, after: $0) }
    }
  ]

  static let obligations: [Obligation<Drill>] = [
    Obligation(
      "hold", zh: "应急演练", en: "Drill", due: \.plannedOn, done: [\.heldOn], void: [.cancelled]),
    Obligation("evaluate", zh: "演练评估", en: "Evaluation") { drill, _, _, others in
      guard let held = drill.heldOn, let due = try others.deadline(of: .evaluation, after: held)
      else { return [] }
      return [Duty(Occurrence(due: due, done: drill.evaluatedOn))]
    },
  ]

  static let rules: [GroupRule<Drill>] = [
    GroupRule(each: { id, drill, others in
      guard let lead = drill.lead,
        try others.units(of: .village, within: lead.id, on: .first).isEmpty
      else { return [] }
      return [Problem(\Drill.lead, zh: "牵头单位下没有村。", en: "The lead unit has no village.", of: id)]
    })
  ]

  /// Other ways to post than `measures` has.
  static let others: [Measure<Drill>] = [
    Measure(.drillsHeld) { drill in .once(on: drill.heldOn) },
    Measure(.drillsHeld) { drill in .each(drill.moves.days(into: .held), year: drill.year) },
    Measure(.drills, by: \.kind) { drill in .each(drill.moves.days(into: .held)) },
    Measure(.evaluated) { drill, _, others in
      .each(
        [drill.evaluatedOn].compactMap(\.self),
        year: try drill.heldOn.map { try others.planYear(of: .drillsHeld, on: $0) })
    },
  ]

  enum Kind: String, ChoiceValue {
    case tabletop, field

    var title: Text {
      switch self {
      case .tabletop: Text("桌面推演", "Tabletop")
      case .field: Text("实战演练", "Field")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case planned, held, cancelled

    var entry: StageEntry<Stage> {
      switch self {
      case .planned: StageEntry("计划", "Planned", to: .held, .cancelled)
      case .held: StageEntry("已实施", "Held")
      case .cancelled: StageEntry("取消", "Cancelled")
      }
    }
  }
}

extension IndicatorFamily<Drill.Kind> {
  static let drills = IndicatorFamily<Drill.Kind>(
    total: .drillsHeld, [.tabletop: .tabletopDrills, .field: .fieldDrills])
}

extension IndicatorDeclaration {
  static let drillsPlanned = IndicatorDeclaration(
    "emergency.drills-planned", zh: "计划演练", en: "Drills planned", .flow, "场", isPart: true)
  static let drillsHeld = IndicatorDeclaration(
    "emergency.drills-held", zh: "开展演练", en: "Drills held", .flow, "场",
    defaultTarget: .flow(drillsPlanned.code), defaultPace: .planned)
  static let onTimeRate = IndicatorDeclaration(
    "emergency.on-time-rate", zh: "按时演练率", en: "Drills in time",
    .ratio(.drillsOnTime, over: .drillsHeld), "%", decimals: 1)
  static let drillsOnTime = IndicatorDeclaration(
    "emergency.drills-on-time", zh: "按时演练", en: "Drills on time", .flow, "场", isPart: true)
  static let tabletopDrills = IndicatorDeclaration(
    "emergency.tabletop-drills", zh: "桌面推演", en: "Tabletop drills", .flow, "场")
  static let fieldDrills = IndicatorDeclaration(
    "emergency.field-drills", zh: "实战演练", en: "Field drills", .flow, "场")
  static let evaluated = IndicatorDeclaration(
    "emergency.evaluated", zh: "完成评估", en: "Evaluated", .flow, "场")
}

extension Rule {
  static let evaluation = Rule(
    "emergency.evaluation", zh: "演练评估期限", en: "Evaluation of drills",
    [RuleVersion(30, .days, since: (2019, 4, 1), citation: "应急预案管理办法", .checked)])
}

extension Question {
  static let unheld = Question("unheld", zh: "未实施演练", en: "Drills not held") { scope, others in
    let drills = try others.records(Drill.self, below: scope.unit).filter {
      $0.record.stage(on: scope.day) == .planned
    }
    return Answer(
      columns: [
        Answer.Column("id", zh: "记录号", en: "Record", .record),
        Answer.Column("planned-on", zh: "计划日期", en: "Planned on", .day),
      ],
      rows: drills.map { [.record($0.id), $0.record.plannedOn.datum] })
  }
}

extension Action {
  static let cancelLate = Action(
    "cancel-late", zh: "取消逾期演练", en: "Cancel late drills",
    columns: [Answer.Column("id", zh: "记录号", en: "Record", .record)]
  ) { scope, others in
    try others.records(Drill.self, below: scope.unit).compactMap { id, drill in
      guard drill.stage == .planned, let day = drill.plannedOn, day < scope.day else { return nil }
      return .advance(id, drill, to: .cancelled, showing: [.record(id)])
    }
  }
}

extension Module {
  static let emergency = Module(
    name: "emergency", title: Text("应急管理", "Emergency management"),
    registers: [RegisterSlot(Drill.self)], questions: [.unheld], actions: [.cancelLate],
    indicators: [.drillsPlanned, .drillsHeld], rules: [.evaluation])
}
