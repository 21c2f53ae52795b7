import Registers
import TargetEngine
import Testing

@testable import Desk

/// Days that are given for values. Source: `registers.md`, "Days that end something".
@Suite struct GivenDayTests {
  private static let register = "workforce.establishment"

  private func add(_ fixture: RecordFixture, _ fields: String...) throws -> String {
    try fixture.add(
      Self.register, ["unit=h1", "kind=institution", "category=general"] + fields)
  }

  @Test("no value holds before its record begins")
  func beforeStart() throws {
    let fixture = try RecordFixture()
    let id = try add(fixture, "approved=3", "effective-on=2021-04-01")
    #expect(
      throws: DeskError.record(
        .beforeStart(
          field: Text("核定编制数", "Approved"), day: try day("2021-03-01"),
          start: try day("2021-04-01")))
    ) {
      try fixture.set(Self.register, id, "approved=7", on: "2021-03-01")
    }
    try fixture.set(Self.register, id, "effective-on=2021-03-01", "approved=7", on: "2021-03-01")
    #expect(try fixture.actual("workforce.establishment", "2021-03", "d") == 7)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a list tells of a record that has not begun with what it begins")
  func notBegun() throws {
    let fixture = try RecordFixture()
    let id = try add(fixture, "approved=3", "effective-on=2021-08-20")
    let export = try fixture.export(Self.register)
    let head = try fixture.desk.ledger.head()
    try fixture.importList(Self.register, export, ImportOptions(again: true))
    #expect(try fixture.desk.ledger.head().transaction <= head.transaction + 1)
    #expect(try fixture.actual("workforce.establishment", "2021-06", "d") == 0)
    #expect(try fixture.actual("workforce.establishment", "2021-08", "d") == 3)
    try fixture.importList(Self.register, export.replacing(",3,", with: ",5,"))
    #expect(try fixture.actual("workforce.establishment", "2021-06", "d") == 0)
    #expect(try fixture.actual("workforce.establishment", "2021-08", "d") == 5)
    _ = id
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a number that comes with a later start holds from that on")
  func laterStart() throws {
    for door in ["import", "set"] {
      let fixture = try RecordFixture()
      let id = try add(fixture, "approved=8", "effective-on=2021-02-15")
      try fixture.set(Self.register, id, "approved=2", on: "2021-07-01")
      if door == "set" {
        try fixture.set(Self.register, id, "approved=8", "effective-on=2021-12-15")
      } else {
        try fixture.importList(
          Self.register,
          "unit,kind,category,approved,effective-on\nh1,institution,general,8,2021-12-15\n")
      }
      #expect(try fixture.actual("workforce.establishment", "2021-11", "d") == 0)
      #expect(try fixture.actual("workforce.establishment", "2021-12", "d") == 8)
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
  }

  @Test("a value without a day is what a record that has not begun begins with")
  func setBeforeStart() throws {
    let fixture = try RecordFixture()
    let id = try add(fixture, "approved=3", "effective-on=2021-08-20")
    try fixture.set(Self.register, id, "approved=6")
    #expect(try fixture.actual("workforce.establishment", "2021-06", "d") == 0)
    #expect(try fixture.actual("workforce.establishment", "2021-08", "d") == 6)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a day given for a new record in which nothing is as of it is refused")
  func unused() throws {
    let fixture = try RecordFixture()
    for (register, fields) in [
      ("clinics.project", ["facility=c1", "year=2021", "kind=villageClinic"]),
      ("clinics.project", ["facility=c1", "year=2021", "kind=villageClinic", "stage=planned"]),
      (
        Self.register,
        [
          "unit=h1", "kind=institution", "category=general", "approved=5",
          "effective-on=2021-04-01",
        ]
      ),
    ] {
      let given = try day("2021-03-01")
      #expect(throws: DeskError.record(.unusedDay(given)), "\(fields)") {
        try fixture.add(register, fields, on: "2021-03-01")
      }
    }
    // With a stage it is the day of the move, and of a value its first day.
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "kind=villageClinic", "stage=assessed",
      on: "2021-03-01")
    try fixture.add(
      Self.register, "unit=h1", "kind=institution", "category=general", "approved=5",
      on: "2021-03-01")
    #expect(try fixture.actual("workforce.establishment", "2021-03", "d") == 5)
  }

  @Test("a day given for a note is refused")
  func ofNote() throws {
    let fixture = try RecordFixture()
    let id = try add(fixture, "approved=3")
    #expect(throws: DeskError.record(.keepsNoDays(fields: [Text("备注", "Note")]))) {
      try fixture.set(Self.register, id, "note=核对", on: "2021-03-01")
    }
    try fixture.set(Self.register, id, "note=核对", "approved=4", on: "2021-06-01")
  }

  @Test("a row that gives one thing two days is refused")
  func contradicting() throws {
    let fixture = try RecordFixture()
    #expect(throws: DeskError.self) {
      try fixture.importList(
        "clinics.project",
        "facility,year,kind,assessed-on,moves\nc1,2021,villageClinic,2021-06-02,assessed@2021-04-08\n"
      )
    }
    #expect(throws: DeskError.self) {
      try fixture.importList(
        Self.register,
        "unit,kind,category,approved,approved-by-day\n"
          + "h1,institution,general,3,2@2021-04-01;3@2021-04-01\n")
    }
    #expect(try fixture.count("clinics_project") == 0)
  }

  @Test("values by day: a number beside them is of today, an older file overwrites none")
  func byDay() throws {
    let fixture = try RecordFixture()
    let id = try add(fixture, "approved=7", "effective-on=2021-01-01")
    try fixture.set(Self.register, id, "approved=9", on: "2021-04-01")
    let before = try fixture.export(Self.register)
    #expect(before.contains(",9,"))
    try fixture.importList(Self.register, before.replacing(",9,", with: ",7,"))
    #expect(try fixture.actual("workforce.establishment", "2021-05", "d") == 9)
    #expect(try fixture.actual("workforce.establishment", "2021-06", "d") == 7)
    try fixture.set(Self.register, id, "approved=8", on: "2021-04-01", typo: true)
    #expect(throws: DeskError.self) {
      try fixture.importList(Self.register, before, ImportOptions(again: true))
    }
    #expect(try fixture.actual("workforce.establishment", "2021-05", "d") == 8)
  }

  @Test("as of a day no later day is shown, found or exported")
  func asOfDay() throws {
    let fixture = try RecordFixture()
    let register = "clinics.project"
    try fixture.add(
      register, "facility=c1", "year=2021", "assessed-on=2021-02-08",
      "accepted-on=2021-03-20")
    try fixture.advance(register, "c1/2021", "rectifying", nil, ["relapsed-on=2021-05-03"])
    try fixture.advance(register, "c1/2021", "reinspected", "2021-05-10")
    try fixture.advance(register, "c1/2021", "accepted", "2021-06-10")
    let shape = try fixture.shape(register)
    for (text, condition, days) in [
      ("2021-02-28", "assessed-on=2021-02-08", ["2021-02-08", "", ""]),
      ("2021-04-30", "accepted-on=2021-03-20", ["2021-02-08", "2021-03-20", ""]),
      ("2021-06-30", "accepted-on=2021-06-10", ["2021-02-08", "2021-06-10", "2021-05-03"]),
    ] {
      let found = try fixture.desk.list(
        RecordSearch(conditions: [condition], day: try day(text)), in: shape
      ).records
      let record = try #require(found.first, "\(text)")
      let shown = ["assessed-on", "accepted-on", "relapsed-on"].map { name in
        shape.field(named: name).flatMap { record.data[$0].day?.description } ?? ""
      }
      #expect(shown == days, "\(text)")
    }
    let other = try RecordFixture()
    try other.importList(register, try fixture.export(register, day: "2021-04-30"))
    #expect(try other.actual("clinics.accepted", "2021-06", "d") == 1)
  }

  @Test("a day is refused for a field that keeps none")
  func keepsNoDays() throws {
    let fixture = try RecordFixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    #expect(throws: DeskError.record(.keepsNoDays(fields: [Text("预算", "Budget")]))) {
      try fixture.set("clinics.project", "c1/2021", "budget=100", on: "2021-03-01")
    }
    try fixture.set("clinics.project", "c1/2021", "budget=100")
  }
}
