import Registers
import TargetEngine

/// 工作: counts once it is done, for the plan year that its list names and for that of the day.
struct Job: Register {
  static let name = RegisterName("p", "job", zh: "工作", en: "Job")
  var title = ""
  var unit: UnitReference?
  var year: Int?
  var begunOn: Day?
  var doneOn: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Job>] = [
    Field("title", \.title, zh: "名称", en: "Title", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", [.required, .place]),
    Field("year", \.year, zh: "计划年度", en: "Plan year", [.required, .year]),
    Field("begun-on", \.begunOn, zh: "开工日期", en: "Begun on", .required),
    Field("done-on", \.doneOn, zh: "完成日期", en: "Done on"),
  ]

  static let marks: [Mark<Job>] = [Mark(.done, \.doneOn)]

  static let measures: [Measure<Job>] = [
    Measure(.jobs) { job in .each(job.moves.days(into: .done), year: job.year) },
    Measure(.jobsByDay) { job in .each(job.moves.days(into: .done)) },
    Measure(.jobsByBeginning) { job, _, others in
      .each(
        job.moves.days(into: .done),
        year: try job.begunOn.map { try others.planYear(of: .jobsByBeginning, on: $0) })
    },
  ]

  enum Stage: String, Lifecycle {
    case open, done

    var entry: StageEntry<Stage> {
      switch self {
      case .open: StageEntry("未完成", "Open", to: .done)
      case .done: StageEntry("完成", "Done", to: .open)
      }
    }
  }
}

extension IndicatorDeclaration {
  static let jobs = IndicatorDeclaration("p.jobs", zh: "工作", en: "Jobs", .flow, "件")
  static let jobsByDay = IndicatorDeclaration("p.by-day", zh: "当年工作", en: "By day", .flow, "件")
  /// Counted for the year in which it was begun.
  static let jobsByBeginning = IndicatorDeclaration("p.begun", zh: "开工工作", en: "Begun", .flow, "件")
  static let plannedWork = IndicatorDeclaration(
    "p.planned", zh: "计划", en: "Planned", .flow, "个", isPart: true)
  static let finishedWork = IndicatorDeclaration(
    "p.finished", zh: "完成", en: "Finished", .flow, "个", defaultTarget: .flow("p.planned"))
}
