internal import Registers
internal import TargetEngine

/// 重点任务: what a yearly plan asks of a unit by a day, supervised until it is closed.
/// Source: `registers.md`, "work plan".
struct Task: Register {
  static let name = RegisterName("plan", "task", zh: "重点任务", en: "Task")
  static let version = 3

  var title = ""
  var module = ""
  var system = ""
  var owner: UnitReference?
  var person = ""
  var due: Day?
  var documentNo = ""
  /// The code of the indicator that shows the progress.
  var measure = ""
  var doneOn: Day?
  var result = ""
  var firstDue: Day?
  /// 督办人, who alone closes the task.
  var supervisor = ""
  var moves = Moves<Stage>()

  static let fields: [Field<Task>] = [
    Field("title", \.title, zh: "任务名称", en: "Task title", [.required, .key]),
    Field("module", \.module, zh: "业务模块", en: "Module", [.module]),
    Field("system", \.system, zh: "所属体系", en: "System"),
    Field("owner", \.owner, zh: "责任单位", en: "Owner", [.required, .key, .place]),
    Field("person", \.person, zh: "责任人", en: "Person in charge"),
    Field("due", \.due, zh: "完成时限", en: "Due", [.required, .key]),
    .documentNo(\.documentNo),
    Field("measure", \.measure, zh: "对应指标", en: "Indicator", [.indicator]),
    Field("done-on", \.doneOn, zh: "完成日期", en: "Done on"),
    Field("result", \.result, zh: "完成情况", en: "Result"),
    Field("first-due", \.firstDue, zh: "原定时限", en: "First due", since: 2),
    Field("supervisor", \.supervisor, zh: "督办人", en: "Supervisor", since: 3),
  ]

  static let marks: [Mark<Task>] = [Mark(.done, \.doneOn)]

  static let needs: [Need<Task>] = [
    Need(.cancelled, \.documentNo), Need(.closed, \.doneOn),
  ]

  static let firsts: [First<Task>] = [First(\.firstDue, of: \.due)]

  static let obligations: [Obligation<Task>] = [
    Obligation(
      "do", zh: "重点任务", en: "Task", due: \.due, first: \Task.firstDue, done: [\.doneOn],
      owed: [.open, .doing], void: [.cancelled], since: 2)
  ]

  static let signatures: [Signature<Task>] = [
    Signature(.closed, \.supervisor, notBy: [\.person, \.owner], inPerson: true)
  ]

  enum Stage: String, Lifecycle {
    case open, doing, done, closed, cancelled

    var entry: StageEntry<Stage> {
      switch self {
      case .open: StageEntry("未办", "Open", to: .doing, .cancelled)
      case .doing: StageEntry("在办", "Doing", to: .done, .open, .cancelled)
      case .done: StageEntry("完成", "Done", to: .closed, .cancelled)
      case .closed: StageEntry("办结", "Closed", to: .cancelled)
      case .cancelled: StageEntry("取消", "Cancelled")
      }
    }
  }
}
