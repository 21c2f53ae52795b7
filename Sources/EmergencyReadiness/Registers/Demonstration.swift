internal import Registers
internal import TargetEngine

/// 示范项目: places that were named as models of readiness. Source: `emergency.md`, 2.
struct Demonstration: Register {
  static let name = RegisterName(
    "emergency", "demonstration", zh: "示范项目", en: "Demonstration project")

  var title = ""
  var level = ""
  var unit: UnitReference?
  var awardedOn: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Demonstration>] = [
    Field("title", \.title, zh: "项目名称", en: "Project title", [.required, .key]),
    Field("level", \.level, zh: "级别", en: "Level", [.required, .key]),
    Field("unit", \.unit, zh: "所在单位", en: "Unit", [.place]),
    Field("awarded-on", \.awardedOn, zh: "命名日期", en: "Awarded on"),
  ]

  static let marks: [Mark<Demonstration>] = [Mark(.awarded, \.awardedOn)]

  /// A list may pass over the award, but not over the day since which it counts.
  static let needs: [Need<Demonstration>] = [
    Need(.maintained, \.awardedOn), Need(.withdrawn, from: .awarded, \.awardedOn),
    Need(.withdrawn, from: .maintained, \.awardedOn),
  ]

  static let measures: [Measure<Demonstration>] = [
    Measure(.demonstrations) { project in
      var spans = Spans()
      let awarded = project.moves.all.first { [.awarded, .maintained].contains($0.stage) }?.day
      spans.add(from: awarded, until: project.moves.days(into: .withdrawn).first)
      return try spans.coverage
    }
  ]

  enum Stage: String, Lifecycle {
    case applied, approved, awarded, maintained, withdrawn

    var entry: StageEntry<Stage> {
      switch self {
      case .applied: StageEntry("申报", "Applied", to: .approved, .withdrawn)
      case .approved: StageEntry("初审通过", "Approved", to: .awarded, .withdrawn)
      case .awarded: StageEntry("命名", "Awarded", to: .maintained, .withdrawn)
      case .maintained: StageEntry("复核保持", "Maintained", to: .maintained, .withdrawn)
      case .withdrawn: StageEntry("撤销", "Withdrawn")
      }
    }
  }
}
