public import Registers
internal import TargetEngine

extension Module {
  /// 人员, to which the other registers refer. Source: `registers.md`, "people".
  public static let people = Module(
    name: "people", title: Text("人员", "People"),
    registers: [RegisterSlot(Person.self)])
}
