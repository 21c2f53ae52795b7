import Registers
import TargetEngine
import Testing

@testable import Desk

/// Moves of lists that would change what is counted in silence: days of known moves, and stages that are
/// passed over.
@Suite struct ListedMoveTests {
  private static let project = "clinics.project"
  private static let header = "facility,year,stage,accepted-on,relapsed-on\n"

  private func office() throws -> RecordFixture {
    let fixture = try RecordFixture()
    try fixture.add(
      Self.project, "facility=c1", "year=2021", "assessed-on=2021-02-25", "accepted-on=2021-04-09")
    return fixture
  }

  @Test("an acceptance on another, later day before a relapse may be another one: it is asked")
  func anotherAcceptance() throws {
    let fixture = try office()
    let fault = DeskError.record(
      .otherDay(
        stage: Text("达标", "Accepted"), known: try day("2021-04-09"), day: try day("2021-06-06")))
    let faults = #expect(throws: DeskError.self) {
      try fixture.importList(Self.project, Self.header + "c1,2021,整改中,2021-06-06,2021-06-14\n")
    }
    guard case .faults(let list) = faults, case .rule(let found) = list.listed.first?.kind else {
      Issue.record("\(faults as Any)")
      return
    }
    #expect(found == fault)
    // With its own day the relapse is told.
    try fixture.importList(Self.project, Self.header + "c1,2021,整改中,2021-04-09,2021-06-14\n")
    #expect(try fixture.actual("clinics.accepted", "2021-05", "d") == 1)
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 0)
  }

  @Test("the day of a stage that a list corrects is told with the day before")
  func corrected() throws {
    let fixture = try office()
    let written = try fixture.imported(
      Self.project, Self.header + "c1,2021,达标,2021-06-06,\n")
    let moved = try #require(written.notices.redated.first)
    #expect(written.notices.redated.count == 1)
    #expect(moved.record == "TEST-1" && moved.stage == "accepted")
    #expect(try moved.before == day("2021-04-09"))
    #expect(try moved.after == day("2021-06-06"))
    // A relapse and a new acceptance correct nothing.
    let again = try fixture.imported(
      Self.project, Self.header + "c1,2021,达标,2021-06-20,2021-06-10\n")
    #expect(again.notices.redated.isEmpty)
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 1)
  }

  @Test("counted stages that a list passes over are told with the columns that would count them")
  func passedOver() throws {
    let fixture = try RecordFixture()
    let header =
      "person,cohort,college,home,enrolled-on,stage,agreement-on,graduated-on,posted-to,posted-on\n"
    let rows = [
      "甲,2016,卫校,v1,2016-09-01,服务中,,,,", "乙,2016,卫校,v1,2016-09-01,期满,2016-10-01,,,",
      "丙,2016,卫校,v1,2016-09-01,在读,2016-10-01,,,",
    ]
    let written = try fixture.imported("workforce.trainee", header + rows.joined(separator: "\n"))
    let passed = written.notices.passed.stages
    #expect(
      passed.map { "\($0.name) \($0.records)" } == ["contracted 1", "graduated 2", "posted 2"])
    #expect(passed.flatMap(\.fields).map(\.name) == ["agreement-on", "graduated-on", "posted-on"])
    // Nothing that counts lies between the list of a year and its acceptance.
    let projects = try fixture.imported(
      Self.project, Self.header + "c1,2021,达标,2021-06-06,\nc2,2021,整改中,,\n")
    #expect(projects.notices.passed.stages.isEmpty)
    // The same by a command.
    let state = try fixture.desk.addRecord(
      try fixture.shape("workforce.trainee"),
      [
        ("person", "丁"), ("cohort", "2016"), ("college", "卫校"), ("home", "v1"),
        ("enrolled-on", "2016-09-01"), ("stage", "服务中"),
      ], on: nil)
    #expect(state.notices.passed.stages.count == 3)
  }

  @Test("moves written by hand give the days that a stage needs, in their order")
  func byHand() throws {
    let fixture = try RecordFixture()
    for moves in ["达标@2021-03-01；整改中@2021-04-01?", "现场评估@2021-03-01?"] {
      #expect(throws: DeskError.self) {
        try fixture.importList(Self.project, "facility,year,moves\nc1,2021,\(moves)\n")
      }
    }
    try fixture.importList(Self.project, "facility,year,moves\nc1,2021,整改中@2021-04-01?\n")
    let studio = "hospital,partner,discipline,moves\nh1,北京,儿科,"
    for moves in ["年度评估@2021-04-01", "年度评估@2021-04-01；挂牌@2021-05-01"] {
      #expect(throws: DeskError.self) {
        try fixture.importList("clinics.studio", studio + moves + "\n")
      }
    }
    try fixture.importList(
      "clinics.studio", studio + "挂牌@2020-05-01；年度评估@2021-04-01；挂牌@2021-05-01\n")
    #expect(try fixture.actual("clinics.studios", "2021-03", "d") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
