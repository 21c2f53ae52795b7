internal import People
internal import Registers
internal import TargetEngine

/// 参训人员: who took part in which course. A person counts once for each year and audience, however
/// many courses were passed. Source: `registers.md`, "clinics".
struct Participant: Register {
  static let name = RegisterName("clinics", "participant", zh: "参训人员", en: "Participant")

  var course: Reference<Course>?
  var person: Reference<Person>?
  var result: Result?
  var moves = Moves<Listed>()

  static let fields: [Field<Participant>] = [
    Field(
      "course", \.course, zh: "培训班", en: "Course",
      [.required, .key, .place, .drives, .feeds]),
    Field("person", \.person, zh: "学员", en: "Person", [.required, .key]),
    Field("result", \.result, zh: "培训结果", en: "Result"),
  ]

  static let groups: [GroupMeasure<Participant>] = [
    GroupMeasure(
      .doctorsTrained, by: \.person, formerly: "clinics.doctors-trained",
      trained(.doctorsTrained) { $0 == .villageDoctor }),
    GroupMeasure(
      .staffTrained, by: \.person, formerly: "clinics.staff-trained",
      trained(.staffTrained) { $0 != .villageDoctor }),
    GroupMeasure(.inTraining, by: \.person, formerly: "clinics.in-training", inTraining),
  ]

  /// Whether the person came; a result that was left empty is still pending.
  var attended: Bool { result != .absent }

  /// Who is listed for a course, absent ones apart.
  static func attending(
    _ course: RecordID, _ others: any RecordReader
  ) throws -> [(id: RecordID, record: Participant)] {
    try others.records(Participant.self, where: \.course, is: .record(course))
      .filter(\.record.attended)
  }

  /// The course, where its participants count and not its own numbers.
  private func countedCourse(_ others: any RecordReader) throws -> Course? {
    guard let id = course?.id, let course = try others.record(course),
      try course.isListed(id, others)
    else { return nil }
    return course
  }

  /// One person's qualifications: the first of each year and audience counts, where it was earned.
  private static func trained(
    _ indicator: IndicatorDeclaration, _ isCounted: @escaping @Sendable (Course.Audience) -> Bool
  ) -> @Sendable ([Participant], any RecordReader) throws -> [Posting] {
    { participations, others in
      var first: [Term: Posting] = [:]
      for participation in participations where participation.result == .qualified {
        guard let course = try participation.countedCourse(others), let day = course.endedOn,
          let audience = course.audience, isCounted(audience)
        else { continue }
        let term = Term(
          year: try others.planYear(of: indicator, on: day), audience: audience)
        if first[term].map({ $0.day <= day }) ?? false { continue }
        first[term] = Posting(1, on: day, unit: course.organiser?.id)
      }
      return first.values.sorted { $0.day < $1.day }
    }
  }

  private struct Term: Hashable {
    var year: Int
    var audience: Course.Audience
  }

  /// One person's days in training, once in however many courses at a time: at the organiser of the
  /// course that began first until that ends, then at the next one's.
  private static func inTraining(
    _ participations: [Participant], _ others: any RecordReader
  ) throws -> [Posting] {
    var courses = try participations.filter(\.attended).compactMap { try $0.countedCourse(others) }
      .compactMap { course in course.startedOn.map { (start: $0, course: course) } }
      .sorted { $0.start < $1.start }
    var postings: [Posting] = []
    while let (start, course) = courses.first {
      let day = max(start, postings.last?.day ?? start)
      postings.append(Posting(1, on: day, unit: course.organiser?.id))
      guard let end = course.endedOn else { break }
      postings.append(Posting(-1, on: end, unit: course.organiser?.id))
      courses.removeAll { $0.course.endedOn.map { $0 <= end } ?? false }
    }
    return postings
  }

  enum Result: String, ChoiceValue {
    case pending, qualified, failed, absent

    var title: Text {
      switch self {
      case .pending: Text("待考核", "Pending")
      case .qualified: Text("合格", "Qualified")
      case .failed: Text("不合格", "Failed")
      case .absent: Text("缺训", "Absent")
      }
    }
  }
}
