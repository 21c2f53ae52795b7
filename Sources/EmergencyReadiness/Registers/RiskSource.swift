internal import Registers
internal import TargetEngine

/// 风险源: places that stay dangerous and whose state is looked at again and again. Source: `emergency.md`, 5.
struct RiskSource: Register {
  static let name = RegisterName("emergency", "risk-source", zh: "风险源", en: "Risk source")

  var name = ""
  var unit: UnitReference?
  var kind: Kind?
  var grade: Grade?
  var site = ""
  var owner = ""
  var phone = ""
  var threatened: Int?
  var updatedOn: Day?
  var removedOn: Day?
  /// The first update, unless the list says since when it is known.
  var listedOn: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<RiskSource>] = [
    Field("name", \.name, zh: "风险源名称", en: "Name of the source", [.required, .key]),
    Field("unit", \.unit, zh: "属地单位", en: "Unit", [.required, .key, .place]),
    Field("kind", \.kind, zh: "类别", en: "Kind"),
    Field("grade", \.grade, zh: "风险等级", en: "Grade"),
    Field("site", \.site, zh: "位置", en: "Site"),
    Field("owner", \.owner, zh: "责任人", en: "Owner"),
    Field("phone", \.phone, zh: "联系电话", en: "Work phone"),
    Field("threatened", \.threatened, zh: "受威胁人数", en: "People threatened"),
    Field("updated-on", \.updatedOn, zh: "更新日期", en: "Updated on"),
    Field("removed-on", \.removedOn, zh: "核销日期", en: "Removed on"),
    Field("listed-on", \.listedOn, zh: "登记日期", en: "Listed on", [.start, .counted]),
  ]

  static let firsts: [First<RiskSource>] = [First(\.listedOn, of: \.updatedOn)]

  static let limits: [Limit<RiskSource>] = [
    .order(\.listedOn, \.updatedOn), .order(\.listedOn, \.removedOn), .past(\.updatedOn),
  ]

  static let measures: [Measure<RiskSource>] = [
    Measure(.riskSources) { source in
      var spans = Spans()
      spans.add(from: source.listedOn, until: source.removedOn)
      return try spans.coverage
    }
  ]

  static let obligations: [Obligation<RiskSource>] = [
    Obligation("update", zh: "风险源更新", en: "Update", isRated: false) { source, _, scope, others in
      if let removed = source.removedOn, removed <= scope.day { return [] }
      guard let last = source.updatedOn ?? source.listedOn,
        let due = try others.end(of: .riskSourceUpdate, after: last)
      else { return [] }
      return [Duty(Occurrence(due: due))]
    }
  ]

  enum Kind: String, ChoiceValue {
    case majorHazardSource, pollution, geological, flashFlood, floodProne, reservoir, other

    var title: Text {
      switch self {
      case .majorHazardSource: Text("重大危险源", "Major hazard installation")
      case .pollution: Text("重点污染源", "Major source of pollution")
      case .geological: Text("地质灾害隐患点", "Site prone to geological disaster")
      case .flashFlood: Text("山洪危险区", "Flash flood area")
      case .floodProne: Text("易涝点", "Place prone to flooding")
      case .reservoir: Text("水库山塘", "Reservoir or pond")
      case .other: Text("其他", "Other")
      }
    }
  }

  enum Grade: String, ChoiceValue {
    case major = "1"
    case larger = "2"
    case general = "3"
    case low = "4"

    var title: Text {
      switch self {
      case .major: Text("重大", "Major")
      case .larger: Text("较大", "Larger")
      case .general: Text("一般", "General")
      case .low: Text("低", "Low")
      }
    }
  }
}
