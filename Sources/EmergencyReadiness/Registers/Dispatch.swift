internal import Registers
internal import TargetEngine
internal import WorkPlan

/// 平台调度: calls through the command system that are due each week and quarter, and spot checks of who is
/// on duty. Source: `emergency.md`, 4.
struct Dispatch: Register {
  static let name = RegisterName("emergency", "dispatch", zh: "平台调度", en: "Duty call")

  var unit: UnitReference?
  var cycle: Cycle?
  var due: Day?
  var answeredAt: Moment?
  var result: Result?
  var means: Means?
  var answeredBy = ""
  var leaderPresent: Bool?
  var documentNo = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Dispatch>] = [
    Field("unit", \.unit, zh: "联网单位", en: "Unit on the system", [.required, .key, .place]),
    Field("cycle", \.cycle, zh: "调度方式", en: "Kind of call", [.required, .key]),
    Field("due", \.due, zh: "调度日期", en: "Due", [.required, .key]),
    Field("answered-at", \.answeredAt, zh: "应答时间", en: "Answered at"),
    Field("result", \.result, zh: "应答结果", en: "Result"),
    Field("means", \.means, zh: "联络方式", en: "Means"),
    Field("answered-by", \.answeredBy, zh: "应答人", en: "Answered by"),
    Field("leader-present", \.leaderPresent, zh: "带班领导在岗", en: "Leader present"),
    .documentNo(\.documentNo),
  ]

  static let measures: [Measure<Dispatch>] = [
    Measure(.dispatchExpected) { call in call.isSpot ? [] : call.expected },
    Measure(
      .dispatchAnswered,
      reading: { call, _, others in
        guard !call.isSpot, call.isAnswered, let due = call.due else { return [] }
        // Never before it was expected, and of the same year, so that a rate is of the same calls.
        return .once(
          on: max(due, call.answeredAt?.day ?? due),
          year: try others.planYear(of: .dispatchExpected, on: due))
      }),
    Measure(.checks) { call in call.isSpot ? call.expected : [] },
    Measure(.checksPassed) { call in
      call.isSpot && call.isAnswered && call.leaderPresent != false ? .once(on: call.due) : []
    },
  ]

  private var isSpot: Bool { cycle == .spot }

  private var isAnswered: Bool { result == .online }

  /// Once on its day, unless maintenance was approved.
  private var expected: [Posting] {
    result == .maintenance && !documentNo.isEmpty ? [] : .once(on: due)
  }

  enum Cycle: String, ChoiceValue {
    case weekly, quarterly, spot

    var title: Text {
      switch self {
      case .weekly: Text("一周一调", "Weekly")
      case .quarterly: Text("一季一调", "Quarterly")
      case .spot: Text("随机抽查", "Spot check")
      }
    }
  }

  enum Result: String, ChoiceValue {
    case online, noAnswer, fault, maintenance

    var title: Text {
      switch self {
      case .online: Text("在线应答", "Answered")
      case .noAnswer: Text("未应答", "No answer")
      case .fault: Text("设备故障", "Equipment fault")
      case .maintenance: Text("报备检修", "Approved maintenance")
      }
    }
  }

  enum Means: String, ChoiceValue {
    case video, phone

    var title: Text {
      switch self {
      case .video: Text("视频", "Video")
      case .phone: Text("电话", "Telephone")
      }
    }
  }
}
