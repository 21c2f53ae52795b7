internal import People
internal import Registers
internal import TargetEngine

/// 村医在岗: who serves which village. A village is covered once, however many qualified doctors
/// serve it. Source: `registers.md`, "workforce".
struct VillageDoctor: Register {
  static let name = RegisterName("workforce", "village-doctor", zh: "村医在岗", en: "Village doctor")

  var village: UnitReference?
  var person: Reference<Person>?
  var qualification: Qualification?
  var servesFrom: Day?
  /// The last day of service.
  var servesUntil: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<VillageDoctor>] = [
    Field(
      "village", \.village, zh: "服务村", en: "Village", [.required, .key, .place],
      units: [.village]),
    Field("person", \.person, zh: "村医", en: "Person", [.required, .key]),
    Field("qualification", \.qualification, zh: "执业资格", en: "Qualification", .counted),
    Field("serves-from", \.servesFrom, zh: "在岗起始日期", en: "Serves from", [.required, .key, .start]),
    Field("serves-until", \.servesUntil, zh: "在岗截止日期", en: "Serves until"),
  ]

  static let limits: [Limit<VillageDoctor>] = [.order(\.servesFrom, \.servesUntil)]

  static let groups: [GroupMeasure<VillageDoctor>] = [
    GroupMeasure(.villagesCovered, by: \.village, formerly: "workforce.villages-covered") {
      doctors, _ in
      var spans = Spans()
      for doctor in doctors where doctor.isQualified {
        spans.add(from: doctor.servesFrom, through: doctor.servesUntil)
      }
      return try spans.coverage
    }
  ]

  private var isQualified: Bool { qualification.map { $0 != .none } ?? false }

  /// Whether the village has a qualified doctor in this one on a day.
  func serves(on day: Day) -> Bool {
    guard isQualified, let servesFrom, servesFrom <= day else { return false }
    return servesUntil.map { day <= $0 } ?? true
  }

  enum Qualification: String, ChoiceValue {
    case none, villageDoctor, assistantPhysician, physician

    var title: Text {
      switch self {
      case .none: Text("无", "None")
      case .villageDoctor: Text("乡村医生", "Village doctor")
      case .assistantPhysician: Text("执业助理医师", "Assistant physician")
      case .physician: Text("执业医师", "Physician")
      }
    }
  }
}
