import Storage
import TargetEngine
import Testing

@testable import Desk

/// Records that post through others: participants and their courses, findings and their projects.
@Suite struct ListedPeopleTests {
  private func fixture(attending: Int = 30, _ more: String...) throws -> RecordFixture {
    let fixture = try RecordFixture(today: "2021-12-31")
    for title in ["一期", "二期"] {
      try fixture.add(
        "clinics.course",
        [
          "title=\(title)", "audience=villageDoctor", "organiser=t1", "started-on=2021-06-01",
          "ended-on=2021-06-20", "attending=\(attending)", "qualified=\(min(attending, 20))",
        ] + more)
    }
    return fixture
  }

  private func trained(_ fixture: RecordFixture, _ unit: String = "t1") throws -> Int64 {
    #expect(try fixture.desk.ledger.check().isEmpty)
    return try fixture.actual("clinics.doctors-trained", "2021-12", unit)
  }

  @Test("what a group of records posts is posted by records: lists of entries leave it out")
  func postedEntries() throws {
    let fixture = try fixture()
    try fixture.add("clinics.participant", "course=一期", "person=张一", "result=qualified")
    try fixture.set("clinics.course", "一期", "list-complete=yes")
    let desk = fixture.desk
    #expect(try desk.entryList().entries.contains { $0.source.hasPrefix("group:") })
    #expect(try desk.entryList(isPosted: false).entries.isEmpty)
    let posted = try desk.entryList(isPosted: true).entries.count
    #expect(try posted == desk.entryList().entries.count)
  }

  @Test("a list takes the place of a course's numbers once it is whole, and gives them back")
  func list() throws {
    let fixture = try fixture()
    #expect(try trained(fixture) == 40)
    let one = try fixture.add(
      "clinics.participant", "course=一期", "person=张一", "result=qualified")
    #expect(try trained(fixture) == 40, "one of thirty is no list")
    try fixture.set("clinics.course", "一期", "list-complete=yes")
    #expect(try trained(fixture) == 21, "20 of the second course, one by name of the first")
    try fixture.add("clinics.participant", "course=二期", "person=张一", "result=qualified")
    try fixture.set("clinics.course", "二期", "list-complete=yes")
    #expect(try trained(fixture) == 1, "once in the year")
    #expect(try fixture.actual("clinics.attendances", "2021-12", "t1") == 2)
    _ = try fixture.desk.removeRecords(
      [one], in: try fixture.shape("clinics.participant"), reason: "未到")
    #expect(try trained(fixture) == 1, "nobody of the first, by name of the second")
    try fixture.set("clinics.course", "一期", "list-complete=no")
    #expect(try trained(fixture) == 21, "the first course has its numbers again")
  }

  @Test("whoever makes a list whole lets all of it count, whoever leaves it takes all back")
  func wholeList() throws {
    let fixture = try fixture(attending: 2)
    try fixture.add("clinics.participant", "course=一期", "person=张一", "result=qualified")
    try fixture.add("clinics.participant", "course=一期", "person=王三", "result=absent")
    #expect(try trained(fixture) == 4)
    let last = try fixture.add(
      "clinics.participant", "course=一期", "person=李二", "result=failed")
    #expect(try trained(fixture) == 3, "one of two qualified, and two of the second course")
    try fixture.set("clinics.participant", last, "result=absent")
    #expect(try trained(fixture) == 4)
    try fixture.set("clinics.course", "一期", "attending=1", "qualified=1")
    #expect(try trained(fixture) == 3)
    try fixture.set("clinics.course", "一期", "attending=5")
    #expect(try trained(fixture) == 3, "one, and two of the second course")
    let courses = try fixture.desk.list(
      RecordSearch(conditions: ["名单齐全="]), in: try fixture.shape("clinics.course"))
    #expect(courses.count == 2)
  }

  @Test("a course that changes takes its participants along")
  func course() throws {
    let fixture = try fixture("list-complete=yes")
    try fixture.add("clinics.participant", "course=一期", "person=张一", "result=qualified")
    try fixture.add("clinics.participant", "course=二期", "person=李二", "result=qualified")
    #expect(try trained(fixture) == 2)
    try fixture.set("clinics.course", "一期", "organiser=t2")
    #expect(try trained(fixture) == 1)
    #expect(try trained(fixture, "t2") == 1)
    try fixture.set("clinics.course", "二期", "audience=technician")
    #expect(try trained(fixture) == 0)
    #expect(try fixture.actual("clinics.staff-trained", "2021-12", "t1") == 1)
    try fixture.set("clinics.course", "一期", "ended-on=")
    #expect(try trained(fixture, "t2") == 0)
    #expect(try fixture.actual("clinics.in-training", "2021-12", "t2") == 1)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("an undo of the list brings the course's numbers back")
  func undo() throws {
    let fixture = try fixture(attending: 1)
    #expect(try trained(fixture) == 2)
    try fixture.add("clinics.participant", "course=一期", "person=张一", "result=failed")
    #expect(try trained(fixture) == 1)
    let head = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(head)", reason: "导错")
    #expect(try trained(fixture) == 2)
  }

  @Test("findings belong to their projects' facilities, and are listed and counted there")
  func findings() throws {
    let fixture = try fixture()
    for (facility, item) in [("c1", "墙面"), ("c1", "药房"), ("c3", "标识")] {
      if try fixture.desk.list(
        RecordSearch(conditions: ["facility=\(facility)"]),
        in: try fixture.shape("clinics.project")
      ).count == 0 {
        try fixture.add("clinics.project", "facility=\(facility)", "year=2021")
      }
      try fixture.add(
        "clinics.finding", "project=\(facility)", "item=\(item)", "found-on=2021-05-10",
        "due=2021-06-10", "reporter=周静")
    }
    let shape = try fixture.shape("clinics.finding")
    let listed = { (unit: String) in
      try fixture.desk.list(RecordSearch(unit: unit), in: shape).records.count
    }
    #expect(try (listed("t1"), listed("t2"), listed("c1")) == (2, 1, 2))
    #expect(try fixture.desk.list(RecordSearch(unit: "t1"), in: shape).count == 2)
    let tally = try fixture.desk.tally(RecordSearch(), in: shape, by: ["township"], sums: [])
    #expect(tally.rows.values.map(\.count).sorted() == [1, 2])
    let then = try fixture.desk.tally(
      RecordSearch(day: try day("2021-06-01")), in: shape, by: ["township"], sums: [])
    #expect(then.rows.values.map(\.count).sorted() == [1, 2])
    #expect(try fixture.actual("clinics.findings", "2021-06", "t1") == 2)
    try fixture.advance("clinics.finding", "c1/墙面", "rectified", "2021-05-20")
    try fixture.advance(
      "clinics.finding", "c1/墙面", "closed", "2021-05-25", "verified-by=吴洁")
    let line = try fixture.desk.line(
      try fixture.desk.indicator("clinics.closing-rate"), of: try fixture.desk.unit("t1").unit,
      on: try day("2021-06-30"))
    #expect(line.completion.actual == Fraction(500), "one of two, in tenths of a percent")
    // The facility moves on: so do its findings.
    try fixture.set("clinics.project", "c1", "facility=c4")
    #expect(try fixture.actual("clinics.findings", "2021-06", "t2") == 3)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a record is found by the name that it is shown by, and naming makes none")
  func names() throws {
    let fixture = try fixture()
    try fixture.add("clinics.participant", "course=一期", "person=张一", "result=qualified")
    let participants = try fixture.shape("clinics.participant")
    let labels = try RecordNames(fixture.desk.ledger, .zh)
    let state = try fixture.desk.record("一期/2021-06-01/张一", in: participants)
    #expect(try labels.label(state, participants) == "一期/2021-06-01/张一")
    #expect(try fixture.desk.record("一期/张一", in: participants).id == state.id)
    let people = try fixture.shape("people.person")
    let before = try fixture.desk.ledger.count(RecordQuery(), in: people)
    #expect(throws: DeskError.self) {
      try fixture.set("clinics.participant", "一期/李二", "result=failed")
    }
    #expect(try fixture.desk.ledger.count(RecordQuery(), in: people) == before)
  }
}
