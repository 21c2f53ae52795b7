import People
import TargetEngine
import Testing

@testable import ClinicStandards
@testable import Registers

/// "Where participants are listed, counts come from them and a person counts once per year and
/// audience; else from the course's numbers."
@Suite struct ParticipantTests {
  private func course(
    _ audience: Course.Audience = .villageDoctor, _ start: String = "2021-05-10",
    _ end: String? = "2021-06-10", at organiser: Int64 = 7
  ) throws -> Course {
    var course = Course()
    (course.title, course.audience) = ("培训班", audience)
    course.organiser = UnitReference(organiser)
    (course.startedOn, course.endedOn) = (try day(start), try end.map { try day($0) })
    (course.attending, course.qualified) = (30, 20)
    course.listComplete = true
    return course
  }

  private func participant(
    _ course: RecordID, _ result: Participant.Result?, person: RecordID = 100
  ) -> Participant {
    var participant = Participant()
    (participant.course, participant.person) = (Reference(course), Reference(person))
    participant.result = result
    return participant
  }

  /// What one person's participations post together.
  private func posts(
    _ indicator: String, _ participations: [Participant], _ others: RecordsInMemory
  ) throws -> [String] {
    try Participant.posts(indicator, together: participations, by: .record(100), others)
  }

  @Test("a course posts its numbers until its list is as long, or declared complete")
  func numbersOrList() throws {
    var others = RecordsInMemory()
    var course = try course()
    (course.attending, course.qualified, course.listComplete) = (3, 2, nil)
    let id = others.add(course)
    let numbers = [
      ["+2 2021-06-10 at 7"], [], ["+3 2021-05-10 at 7", "-3 2021-06-10 at 7"],
      ["+3 2021-06-10 at 7"],
    ]
    let posted = { (course: Course, others: RecordsInMemory) in
      try ["doctors-trained", "staff-trained", "in-training", "attendances"].map {
        try course.posts("clinics.\($0)", others, id: id)
      }
    }
    #expect(try posted(course, others) == numbers)
    // Two of three who attended, and one who stayed away: the numbers still count, the list nowhere.
    let first = participant(id, .qualified)
    others.add(first)
    others.add(participant(id, .pending, person: 101))
    others.add(participant(id, .absent, person: 102))
    #expect(try posted(course, others) == numbers)
    #expect(try posts("clinics.doctors-trained", [first], others).isEmpty)
    #expect(try posts("clinics.in-training", [first], others).isEmpty)
    var complete = course
    complete.listComplete = true
    let declared = others.with(complete, id)
    #expect(try posted(complete, declared) == [[], [], [], ["+2 2021-06-10 at 7"]])
    #expect(try posts("clinics.doctors-trained", [first], declared) == ["+1 2021-06-10 at 7"])
    others.add(participant(id, .failed, person: 103))
    #expect(try posted(course, others) == [[], [], [], ["+3 2021-06-10 at 7"]])
    #expect(try posts("clinics.doctors-trained", [first], others) == ["+1 2021-06-10 at 7"])
  }

  @Test("two courses of a year passed for one audience count once, at the first: 人次 ≠ 人数")
  func once() throws {
    var others = RecordsInMemory()
    let late = others.add(try course(.villageDoctor, "2021-08-01", "2021-09-01", at: 8))
    let early = others.add(try course())
    let next = others.add(try course(.villageDoctor, "2022-03-01", "2022-03-20"))
    let staff = others.add(try course(.technician, "2021-07-01", "2021-07-20"))
    let all = [late, early, next, staff].map { participant($0, .qualified) }
    #expect(
      try posts("clinics.doctors-trained", all, others)
        == ["+1 2021-06-10 at 7", "+1 2022-03-20 at 7"])
    #expect(try posts("clinics.staff-trained", all, others) == ["+1 2021-07-20 at 7"])
  }

  @Test("only who qualified is trained", arguments: Participant.Result.allCases)
  func results(_ result: Participant.Result) throws {
    var others = RecordsInMemory()
    let id = others.add(try course())
    let count = try posts("clinics.doctors-trained", [participant(id, result)], others).count
    #expect(count == (result == .qualified ? 1 : 0))
  }

  @Test("in training once: where the first course is until it ends, then where the next one is")
  func inTraining() throws {
    var others = RecordsInMemory()
    let first = others.add(try course(.villageDoctor, "2021-05-10", "2021-06-10"))
    let inside = others.add(try course(.other, "2021-05-20", "2021-07-05", at: 8))
    let within = others.add(try course(.other, "2021-05-25", "2021-06-01", at: 9))
    let again = others.add(try course(.other, "2021-09-01", nil, at: 8))
    let all = [again, inside, within, first].map { participant($0, .pending) }
    #expect(
      try posts("clinics.in-training", all, others) == [
        "+1 2021-05-10 at 7", "-1 2021-06-10 at 7", "+1 2021-06-10 at 8", "-1 2021-07-05 at 8",
        "+1 2021-09-01 at 8",
      ])
    #expect(
      try posts("clinics.in-training", [participant(first, .absent)], others).isEmpty)
    // Seamless: it ended on the day on which the next began.
    let seamless = others.add(try course(.other, "2021-06-10", "2021-06-30", at: 8))
    #expect(
      try posts("clinics.in-training", [first, seamless].map { participant($0, nil) }, others) == [
        "+1 2021-05-10 at 7", "-1 2021-06-10 at 7", "+1 2021-06-10 at 8", "-1 2021-06-30 at 8",
      ])
  }
}
