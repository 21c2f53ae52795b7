internal import Registers
internal import TargetEngine
internal import WorkPlan

/// 标准化建设项目: the facilities of a year's list, on their way to the standard and sometimes back.
/// Source: `registers.md`, "clinics".
struct Project: Register {
  static let name = RegisterName(
    "clinics", "project", zh: "标准化建设项目", en: "Standardisation project")

  var facility: UnitReference?
  var year: Int?
  var kind: Kind?
  var ownership: Ownership?
  var funding: Funding?
  var budget: Money?
  var assessedOn: Day?
  var acceptedOn: Day?
  var relapsedOn: Day?
  var removedOn: Day?
  var documentNo = ""
  var moves = Moves<Stage>()

  static let fields: [Field<Project>] = [
    Field(
      "facility", \.facility, zh: "建设机构", en: "Facility", [.required, .key, .place],
      units: [.clinic, .hospital]),
    Field("year", \.year, zh: "计划年度", en: "Plan year", [.required, .key, .year]),
    Field("kind", \.kind, zh: "机构类型", en: "Kind"),
    Field("ownership", \.ownership, zh: "所有制", en: "Ownership"),
    Field("funding", \.funding, zh: "资金来源", en: "Funding"),
    Field("budget", \.budget, zh: "预算", en: "Budget"),
    Field("assessed-on", \.assessedOn, zh: "评估日期", en: "Assessed on"),
    Field("accepted-on", \.acceptedOn, zh: "达标日期", en: "Accepted on"),
    Field("relapsed-on", \.relapsedOn, zh: "返潮日期", en: "Relapsed on"),
    Field("removed-on", \.removedOn, zh: "调出日期", en: "Removed on"),
    .documentNo(\.documentNo),
  ]

  static let marks: [Mark<Project>] = [
    Mark(.assessed, \.assessedOn), Mark(.accepted, \.acceptedOn),
    Mark(.rectifying, from: .accepted, \.relapsedOn), Mark(.removed, \.removedOn),
  ]

  static let needs: [Need<Project>] = [
    Need(.rectifying, from: .accepted, \.relapsedOn), Need(.removed, \.documentNo),
  ]

  static let measures: [Measure<Project>] = [
    Measure(.planned) { project in
      guard let start = project.year.flatMap({ Day(year: $0, month: 1, day: 1) }) else { return [] }
      // One that is removed before its year begins is never planned.
      let removals = project.moves.days(into: .removed).map { max($0, start) }
      return .once(on: start, year: project.year) + .each(removals, -1, year: project.year)
    },
    Measure(.accepted) { project in
      let relapses = project.moves.days(from: .accepted, into: .rectifying)
      return .each(project.moves.days(into: .accepted), year: project.year)
        + .each(relapses, -1, year: project.year)
    },
  ]

  enum Kind: String, ChoiceValue {
    case healthCentre, healthStation, villageClinic

    var title: Text {
      switch self {
      case .healthCentre: Text("社区卫生服务中心", "Community health centre")
      case .healthStation: Text("社区卫生服务站", "Community health station")
      case .villageClinic: Text("村卫生室", "Village clinic")
      }
    }
  }

  enum Ownership: String, ChoiceValue {
    case government, collective, `private`

    var title: Text {
      switch self {
      case .government: Text("政府办", "Government")
      case .collective: Text("集体办", "Collective")
      case .private: Text("民营", "Private")
      }
    }
  }

  enum Funding: String, ChoiceValue {
    case county, provincialAward, own, none

    var title: Text {
      switch self {
      case .county: Text("县区财政", "County budget")
      case .provincialAward: Text("省级奖补", "Provincial award")
      case .own: Text("自筹", "Own funds")
      case .none: Text("无来源", "None")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case planned, assessed, rectifying, reinspected, accepted, removed

    var entry: StageEntry<Stage> {
      switch self {
      case .planned: StageEntry("拟建", "Planned", to: .assessed, .removed)
      case .assessed: StageEntry("现场评估", "Assessed", to: .rectifying, .accepted, .removed)
      case .rectifying: StageEntry("整改中", "Rectifying", to: .reinspected, .removed)
      // Back again when the facility fails, since nothing else would be left for it.
      case .reinspected: StageEntry("复查", "Reinspected", to: .accepted, .rectifying)
      case .accepted: StageEntry("达标", "Accepted", to: .rectifying)
      case .removed: StageEntry("调出", "Removed")
      }
    }
  }
}
