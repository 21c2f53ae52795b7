internal import Registers
internal import TargetEngine
internal import WorkPlan

/// 应急预案: plans for emergencies, from their place in a round of revision until a newer version is filed.
/// Source: `emergency.md`, 3.
struct Contingency: Register {
  static let name = RegisterName("emergency", "contingency", zh: "应急预案", en: "Contingency plan")

  var title = ""
  var level: UnitKind?
  var kind: Kind?
  var owner: UnitReference?
  var version: Int?
  var hazard: Hazardous?
  var year: Int?
  var round: Int?
  var due: Day?
  var jointWith: [UnitReference] = []
  var documentNo = ""
  var issuedOn: Day?
  var filedOn: Day?
  var filedWith: UnitReference?
  var copiedTo: [UnitReference] = []
  var electronicText: FileName?
  var draftingNote: Bool?
  var receiptNo = ""
  var evaluatedOn: Day?
  var supersedes: Reference<Contingency>?
  var fileDue: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Contingency>] = [
    Field("title", \.title, zh: "预案名称", en: "Plan title", [.required, .key]),
    Field("level", \.level, zh: "层级", en: "Level", [.required]),
    Field("kind", \.kind, zh: "预案类别", en: "Kind", [.required]),
    Field("owner", \.owner, zh: "编制单位", en: "Owner", [.required, .key, .place]),
    Field("version", \.version, zh: "版次", en: "Version", [.key]),
    Field("hazard", \.hazard, zh: "突发事件类型", en: "Hazard"),
    Field("year", \.year, zh: "编修年度", en: "Year of revision", [.year]),
    Field("round", \.round, zh: "编修轮次", en: "Round", .procedure),
    Field("due", \.due, zh: "完成时限", en: "Due"),
    Field("joint-with", \.jointWith, zh: "联合编制单位", en: "Joint with", .procedure),
    .documentNo(\.documentNo),
    Field("issued-on", \.issuedOn, zh: "印发日期", en: "Issued on"),
    Field("filed-on", \.filedOn, zh: "备案日期", en: "Filed on"),
    Field("filed-with", \.filedWith, zh: "备案单位", en: "Filed with"),
    Field("copied-to", \.copiedTo, zh: "抄送单位", en: "Copied to", .procedure),
    Field("electronic-text", \.electronicText, zh: "电子文本", en: "Electronic text"),
    Field("drafting-note", \.draftingNote, zh: "编制说明", en: "Drafting note"),
    Field("receipt-no", \.receiptNo, zh: "备案编号", en: "Receipt no.", .procedure),
    Field("evaluated-on", \.evaluatedOn, zh: "评估日期", en: "Evaluated on"),
    Field("supersedes", \.supersedes, zh: "替代预案", en: "Supersedes", .procedure),
    Field("file-due", \.fileDue, zh: "备案期限", en: "Filing due", .procedure),
  ]

  static let marks: [Mark<Contingency>] = [
    Mark(.issued, \.issuedOn), Mark(.filed, \.filedOn), Mark(.evaluating, \.evaluatedOn),
  ]

  static let needs: [Need<Contingency>] = [
    Need(.filed, \.electronicText), Need(.filed, \.draftingNote), Need(.repealed, \.documentNo),
  ]

  static let limits: [Limit<Contingency>] = [
    .range(\.version, 1...), .range(\.round, 1...), .order(\.issuedOn, \.filedOn),
  ]

  static let defaults: [Default<Contingency>] = [
    Default(\.version) { _, _ in 1 },
    Default(\.supersedes) { plan, others in try plan.before(others) },
    Default(\.fileDue) { plan, others in
      do {
        return try plan.filingDue(others)
      } catch CalendarFault.noHolidays {
        return nil
      }
    },
  ]

  static let consequences: [Consequence<Contingency>] = [
    Consequence(of: .filed, \.supersedes, to: .superseded)
  ]

  static let measures: [Measure<Contingency>] = [
    Measure(.plansPlanned) { plan in
      guard let year = plan.year, let start = Day(year: year, month: 1, day: 1) else { return [] }
      // One that was issued was done: its later repeal does not change what the year planned.
      let repeal = plan.isIssued ? nil : plan.moves.days(into: .repealed).first
      return .once(on: start, year: year) + .once(on: repeal.map { max($0, start) }, -1, year: year)
    },
    Measure(.plansIssued) { plan in
      .once(on: plan.moves.days(into: .issued).first, year: plan.year)
    },
    Measure(.plansFiled) { plan in .once(on: plan.firstFiled, year: plan.year) },
    Measure(.plansFiledOnTime) { plan in
      guard let filed = plan.firstFiled, let due = plan.fileDue, filed <= due else { return [] }
      return .once(on: filed, year: plan.year)
    },
    Measure(.plansInForce) { plan in
      var spans = Spans()
      spans.add(from: plan.since([.issued, .filed, .evaluating]), until: plan.ended)
      return try spans.coverage
    },
  ]

  static let groups: [GroupMeasure<Contingency>] = [
    owners(.townshipsWithPlan, .township), owners(.villagesWithPlan, .village),
  ]

  /// The units of a kind with a plan that is filed and in force, each once.
  private static func owners(
    _ indicator: IndicatorDeclaration, _ kind: UnitKind
  ) -> GroupMeasure<Contingency> {
    GroupMeasure(indicator, by: \.owner) { plans, _ in
      var spans = Spans()
      for plan in plans where plan.level == kind {
        spans.add(from: plan.since([.filed, .evaluating]), until: plan.ended)
      }
      return try spans.coverage
    }
  }

  static let obligations: [Obligation<Contingency>] = [
    Obligation(
      "issue", zh: "预案印发", en: "Issue of a plan", due: \.due, done: [\.issuedOn],
      void: [.repealed, .superseded]),
    Obligation("file", zh: "预案备案", en: "Filing of a plan") { plan, _, _, others in
      guard plan.firstFiled != nil || plan.stage == .issued,
        let due = try plan.fileDue ?? plan.filingDue(others)
      else { return [] }
      return [Duty(Occurrence(due: due, done: plan.firstFiled))]
    },
    Obligation("evaluate", zh: "预案评估", en: "Evaluation of a plan") { plan, _, _, others in
      guard let start = plan.since([.issued, .filed]) else { return [] }
      return try plan.duties(
        of: .planEvaluation, from: start, done: plan.moves.days(into: .evaluating), others)
    },
    Obligation("drill", zh: "预案演练", en: "Drill of a plan") { plan, id, _, others in
      guard let rule = plan.drillRule, let start = plan.since([.issued, .filed]) else { return [] }
      let held = try others.records(Drill.self, where: \.plan, is: .record(id))
        .compactMap(\.record.heldOn)
      return try plan.duties(
        of: rule, from: start, done: held.filter { $0 >= start }.sorted(), others)
    },
  ]

  func problems() -> [Problem] {
    guard firstFiled != nil, draftingNote == false else { return [] }
    return [
      Problem(
        \Contingency.draftingNote, zh: "报备案要有编制说明。请补齐后填“是”。",
        en: "A plan is filed with its drafting note. Add it and write yes.")
    ]
  }

  /// Each time makes the next one due; nothing is owed once the plan is out of force.
  private func duties(
    of rule: Rule, from start: Day, done days: [Day], _ others: any RecordReader
  ) throws -> [Duty] {
    let starts = [start] + days
    return try starts.indices.compactMap { index in
      let done = starts.indices.contains(index + 1) ? starts[index + 1] : nil
      guard done != nil || ended == nil, let due = try others.end(of: rule, after: starts[index])
      else { return nil }
      return Duty(Occurrence(due: due, done: done))
    }
  }

  /// The newest earlier version of the same plan.
  private func before(_ others: any RecordReader) throws -> Reference<Contingency>? {
    guard let owner, let version, version > 1 else { return nil }
    return try others.records(Contingency.self, where: \.owner, is: .unit(owner.id))
      .filter { $0.record.title == title && ($0.record.version ?? 1) < version }
      .max { ($0.record.version ?? 1) < ($1.record.version ?? 1) }
      .map { Reference($0.id) }
  }

  private var isIssued: Bool { since([.issued, .filed, .evaluating]) != nil }

  private var firstFiled: Day? { moves.days(into: .filed).first }

  /// The first day on which it is known to be in one of some stages.
  private func since(_ stages: Set<Stage>) -> Day? {
    moves.all.first { stages.contains($0.stage) }?.day
  }

  private var ended: Day? { since([.superseded, .repealed]) }

  private func filingDue(_ others: any RecordReader) throws -> Day? {
    try moves.days(into: .issued).first.flatMap { try others.deadline(of: .planFiling, after: $0) }
  }

  private var drillRule: Rule? {
    switch kind {
    case .special, .joint: .specialPlanDrill
    case .department: .departmentPlanDrill
    case .grassroots: level == .township ? .townshipPlanDrill : .grassrootsPlanDrill
    case .overall, .handbook, .action, .majorEvent, nil: nil
    }
  }
}
