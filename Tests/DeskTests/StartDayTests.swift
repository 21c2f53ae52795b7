import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// "A dated value that is `set` is a step of its own …" and the day on which records begin.
@Suite struct StartDayTests {
  private func steps(
    _ fixture: RecordFixture, _ id: String, _ field: String = "approved",
    _ register: String = "workforce.establishment"
  ) throws -> [String: Int64] {
    let shape = try fixture.shape(register)
    guard
      case .dated(let dated) = try fixture.desk.record(id, in: shape).data[
        try #require(shape.field(named: field))]
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: dated.steps.map { ("\($0.from)", $0.value) })
  }

  private func establishment(
    _ fixture: RecordFixture, _ start: String? = "2020-01-01", on day: String? = nil
  ) throws -> String {
    try fixture.add(
      "workforce.establishment",
      ["unit=h1", "kind=institution", "category=general", "approved=7"]
        + (start.map { ["effective-on=\($0)"] } ?? []),
      on: day)
  }

  @Test("a value that is set is a step of its own, even where it is the one in force")
  func ownStep() throws {
    let fixture = try RecordFixture()
    let id = try establishment(fixture)
    try fixture.set("workforce.establishment", id, "approved=7", on: "2021-03-01")
    #expect(try steps(fixture, id) == ["2020-01-01": 7, "2021-03-01": 7])
    // So a typing error of before leaves it.
    try fixture.set("workforce.establishment", id, "approved=8", on: "2020-06-01", typo: true)
    #expect(try steps(fixture, id) == ["2020-01-01": 8, "2021-03-01": 7])
    #expect(try fixture.actual("workforce.establishment", "2021-02", "d") == 8)
    #expect(try fixture.actual("workforce.establishment", "2021-03", "d") == 7)
  }

  @Test("a list writes a step only where it differs from the value in force today")
  func listed() throws {
    let fixture = try RecordFixture()
    let id = try establishment(fixture)
    try fixture.set("workforce.establishment", id, "approved=9", on: "2021-08-01")
    let header = "unit,kind,category,approved\n"
    try fixture.importList("workforce.establishment", header + "h1,institution,general,7\n")
    #expect(try steps(fixture, id) == ["2020-01-01": 7, "2021-08-01": 9])
    try fixture.importList("workforce.establishment", header + "h1,institution,general,9\n")
    #expect(try steps(fixture, id) == ["2020-01-01": 7, "2021-06-30": 9, "2021-08-01": 9])
  }

  @Test(
    "the first step goes with a start day that moves earlier; a later one drops those before, told")
  func startMoves() throws {
    let fixture = try RecordFixture()
    let shape = try fixture.shape("workforce.establishment")
    let id = try establishment(fixture)
    try fixture.set("workforce.establishment", id, "approved=9", on: "2021-03-01")
    try fixture.set("workforce.establishment", id, "approved=8", on: "2021-06-01")
    try fixture.set("workforce.establishment", id, "effective-on=2019-05-01")
    #expect(try steps(fixture, id) == ["2019-05-01": 7, "2021-03-01": 9, "2021-06-01": 8])
    let written = try fixture.desk.setRecords(
      [id], in: shape, [("effective-on", "2021-04-01")], on: nil, isTypo: false)
    #expect(try steps(fixture, id) == ["2021-04-01": 9, "2021-06-01": 8])
    let lost = try #require(written.notices.lost.first)
    #expect(try lost.start == day("2021-04-01"))
    #expect(lost.record == id)
    #expect(lost.field.name == "approved")
    #expect(lost.steps.map(\.value) == [7])
    #expect(try fixture.actual("workforce.establishment", "2021-03", "d") == 0)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a start day told after dated values makes the value in force on it the first")
  func startToldLater() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add(
      "workforce.post", "code=A1", "hospital=h1", "year=2021", "title=医师", "openings=3",
      on: "2021-01-10")
    try fixture.set("workforce.post", id, "openings=2", on: "2021-03-01")
    try fixture.advance("workforce.post", id, "approved", "2021-04-01")
    #expect(try steps(fixture, id, "openings", "workforce.post") == ["2021-04-01": 2])
    // With none in force on it, the first begins on it.
    let other = try establishment(fixture, nil, on: "2021-06-01")
    try fixture.set("workforce.establishment", other, "effective-on=2021-02-01")
    #expect(try steps(fixture, other) == ["2021-02-01": 7])
    // A redated approval is a start day that moves.
    try fixture.redate("workforce.post", id, "approved", "2021-03-15")
    #expect(try steps(fixture, id, "openings", "workforce.post") == ["2021-03-15": 2])
  }

  @Test("lists, filters, order, counts and sums have the value of the day, not a later one")
  func valuesOfToday() throws {
    let fixture = try RecordFixture()
    let shape = try fixture.shape("workforce.establishment")
    let id = try establishment(fixture)
    try fixture.add(
      "workforce.establishment", "unit=h2", "kind=institution", "category=general",
      "approved=8",
      "effective-on=2020-01-01")
    try fixture.set("workforce.establishment", id, "approved=9", on: "2021-08-01")
    let found = { (conditions: [String], day: String?, sort: [String]) in
      try fixture.desk.list(
        RecordSearch(
          conditions: conditions, day: try day.map { try DeskTests.day($0) }, sort: sort),
        in: shape
      ).records
    }
    let field = try #require(shape.field(named: "approved"))
    #expect(try found([], nil, []).map { $0.data[field].scalar } == [.int(7), .int(8)])
    #expect(try found([], "2021-08-01", []).map { $0.data[field].scalar } == [.int(9), .int(8)])
    #expect(try found(["approved=9"], nil, []).isEmpty)
    #expect(try found(["approved<8"], nil, []).map(\.id) == [Int64(id.dropFirst(5))])
    #expect(try found([], nil, ["approved"]).map { $0.data[field].scalar } == [.int(7), .int(8)])
    #expect(try found([], nil, ["-approved"]).map { $0.data[field].scalar } == [.int(8), .int(7)])
    let tally = { (day: String?, columns: [String]) in
      try fixture.desk.tally(
        RecordSearch(day: try day.map { try DeskTests.day($0) }), in: shape, by: columns,
        sums: ["approved"])
    }
    #expect(try tally(nil, []).rows[[]]?.sums == [15])
    #expect(try tally("2021-08-01", []).rows[[]]?.sums == [17])
    #expect(try tally(nil, ["approved"]).rows[[.int(7)]]?.count == 1)
    // So many that all are walked through.
    for index in 0..<210 {
      let code = "x\(index)"
      _ = try fixture.desk.addUnit(
        code: code, name: code, kind: .agency, parent: "d", opened: nil, aliases: [])
      let id = try fixture.add(
        "workforce.establishment", "unit=\(code)", "kind=institution", "category=general",
        "approved=1",
        "effective-on=2020-01-01")
      try fixture.set("workforce.establishment", id, "approved=5", on: "2021-07-01")
    }
    #expect(try tally(nil, []).rows[[]]?.sums == [225])
    #expect(try found(["approved=1"], nil, []).count == 210)
  }

  @Test(
    "no record is listed before its start day",
    arguments: [
      ("workforce.trainee", ["person=张三", "cohort=2021", "college=卫校", "home=v1"], "enrolled-on"),
      ("workforce.village-doctor", ["village=v1", "person=张三"], "serves-from"),
      ("workforce.staff", ["unit=h1", "person=张三", "category=general"], "from"),
      (
        "workforce.establishment",
        ["unit=h1", "kind=institution", "category=general", "approved=3"], "effective-on"
      ),
      ("clinics.course", ["title=班", "audience=other", "organiser=d"], "started-on"),
      ("clinics.finding", ["project=c1/2021", "item=消防", "due=2021-12-01"], "found-on"),
      ("workforce.hire", ["post=A1", "person=张三"], "hired-on"),
    ])
  func beforeStart(_ register: String, _ fields: [String], _ start: String) throws {
    let fixture = try RecordFixture(today: "2021-06-30")
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    try fixture.add(
      "workforce.post", "code=A1", "hospital=h1", "year=2021", "title=医师", "openings=3",
      "approved-on=2021-01-01")
    try fixture.add(register, fields + ["\(start)=2021-08-01"])
    let shape = try fixture.shape(register)
    let search = { (day: String?) in
      RecordSearch(unit: "d", day: try day.map { try DeskTests.day($0) })
    }
    let counted = { (day: String?) in
      try fixture.desk.tally(search(day), in: shape, by: ["stage"], sums: []).rows.values
        .reduce(0) { $0 + $1.count }
    }
    for day in [nil, "2021-06-30", "2021-07-31"] {
      #expect(try fixture.desk.list(search(day), in: shape).count == 0)
      #expect(try counted(day) == 0)
    }
    #expect(try fixture.desk.list(search("2021-08-01"), in: shape).count == 1)
    #expect(try counted("2021-08-01") == 1)
    // What is known is exported whole, as of a day only what is listed then.
    #expect(try fixture.export(register).split(separator: "\n").count == 2)
    #expect(try fixture.export(register, day: "2021-06-30").split(separator: "\n").count == 1)
  }

  @Test("a post is listed before its approval, a project always")
  func alwaysListed() throws {
    let fixture = try RecordFixture()
    try fixture.add(
      "workforce.post", "code=A1", "hospital=h1", "year=2021", "title=医师", "openings=3")
    try fixture.add("clinics.project", "facility=c1", "year=2022")
    for register in ["workforce.post", "clinics.project"] {
      for day in [nil, "2020-01-01"] {
        let search = RecordSearch(day: try day.map { try DeskTests.day($0) })
        #expect(try fixture.desk.list(search, in: try fixture.shape(register)).count == 1)
      }
    }
  }
}
