import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What is said before a month is closed. Source: issue F, "close the month".
@Suite struct ReadinessTests {
  private func fixture() throws -> RecordFixture {
    let fixture = try RecordFixture(today: "2021-07-05")
    _ = try fixture.desk.set(.unit, to: "d")
    return fixture
  }

  private func readiness(_ fixture: RecordFixture, _ text: String, module: String? = nil) throws
    -> Readiness
  {
    try fixture.desk.readiness(of: try month(text), module: module)
  }

  @Test("a month with nothing open is ready")
  func ready() throws {
    let fixture = try fixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    #expect(try readiness(fixture, "2021-06").isEmpty)
  }

  @Test("findings whose day has passed are named, by whatever was done since")
  func findings() throws {
    let fixture = try fixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    var ids: [String] = []
    for (item, due) in [("墙面", "2021-06-20"), ("药房", "2021-06-10"), ("标识", "2021-07-02")] {
      ids.append(
        try fixture.add(
          "clinics.finding", "project=c1", "item=\(item)", "found-on=2021-05-10", "due=\(due)"))
    }
    let missed = try #require(try readiness(fixture, "2021-06").missed.first)
    #expect(missed.count == 2 && missed.register.word == "finding")
    #expect(missed.due == (try day("2021-06-10")))
    #expect(missed.records.map { "TEST-\($0)" } == [ids[1], ids[0]])
    #expect(try readiness(fixture, "2021-06", module: "union").isEmpty)
    #expect(try readiness(fixture, "2021-06", module: "clinics").missed.count == 1)
    for id in ids.prefix(2) {
      try fixture.advance(
        "clinics.finding", id, "rectified", nil, ["rectified-on=2021-07-01"])
    }
    #expect(try readiness(fixture, "2021-06").isEmpty)
    // The month of the third is not over.
    #expect(
      try fixture.desk.readiness(of: month("2021-07"), module: nil, isConfirmed: true).missed.count
        == 1)
  }

  @Test("records and units that count nowhere, lists that wait and double counts are named")
  func advice() throws {
    let fixture = try fixture()
    try fixture.add(
      "clinics.course", "title=一期", "audience=villageDoctor", "organiser=t1",
      "started-on=2021-06-01", "ended-on=2021-06-20", "attending=3", "qualified=3")
    try fixture.add("clinics.participant", "course=一期", "person=张一", "result=qualified")
    _ = try fixture.desk.addUnit(
      code: "x", name: "unit x", kind: .township, parent: nil, opened: nil, aliases: [],
      isRoot: true)
    _ = try fixture.desk.log(
      "clinics.doctors-trained", "2", unit: "d", on: try day("2021-06-10"), year: nil, note: "",
      isLevel: false)
    let kinds = try readiness(fixture, "2021-06").advice.map { advice in
      switch advice {
      case .besideOffice: "beside"
      case .waitingList: "waiting"
      case .countsTwice: "twice"
      default: "other"
      }
    }
    #expect(kinds == ["beside", "waiting", "twice"])
    try fixture.execute("UPDATE clinics_course SET organiser = NULL")
    #expect(
      try readiness(fixture, "2021-06").advice.contains {
        if case .countsNowhere(let name, 1, _) = $0 { name.word == "course" } else { false }
      })
  }

  @Test("what stands in the way of the closing is said first")
  func refused() throws {
    let fixture = try fixture()
    let desk = fixture.desk
    #expect(throws: DeskError.notOver(try month("2021-07"))) {
      try readiness(fixture, "2021-07")
    }
    #expect(throws: DeskError.notBefore(try month("2021-06"), try month("2021-06"))) {
      try desk.readiness(of: month("2021-06"), from: month("2021-06"), module: nil)
    }
    _ = try desk.close(try month("2021-06"), module: nil, reissue: nil)
    #expect(throws: DeskError.self) { try readiness(fixture, "2021-06") }
  }
}
