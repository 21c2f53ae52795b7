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
    let group = try #require(
      RegisterShape(Participant.self).groups.first { $0.indicator == indicator })
    return try group.wanted(.record(100), participations.map { $0.state() }, others)
      .map(\.posting.line)
  }

  @Test("a course without a list posts its numbers, with one it posts only attendances")
  func numbersOrList() throws {
    var others = RecordsInMemory()
    let course = try course()
    let id = others.add(course)
    #expect(try course.posts("clinics.doctors-trained", others, id: id) == ["+20 2021-06-10 at 7"])
    #expect(try course.posts("clinics.staff-trained", others, id: id).isEmpty)
    #expect(
      try course.posts("clinics.in-training", others, id: id)
        == ["+30 2021-05-10 at 7", "-30 2021-06-10 at 7"])
    #expect(try course.posts("clinics.attendances", others, id: id) == ["+30 2021-06-10 at 7"])
    others.add(participant(id, .qualified))
    others.add(participant(id, .pending, person: 101))
    let absent = others.add(participant(id, .absent, person: 102))
    #expect(try course.posts("clinics.doctors-trained", others, id: id).isEmpty)
    #expect(try course.posts("clinics.in-training", others, id: id).isEmpty)
    #expect(try course.posts("clinics.attendances", others, id: id) == ["+2 2021-06-10 at 7"])
    others.remove(absent)
    #expect(try course.posts("clinics.attendances", others, id: id) == ["+2 2021-06-10 at 7"])
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

  @Test("in training once, in however many courses at a time; who stayed away never")
  func inTraining() throws {
    var others = RecordsInMemory()
    let first = others.add(try course(.villageDoctor, "2021-05-10", "2021-06-10"))
    let inside = others.add(try course(.other, "2021-05-20", "2021-07-05", at: 8))
    let again = others.add(try course(.other, "2021-09-01", nil, at: 8))
    let all = [again, inside, first].map { participant($0, .pending) }
    #expect(
      try posts("clinics.in-training", all, others)
        == ["+1 2021-05-10 at 7", "-1 2021-07-05 at 7", "+1 2021-09-01 at 8"])
    #expect(
      try posts("clinics.in-training", [participant(first, .absent)], others).isEmpty)
    // Seamless: it ended on the day on which the next began.
    let seamless = others.add(try course(.other, "2021-06-10", "2021-06-30", at: 8))
    #expect(
      try posts("clinics.in-training", [first, seamless].map { participant($0, nil) }, others)
        == ["+1 2021-05-10 at 7", "-1 2021-06-30 at 7"])
  }
}
