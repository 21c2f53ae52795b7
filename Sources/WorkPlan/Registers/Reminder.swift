internal import Registers
internal import TargetEngine

/// 督办记录: when a task's supervisor asked how it stands, and what was answered. Source:
/// `registers.md`, "work plan".
struct Reminder: Register {
  static let name = RegisterName("plan", "reminder", zh: "督办记录", en: "Reminder")

  var task: Reference<Task>?
  var remindedOn: Day?
  var by = ""
  var matter = ""
  var repliedOn: Day?
  var reply = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Reminder>] = [
    Field("task", \.task, zh: "重点任务", en: "Task", [.required, .key, .place]),
    Field("reminded-on", \.remindedOn, zh: "督办日期", en: "Reminded on", [.required, .key]),
    Field("by", \.by, zh: "督办人", en: "By", [.author]),
    Field("matter", \.matter, zh: "督办事项", en: "Matter", [.required]),
    Field("replied-on", \.repliedOn, zh: "反馈日期", en: "Replied on"),
    Field("reply", \.reply, zh: "反馈情况", en: "Reply"),
  ]

  static let limits: [Limit<Reminder>] = [.order(\.remindedOn, \.repliedOn)]
}
