import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What a course says, and what its list holds. Source: `registers.md`, "course".
@Suite struct RosterTests {
  private func fixture() throws -> RecordFixture {
    let fixture = try RecordFixture(today: "2021-12-31")
    for (title, place, end) in [("一期", "v1", "2021-05-20"), ("二期", "t2", "2021-06-20")] {
      try fixture.add(
        "clinics.course", "title=\(title)", "audience=villageDoctor", "organiser=\(place)",
        "started-on=2021-05-10", "ended-on=\(end)", "attending=3", "qualified=2")
    }
    return fixture
  }

  private func enrol(_ fixture: RecordFixture, _ course: String, _ names: String...) throws
    -> RecordNotices
  {
    var notices = RecordNotices()
    for name in names {
      notices =
        try fixture.desk.addRecord(
          try fixture.shape("clinics.participant"),
          [("course", course), ("person", name), ("result", "qualified")], on: nil
        ).notices
    }
    return notices
  }

  private func notes(_ fixture: RecordFixture, _ text: String, _ unit: String) throws -> [String] {
    try fixture.desk.monthlyReport(try month(text), ReportScope(unit: unit)).notes.compactMap {
      guard case .waiting(let indicator, let records, let own, let listed) = $0 else { return nil }
      return "\(indicator.code) \(records) \(own) \(listed)"
    }
  }

  /// The courses whose lists `check` asks for.
  private func advised(_ fixture: RecordFixture) throws -> [RecordID] {
    try fixture.desk.check().advice.compactMap { advice in
      guard case .waitingList(_, let record, let field, _) = advice else { return nil }
      return field.name == "list-complete" ? record : nil
    }
  }

  @Test("a receipt tells where a list and the numbers of its course are not the same")
  func receipts() throws {
    let fixture = try fixture()
    let notices = try enrol(fixture, "一期", "张一", "李二")
    let notice = try #require(notices.rosters.first)
    #expect(notices.rosters.count == 1 && notice.record == "TEST-1" && !notice.numbers.isByList)
    #expect(notice.numbers.parts.map(\.own) == [3, 2])
    #expect(notice.numbers.parts.map(\.listed) == [2, 2])
    // As long as the number attending: whole, and now it says more than the course.
    let whole = try enrol(fixture, "一期", "王三").rosters
    #expect(whole.map(\.numbers.isByList) == [true])
    #expect(whole.first?.numbers.parts.map(\.listed) == [3, 3])
    let set = try fixture.desk.setRecords(
      ["一期"], in: try fixture.shape("clinics.course"), [("qualified", "3")], on: nil, isTypo: false)
    #expect(set.notices.rosters.isEmpty)
    // An import names each course once.
    let imported = try fixture.imported(
      "clinics.participant", "培训班,学员,培训结果\n二期,赵四,合格\n二期,周五,缺训\n")
    #expect(imported.notices.rosters.map(\.record) == ["TEST-2"])
    #expect(imported.notices.rosters.first?.numbers.parts.map(\.listed) == [1, 1])
    let shape = try fixture.shape("clinics.course")
    #expect(
      try fixture.desk.roster(of: fixture.desk.record("二期", in: shape), in: shape)
        == imported.notices.rosters.first?.numbers)
  }

  @Test(
    "the undo of a list says of which courses the rest does not count by name any more, and its undo"
  )
  func undone() throws {
    let fixture = try fixture()
    let desk = fixture.desk
    let title = "培训班,学员,培训结果\n"
    _ = try fixture.imported("clinics.participant", title + "一期,张一,合格\n一期,李二,合格\n")
    let rest = try fixture.imported("clinics.participant", title + "一期,王三,合格\n")
    #expect(rest.notices.rosters.map(\.numbers.isByList) == [true])
    let number = rest.head.transaction
    let gone = try desk.undo("\(number)", reason: "r").notices.rosters
    #expect(gone.map(\.record) == ["TEST-1"] && gone.map(\.numbers.isByList) == [false])
    #expect(gone.first?.numbers.parts.map(\.listed) == [2, 2])
    let back = try desk.undo("\(number + 1)", reason: "r").notices.rosters
    #expect(back.map(\.numbers) == rest.notices.rosters.map(\.numbers))
  }

  @Test("reports and check name the lists that wait, until they count; a closing keeps it")
  func reports() throws {
    let fixture = try fixture()
    #expect(try notes(fixture, "2021-06", "d").isEmpty)
    _ = try enrol(fixture, "一期", "张一")
    _ = try enrol(fixture, "二期", "李二")
    #expect(try notes(fixture, "2021-04", "d").isEmpty)
    #expect(try notes(fixture, "2021-05", "d") == ["clinics.doctors-trained 1 2 1"])
    #expect(try notes(fixture, "2021-06", "d") == ["clinics.doctors-trained 2 4 2"])
    #expect(try notes(fixture, "2021-06", "t1") == ["clinics.doctors-trained 1 2 1"])
    #expect(try notes(fixture, "2021-06", "t2") == ["clinics.doctors-trained 1 2 1"])
    #expect(try notes(fixture, "2022-01", "d").isEmpty)
    #expect(try advised(fixture) == [1, 2])
    _ = try fixture.desk.close(try month("2021-05"), module: nil, reissue: nil)
    for title in ["一期", "二期"] { try fixture.set("clinics.course", title, "list-complete=yes") }
    #expect(try notes(fixture, "2021-05", "t1") == ["clinics.doctors-trained 1 2 1"])
    #expect(try notes(fixture, "2021-06", "d").isEmpty)
    #expect(try advised(fixture).isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }
}
