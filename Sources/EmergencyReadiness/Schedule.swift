internal import Registers
internal import TargetEngine

extension Question {
  /// A year's drills in the order of the days by which they are to be held, as drill plans print them. Source:
  /// `emergency.md`, "`emergency schedule`".
  static let schedule = Question(
    "schedule", zh: "演练计划表", en: "Schedule of drills", yearOf: .drillsPlanned
  ) { scope, others in
    let drills = try others.records(Drill.self, below: scope.unit).filter {
      $0.record.year == scope.year
    }.sorted { a, b in
      (a.record.due?.number ?? .max, a.id) < (b.record.due?.number ?? .max, b.id)
    }
    let count = { (stages: Set<Drill.Stage>) in
      drills.count { $0.record.stage(on: scope.day).map(stages.contains) ?? false }
    }
    let (done, held) = (count([.evaluated, .closed]), count([.held]))
    let (postponed, cancelled) = (count([.postponed]), count([.cancelled]))
    return Answer(
      columns: [
        Answer.Column("id", zh: "记录号", en: "Record", .record),
        Answer.Column("month", zh: "月份", en: "Month", .text),
        Answer.Column("title", zh: "演练名称", en: "Drill title", .text),
        Answer.Column("hazard", zh: "演练科目", en: "Hazard", Hazardous.kind),
        Answer.Column("lead", zh: "牵头单位", en: "Lead unit", .unit),
        Answer.Column("scheme-due", zh: "方案时限", en: "Scheme due", .day),
        Answer.Column("from", zh: "计划起", en: "From", .day),
        Answer.Column("to", zh: "计划止", en: "To", .day),
        Answer.Column("postponed-to", zh: "延期至", en: "Postponed to", .day),
        Answer.Column("held-on", zh: "实施日期", en: "Held on", .day),
        Answer.Column("stage", zh: "阶段", en: "Stage", .choice(Drill.stages)),
      ],
      rows: drills.map { id, drill in
        [
          .record(id), drill.due.map { .text("\($0.month)") } ?? .empty, .text(drill.title),
          drill.hazard.datum, drill.lead.datum, drill.schemeDue.datum, drill.plannedFrom.datum,
          drill.plannedTo.datum, drill.postponedTo.datum, drill.heldOn.datum,
          drill.stage(on: scope.day).map { .text($0.rawValue) } ?? .empty,
        ]
      },
      notes: [
        Text(
          "共 \(drills.count) 项：已评估 \(done)，已实施待评估 \(held)，延期 \(postponed)，取消 \(cancelled)，其余未实施。",
          "Drills: \(drills.count). Evaluated \(done), held and not evaluated \(held), postponed \(postponed),"
            + " cancelled \(cancelled); the others are not held.")
      ])
  }
}

extension Drill {
  /// By when it is to be held now.
  fileprivate var due: Day? { postponedTo ?? plannedTo }

  fileprivate static let stages = Stage.allCases.map { Choice(name: $0.rawValue, title: $0.title) }
}
