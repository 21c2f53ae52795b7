internal import Registers
internal import TargetEngine

/// 应急责任人: who is responsible for what in a unit, with the work number that hangs on the wall.
/// Source: `emergency.md`, 1.
struct Officer: Register {
  static let name = RegisterName("emergency", "officer", zh: "应急责任人", en: "Officer")

  var unit: UnitReference?
  var role: Role?
  var person = ""
  var post = ""
  var phone = ""
  var mobile: Secret?
  var from: Day?
  /// The last day.
  var until: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Officer>] = [
    Field("unit", \.unit, zh: "单位", en: "Unit", [.required, .key, .place]),
    Field("role", \.role, zh: "职责", en: "Role", [.required, .key]),
    Field("name", \.person, zh: "姓名", en: "Name", [.required, .key]),
    Field("post", \.post, zh: "职务", en: "Post"),
    Field("phone", \.phone, zh: "工作电话", en: "Work phone"),
    Field("mobile", secret: \.mobile, .phone, zh: "手机", en: "Mobile phone"),
    Field("from", \.from, zh: "任职起", en: "From", [.start, .today]),
    Field("until", \.until, zh: "任职止", en: "Until"),
  ]

  static let limits: [Limit<Officer>] = [.order(\.from, \.until)]

  static let groups: [GroupMeasure<Officer>] = [
    GroupMeasure(.unitsWithOfficer, by: \.unit) { officers, _ in
      try Officer.spans(officers.filter { $0.role?.isResponsible ?? false }).coverage
    },
    // One person is one informant, whatever else he is.
    GroupMeasure(.informants, by: \.unit) { officers, _ in
      let people = Dictionary(grouping: officers.filter { $0.role == .informant }, by: \.person)
      return try people.values.flatMap { try Officer.spans($0).coverage }
    },
  ]

  private static func spans(_ officers: [Officer]) -> Spans {
    var spans = Spans()
    for officer in officers { spans.add(from: officer.from, through: officer.until) }
    return spans
  }

  enum Role: String, ChoiceValue {
    case leader, group, jointMeeting, fullTime, partTime, informant, receiver

    var title: Text {
      switch self {
      case .leader: Text("主要责任人", "Leader")
      case .group: Text("领导小组成员", "Member of the leading group")
      case .jointMeeting: Text("联席会议成员", "Member of the joint meeting")
      case .fullTime: Text("专职人员", "Full-time officer")
      case .partTime: Text("兼职人员", "Part-time officer")
      case .informant: Text("信息员", "Informant")
      case .receiver: Text("预警接收人", "Receiver of warnings")
      }
    }

    /// Whether a unit with one has an officer.
    var isResponsible: Bool { [.leader, .fullTime, .partTime].contains(self) }
  }
}
