internal import Registers
internal import TargetEngine

/// 避难场所: places of refuge and how many they take. One with room for nobody is none any more. Source:
/// `emergency.md`, 8.
struct Shelter: Register {
  static let name = RegisterName("emergency", "shelter", zh: "避难场所", en: "Shelter")

  var name = ""
  var kind: Kind?
  var grade: UnitKind?
  var unit: UnitReference?
  var capacity = Dated()
  var area: Int?
  var inspectedOn: Day?
  var state: State?
  var space: Space?
  var duration: Duration?
  var keeper = ""
  var phone = ""
  var address = ""
  var builtOn: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Shelter>] = [
    Field("name", \.name, zh: "场所名称", en: "Shelter name", [.required, .key]),
    Field("kind", \.kind, zh: "场所类型", en: "Kind"),
    Field("grade", \.grade, zh: "级别", en: "Grade"),
    Field("unit", \.unit, zh: "所属单位", en: "Unit", [.required, .key, .place]),
    Field("capacity", \.capacity, zh: "可容纳人数", en: "Capacity", [.required]),
    Field("area", \.area, zh: "有效面积", en: "Area"),
    Field("inspected-on", \.inspectedOn, zh: "检查日期", en: "Inspected on"),
    Field("state", \.state, zh: "场所状态", en: "State of the place"),
    Field("space", \.space, zh: "空间类型", en: "Space"),
    Field("duration", \.duration, zh: "避难时长", en: "Duration"),
    Field("keeper", \.keeper, zh: "管理员", en: "Keeper"),
    Field("phone", \.phone, zh: "联系电话", en: "Work phone"),
    Field("address", \.address, zh: "地址", en: "Address"),
    Field("built-on", \.builtOn, zh: "建成日期", en: "Built on", [.start]),
  ]

  static let limits: [Limit<Shelter>] = [.past(\.inspectedOn)]

  static let measures: [Measure<Shelter>] = [
    Measure(.shelters) { shelter in
      var spans = Spans()
      let steps = shelter.capacity.steps
      let ends = steps.dropFirst().map { Optional($0.from) } + [nil]
      for (step, end) in zip(steps, ends) where step.value > 0 {
        spans.add(from: step.from, until: end)
      }
      return try spans.coverage
    },
    Measure(.shelterCapacity) { shelter in
      try shelter.capacity.changes.map { Posting($0.amount, on: $0.day) }
    },
  ]

  enum Kind: String, ChoiceValue {
    case area, base, point

    var title: Text {
      switch self {
      case .area: Text("疏散地域", "Evacuation area")
      case .base: Text("疏散基地", "Evacuation base")
      case .point: Text("疏散点", "Evacuation point")
      }
    }
  }

  enum State: String, ChoiceValue {
    case available, unavailable, repair

    var title: Text {
      switch self {
      case .available: Text("可用", "Available")
      case .unavailable: Text("停用", "Out of use")
      case .repair: Text("维修", "Under repair")
      }
    }
  }

  enum Space: String, ChoiceValue {
    case indoor, outdoor

    var title: Text {
      switch self {
      case .indoor: Text("室内", "Indoors")
      case .outdoor: Text("室外", "Outdoors")
      }
    }
  }

  enum Duration: String, ChoiceValue {
    case emergency, short, long

    var title: Text {
      switch self {
      case .emergency: Text("紧急避难", "Emergency")
      case .short: Text("短期避难", "Short")
      case .long: Text("长期避难", "Long")
      }
    }
  }
}
