internal import Registers
internal import TargetEngine

/// 名医工作室: studios that experts keep at a hospital. Source: `registers.md`, "clinics".
struct Studio: Register {
  static let name = RegisterName("clinics", "studio", zh: "名医工作室", en: "Expert studio")

  var hospital: UnitReference?
  var partner = ""
  var discipline = ""
  var appliedOn: Day?
  var openedOn: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Studio>] = [
    Field(
      "hospital", \.hospital, zh: "设立单位", en: "Hospital", [.required, .key, .place],
      units: [.hospital, .clinic]),
    Field("partner", \.partner, zh: "合作专家或团队", en: "Partner", [.required]),
    Field("discipline", \.discipline, zh: "学科", en: "Discipline", [.required, .key]),
    Field("applied-on", \.appliedOn, zh: "申报日期", en: "Applied on"),
    Field("opened-on", \.openedOn, zh: "挂牌日期", en: "Opened on"),
  ]

  static let marks: [Mark<Studio>] = [Mark(.applied, \.appliedOn), Mark(.opened, \.openedOn)]

  /// A list that says where a studio stands by now may pass over its opening, but not over the day
  /// since which it counts.
  static let needs: [Need<Studio>] = [Need(.evaluated, \.openedOn), Need(.withdrawn, \.openedOn)]

  static let limits: [Limit<Studio>] = [.order(\.appliedOn, \.openedOn)]

  static let measures: [Measure<Studio>] = [
    Measure(.studios) { studio in
      var spans = Spans()
      spans.add(from: studio.openSince, until: studio.moves.days(into: .withdrawn).first)
      return try spans.coverage
    }
  ]

  /// The first day on which it is known to be open: a list may say that one is evaluated, or withdrawn,
  /// and not when it was opened.
  private var openSince: Day? {
    moves.all.first { [.opened, .evaluated].contains($0.stage) }?.day
  }

  static let obligations: [Obligation<Studio>] = [
    // Each evaluation makes the next one due.
    Obligation("evaluate", zh: "名医工作室年度评估", en: "Yearly evaluation") { studio, _, _, others in
      let starts = studio.moves.days(into: .opened).prefix(1) + studio.moves.days(into: .evaluated)
      return try starts.indices.compactMap { index in
        let done = starts.indices.contains(index + 1) ? starts[index + 1] : nil
        guard done != nil || studio.stage != .withdrawn,
          let due = try others.end(of: .studioEvaluation, after: starts[index])
        else { return nil }
        return Duty(Occurrence(due: due, done: done))
      }
    }
  ]

  enum Stage: String, Lifecycle {
    case drafted, applied, screened, reviewed, opened, evaluated, withdrawn

    var entry: StageEntry<Stage> {
      switch self {
      case .drafted: StageEntry("筹备", "Drafted", to: .applied)
      case .applied: StageEntry("申报", "Applied", to: .screened)
      case .screened: StageEntry("初审通过", "Screened", to: .reviewed)
      case .reviewed: StageEntry("评审", "Reviewed", to: .opened)
      case .opened: StageEntry("挂牌", "Opened", to: .evaluated, .withdrawn)
      case .evaluated: StageEntry("年度评估", "Evaluated", to: .opened)
      case .withdrawn: StageEntry("摘牌", "Withdrawn")
      }
    }
  }
}
