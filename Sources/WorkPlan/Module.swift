public import Registers
internal import TargetEngine

extension Module {
  /// 重点任务, shared by every module. Source: `registers.md`, "work plan".
  public static let workPlan = Module(
    name: "plan", title: Text("重点任务", "Work plan"),
    registers: [RegisterSlot(Document.self), RegisterSlot(Task.self)])
}
