public import Registers
internal import TargetEngine

extension Module {
  /// 重点任务, shared by every module. Source: `registers.md`, "work plan".
  public static let workPlan = Module(
    name: "plan", title: Text("重点任务", "Work plan"),
    registers: [
      RegisterSlot(Document.self), RegisterSlot(Task.self), RegisterSlot(Reminder.self),
      RegisterSlot(RecurringTask.self), RegisterSlot(Fulfilment.self),
    ],
    recurrences: [
      UsualRecurrence(
        zh: "防灾减灾日宣传", en: "Disaster prevention day", "plan", .yearly, month: 5, day: 12),
      UsualRecurrence(
        zh: "警报试鸣", en: "Test of sirens", "plan", .yearly, month: 5, day: 24),
      UsualRecurrence(
        zh: "突发事件应对法施行纪念日宣传", en: "Emergency response law day", "plan", .yearly, month: 11,
        day: 1),
    ])
}
