internal import Registers
internal import TargetEngine

/// 宣教培训: trainings, publicity and visits, with how many came. Source: `emergency.md`, 9.
struct Outreach: Register {
  static let name = RegisterName("emergency", "outreach", zh: "宣教培训", en: "Outreach")

  var title = ""
  var kind: Kind?
  var unit: UnitReference?
  var heldOn: Day?
  var endedOn: Day?
  var audience = ""
  var attendance: Int?
  var materials: Int?
  var moves = Moves<Listed>()

  static let fields: [Field<Outreach>] = [
    Field("title", \.title, zh: "活动名称", en: "Event title", [.required, .key]),
    Field("kind", \.kind, zh: "活动类型", en: "Kind", [.required]),
    Field("unit", \.unit, zh: "主办单位", en: "Organiser", [.place]),
    Field("held-on", \.heldOn, zh: "举办日期", en: "Held on", [.required, .key]),
    Field("ended-on", \.endedOn, zh: "结束日期", en: "Ended on"),
    Field("audience", \.audience, zh: "参加对象", en: "Audience"),
    Field("attendance", \.attendance, zh: "参加人次", en: "Attendance"),
    Field("materials", \.materials, zh: "发放资料份数", en: "Materials handed out"),
  ]

  static let limits: [Limit<Outreach>] = [.order(\.heldOn, \.endedOn)]

  /// A visit to others' work is an event of publicity.
  private static let events = IndicatorFamily<Kind>([
    .training: .trainings, .publicity: .outreachEvents, .observation: .outreachEvents,
  ])

  static let measures: [Measure<Outreach>] = [
    Measure(events, by: \.kind) { event in .once(on: event.lastDay) },
    Measure(.outreachAttendance) { event in
      guard let attendance = event.attendance, attendance > 0 else { return [] }
      return .once(on: event.lastDay, Int64(attendance))
    },
  ]

  private var lastDay: Day? { endedOn ?? heldOn }

  enum Kind: String, ChoiceValue {
    case training, publicity, observation

    var title: Text {
      switch self {
      case .training: Text("培训", "Training")
      case .publicity: Text("宣传", "Publicity")
      case .observation: Text("观摩", "Observation")
      }
    }
  }
}
