internal import Registers
internal import TargetEngine

/// 平台设备: what units have of the command system. Who has any is called each week and quarter. Source:
/// `emergency.md`, 4.
struct Equipment: Register {
  static let name = RegisterName("emergency", "equipment", zh: "平台设备", en: "Equipment")

  var unit: UnitReference?
  var name = ""
  var inspectedOn: Day?
  var state: State?
  var moves = Moves<Listed>()

  static let fields: [Field<Equipment>] = [
    Field("unit", \.unit, zh: "所属单位", en: "Owner", [.required, .key, .place]),
    Field("name", \.name, zh: "设备名称", en: "Equipment name", [.required, .key]),
    Field("inspected-on", \.inspectedOn, zh: "巡检日期", en: "Inspected on"),
    Field("state", \.state, zh: "设备状态", en: "State of repair"),
  ]

  static let limits: [Limit<Equipment>] = [.past(\.inspectedOn)]

  static let obligations: [Obligation<Equipment>] = [
    Obligation("inspect", zh: "设备巡检", en: "Inspection", isRated: false) {
      equipment, _, _, others in
      guard let last = equipment.inspectedOn,
        let due = try others.end(of: .equipmentInspection, after: last)
      else { return [] }
      return [Duty(Occurrence(due: due))]
    }
  ]

  enum State: String, ChoiceValue {
    case ok, fault, repaired

    var title: Text {
      switch self {
      case .ok: Text("完好", "In order")
      case .fault: Text("故障", "Faulty")
      case .repaired: Text("已修复", "Repaired")
      }
    }
  }
}
