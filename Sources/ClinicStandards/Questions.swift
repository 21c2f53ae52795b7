internal import Registers
internal import TargetEngine

extension Question {
  /// Projects of a year without a source of funds.
  static let unfunded = Question(
    "unfunded", zh: "资金无来源", en: "Projects without funds", yearOf: .planned
  ) { scope, others in
    let projects = try others.records(Project.self, below: scope.unit).filter { _, project in
      project.year == scope.year && project.stage(on: scope.day) != .removed
        && (project.funding == nil || project.funding == Project.Funding.none)
    }
    return Answer(
      columns: projectColumns + [Answer.Column("budget", zh: "预算", en: "Budget", .money)],
      rows: projects.map { id, project in row(id, project, scope) + [project.budget.datum] })
  }

  /// The projects behind the gap of a year, with their open findings and the next day due.
  static let remaining = Question(
    "remaining", zh: "未达标项目", en: "Projects not accepted", yearOf: .accepted
  ) { scope, others in
    let findings = Dictionary(
      grouping: try others.records(Finding.self, below: scope.unit).map(\.record).filter {
        finding in
        finding.foundOn.map { $0 <= scope.day } ?? true && finding.stage(on: scope.day) != .closed
      }
    ) { $0.project?.id }
    let projects = try others.records(Project.self, below: scope.unit).filter { _, project in
      project.year == scope.year
        && ![.accepted, .removed].contains(project.stage(on: scope.day))
    }
    return Answer(
      columns: projectColumns + [
        Answer.Column("open-findings", zh: "未销号问题", en: "Open findings", .int),
        Answer.Column("due", zh: "最近整改期限", en: "Next due", .day),
        Answer.Column("overdue", zh: "超期", en: "Overdue", .int),
      ],
      rows: projects.map { id, project in
        let open = findings[id] ?? []
        let late = open.filter { $0.due.map { $0 < scope.day } ?? false }.count
        return row(id, project, scope) + [
          .int(Int64(open.count)), open.compactMap(\.due).min().datum, .int(Int64(late)),
        ]
      },
      notes: [
        Text("共 \(projects.count) 个项目未达标。", "Projects not accepted: \(projects.count).")
      ])
  }

  private static let projectColumns = [
    Answer.Column("project", zh: "记录号", en: "Project", .record),
    Answer.Column("facility", zh: "建设机构", en: "Facility", .unit),
    Answer.Column("ownership", zh: "所有制", en: "Ownership", Project.Ownership.kind),
    Answer.Column("stage", zh: "阶段", en: "Stage", .choice(stages)),
  ]

  private static let stages = Project.Stage.allCases.map {
    Choice(name: $0.rawValue, title: $0.title)
  }

  private static func row(
    _ id: RecordID, _ project: Project, _ scope: QuestionScope
  ) -> [Datum] {
    [
      .record(id), project.facility.datum, project.ownership.datum,
      project.stage(on: scope.day).map { .text($0.rawValue) } ?? .empty,
    ]
  }
}
