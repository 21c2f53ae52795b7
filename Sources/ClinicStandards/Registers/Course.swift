internal import Registers
internal import TargetEngine

/// 岗位技能培训: courses with their counts of people, which hold until all participants are listed. Only
/// who qualified is trained; attendances (人次) are a figure of their own. Source: `registers.md`,
/// "clinics".
struct Course: Register {
  static let name = RegisterName("clinics", "course", zh: "岗位技能培训", en: "Training course")
  static let version = 2

  var title = ""
  var audience: Audience?
  var organiser: UnitReference?
  var base: UnitReference?
  var planned: Int?
  var startedOn: Day?
  var endedOn: Day?
  var attending: Int?
  var qualified: Int?
  var listComplete: Bool?
  var moves = Moves<Listed>()

  static let fields: [Field<Course>] = [
    Field("title", \.title, zh: "培训班名称", en: "Course title", [.required, .key]),
    Field("audience", \.audience, zh: "培训对象", en: "Audience", [.required]),
    Field("organiser", \.organiser, zh: "主办单位", en: "Organiser", [.place]),
    Field("base", \.base, zh: "培训基地", en: "Training base"),
    Field("planned", \.planned, zh: "计划人数", en: "Planned"),
    Field(
      "started-on", \.startedOn, zh: "开班日期", en: "Started on",
      [.required, .key, .start, .filledLater]),
    Field("ended-on", \.endedOn, zh: "结业日期", en: "Ended on"),
    Field("attending", \.attending, zh: "参训人数", en: "Attending"),
    Field("qualified", \.qualified, zh: "合格人数", en: "Qualified"),
    Field("list-complete", \.listComplete, zh: "名单齐全", en: "List complete", since: 2),
  ]

  static let limits: [Limit<Course>] = [
    .order(\.startedOn, \.endedOn), .part(\.qualified, of: \.attending),
  ]

  /// Village doctors by themselves, all others together.
  private static let trained = IndicatorFamily<Audience>([
    .villageDoctor: .doctorsTrained, .assistantPhysician: .staffTrained,
    .technician: .staffTrained, .other: .staffTrained,
  ])

  // Once the list is whole, everybody on it counts by name.
  static let measures: [Measure<Course>] = [
    Measure(
      trained, by: \.audience,
      reading: { course, id, others in
        guard let qualified = course.qualified, qualified > 0, try !course.isListed(id, others)
        else { return [] }
        return .once(on: course.endedOn, Int64(qualified))
      }),
    Measure(
      .inTraining,
      reading: { course, id, others in
        guard let attending = course.attending, attending > 0, try !course.isListed(id, others)
        else { return [] }
        var spans = Spans()
        spans.add(Int64(attending), from: course.startedOn, until: course.endedOn)
        return try spans.postings
      }),
    Measure(
      .attendances,
      reading: { course, id, others in
        let attending =
          try course.isListed(id, others)
          ? try Participant.attending(id, others).count : course.attending ?? 0
        return attending > 0 ? .once(on: course.endedOn, Int64(attending)) : []
      }),
  ]

  static let roster: Roster<Course>? = Roster(
    of: Participant.self, by: \.course, whole: \.listComplete
  ) { course, participants in
    let list = participants.filter(\.attended)
    let qualified = list.count { $0.result == .qualified }
    return RosterNumbers(
      day: course.endedOn, indicator: trained.indicator(of: course.audience),
      isByList: course.counts(byListOf: list.count),
      parts: [
        RosterNumbers.Part("attending", zh: "参训", en: "attending", course.attending, list.count),
        RosterNumbers.Part("qualified", zh: "合格", en: "qualified", course.qualified, qualified),
      ])
  }

  /// Whether its participants count and its own numbers do not.
  func isListed(_ id: RecordID, _ others: any RecordReader) throws -> Bool {
    if listComplete == true { return true }
    return try others.fact("listed", of: id) {
      counts(byListOf: try Participant.attending(id, others).count)
    }
  }

  /// Whether a list of a length counts: it is declared complete, or as long as the number of people
  /// attending, which is at least that of those who qualified.
  func counts(byListOf listed: Int) -> Bool {
    listComplete == true || listed > 0 && listed >= max(attending ?? 0, qualified ?? 0)
  }

  enum Audience: String, ChoiceValue {
    case villageDoctor, assistantPhysician, technician, other

    var title: Text {
      switch self {
      case .villageDoctor: Text("乡村医生", "Village doctors")
      case .assistantPhysician: Text("助理医师", "Assistant physicians")
      case .technician: Text("卫生技术人员", "Health technicians")
      case .other: Text("其他", "Others")
      }
    }
  }
}
