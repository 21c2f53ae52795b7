internal import Registers
internal import TargetEngine
internal import WorkPlan

/// 编制核定: the posts that a unit may fill, by kind and category. Source: `registers.md`,
/// "workforce".
struct Establishment: Register {
  static let name = RegisterName("workforce", "establishment", zh: "编制核定", en: "Establishment")

  var unit: UnitReference?
  var kind: Kind?
  var category: Category?
  var approved = Dated()
  var effectiveOn: Day?
  var fund: Fund?
  var internalBodies: Int?
  var documentNo = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Establishment>] = [
    Field("unit", \.unit, zh: "编制单位", en: "Unit", [.required, .key, .place]),
    Field("kind", \.kind, zh: "编制类型", en: "Kind", [.required, .key, .filledLater]),
    Field("category", \.category, zh: "人员类别", en: "Category", [.required, .key]),
    Field("approved", \.approved, zh: "核定编制数", en: "Approved", [.required]),
    Field("effective-on", \.effectiveOn, zh: "生效日期", en: "Effective on", [.start]),
    Field("fund", \.fund, zh: "经费形式", en: "Funding"),
    Field("internal-bodies", \.internalBodies, zh: "内设机构数", en: "Internal bodies"),
    .documentNo(\.documentNo),
  ]

  static let measures: [Measure<Establishment>] = [
    Measure(.establishment) { establishment in
      try establishment.approved.changes.map { Posting($0.amount, on: $0.day) }
    }
  ]

  enum Kind: String, ChoiceValue {
    case administrative, institution, reference

    var title: Text {
      switch self {
      case .administrative: Text("行政", "Administrative")
      case .institution: Text("事业", "Institution")
      case .reference: Text("参公", "By civil service rules")
      }
    }
  }

  enum Category: String, ChoiceValue {
    case leader, general, professional, worker

    var title: Text {
      switch self {
      case .leader: Text("领导", "Leader")
      case .general: Text("一般人员", "General")
      case .professional: Text("专业技术人员", "Professional")
      case .worker: Text("工勤人员", "Worker")
      }
    }
  }

  enum Fund: String, ChoiceValue {
    case full, partial, own

    var title: Text {
      switch self {
      case .full: Text("全额", "Full")
      case .partial: Text("差额", "Partial")
      case .own: Text("自收自支", "Own income")
      }
    }
  }
}
