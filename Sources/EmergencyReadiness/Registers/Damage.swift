internal import Registers
internal import TargetEngine

/// 受损设施: what a disaster broke, and when it worked again. Source: `emergency.md`, 11.
struct Damage: Register {
  static let name = RegisterName("emergency", "damage", zh: "受损设施", en: "Damaged facility")

  var unit: UnitReference?
  var item = ""
  var kind: Kind?
  var reportedAt: Moment?
  var loss: Money?
  var affected: Int?
  var restoredOn: Day?
  /// Who repairs it.
  var owner = ""
  var due: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Damage>] = [
    Field("unit", \.unit, zh: "属地单位", en: "Unit", [.required, .key, .place]),
    Field("item", \.item, zh: "设施名称", en: "Facility", [.required, .key]),
    Field("kind", \.kind, zh: "设施类别", en: "Kind"),
    Field("reported-at", \.reportedAt, zh: "报损时间", en: "Reported at", [.required]),
    Field("loss", \.loss, zh: "直接经济损失", en: "Direct loss"),
    Field("affected", \.affected, zh: "影响人数", en: "People affected"),
    Field("restored-on", \.restoredOn, zh: "恢复日期", en: "Restored on"),
    Field("owner", \.owner, zh: "抢修单位", en: "Repaired by"),
    Field("due", \.due, zh: "抢修期限", en: "Due"),
  ]

  func problems() -> [Problem] {
    guard let reportedAt else { return [] }
    let days = [
      (\Damage.restoredOn, restoredOn, Text("恢复日期", "Restored on")),
      (\Damage.due, due, Text("抢修期限", "Due")),
    ]
    return days.compactMap { path, day, title in
      guard let day, day < reportedAt.day else { return nil }
      return Problem(
        path, zh: "“\(title.zh)”（\(day)）早于“报损时间”（\(reportedAt)），应在同日或之后。",
        en:
          "“\(title.en)” (\(day)) is before “Reported at” (\(reportedAt)); it must be on the same day or later."
      )
    }
  }

  static let obligations: [Obligation<Damage>] = [
    Obligation("restore", zh: "设施抢修", en: "Repair", due: \.due, done: [\.restoredOn])
  ]

  static let measures: [Measure<Damage>] = [
    Measure(.damageFound) { damage in .once(on: damage.reportedAt?.day) },
    // In the year of the damage, so that a rate is of the same facilities.
    Measure(.damageRestored) { damage, _, others in
      .once(
        on: damage.restoredOn,
        year: try damage.reportedAt.map { try others.planYear(of: .damageFound, on: $0.day) })
    },
  ]

  /// Lifelines first.
  enum Kind: String, ChoiceValue {
    case power, water, gas, heat, road, communication, housing, agriculture, hydraulic
    case `public`

    var title: Text {
      switch self {
      case .power: Text("供电", "Power")
      case .water: Text("供水", "Water")
      case .gas: Text("供气", "Gas")
      case .heat: Text("供热", "Heating")
      case .road: Text("交通", "Roads")
      case .communication: Text("通信", "Communication")
      case .housing: Text("房屋建筑", "Buildings")
      case .agriculture: Text("农业设施", "Farm facilities")
      case .hydraulic: Text("水利设施", "Waterworks")
      case .public: Text("公共服务设施", "Public services")
      }
    }
  }
}
