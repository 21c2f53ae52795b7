import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "Fields of a natural key are never blank (alternatives count as one field; a key field may declare a
/// default; records of earlier versions keep what they have)."
@Suite struct NaturalKeyTests {
  private static let establishment = "workforce.establishment"
  private static let header = "unit,kind,category,approved\n"

  /// An establishment as an earlier version took it, without its kind.
  private func office() throws -> RecordFixture {
    let fixture = try RecordFixture()
    try fixture.add(
      Self.establishment, "unit=h1", "kind=institution", "category=general", "approved=7")
    try fixture.execute("UPDATE workforce_establishment SET kind = NULL")
    return fixture
  }

  @Test("a part of a key that is left out is asked for, at every door")
  func asked() throws {
    let fixture = try RecordFixture()
    for (register, fields, missing) in [
      (Self.establishment, ["unit=h1", "category=general", "approved=7"], Text("编制类型", "Kind")),
      (
        "clinics.course", ["title=甲", "audience=other", "organiser=d"], Text("开班日期", "Started on")
      ),
    ] {
      let fault = DeskError.record(
        .missing(register: try fixture.shape(register).name.title, fields: [missing]))
      #expect(throws: fault) { try fixture.add(register, fields) }
      let halves = fields.map { $0.split(separator: "=") }
      #expect(throws: DeskError.self) {
        try fixture.importList(
          register,
          halves.map { $0[0] }.joined(separator: ",") + "\n"
            + halves.map { $0[1] }.joined(separator: ",") + "\n")
      }
    }
  }

  @Test("what was done is the matter itself, unless it is said")
  func matter() throws {
    let fixture = try RecordFixture()
    try fixture.add(
      "plan.recurrence", "title=一周一调", "unit=d", "cycle=weekly", "first=2021-06-04")
    let header = "recurrence,unit,done-on,matter\n"
    try fixture.importList("plan.fulfilment", header + "一周一调,d,2021-06-04,\n")
    let again = try fixture.imported("plan.fulfilment", header + "一周一调,d,2021-06-04,一周一调\n")
    #expect(again.result.unchanged == 1)
    let shape = try fixture.shape("plan.fulfilment")
    let matter = try #require(shape.field(named: "matter"))
    #expect(
      try fixture.desk.list(RecordSearch(), in: shape).records.map { $0.data[matter] }
        == [.text("一周一调")])
    #expect(throws: DeskError.self) {
      try fixture.add("plan.fulfilment", "recurrence=一周一调", "unit=d", "done-on=2021-06-04")
    }
  }

  @Test("a row that fills the blank of an old record makes no second one, and is told")
  func filled() throws {
    let fixture = try office()
    #expect(
      try fixture.desk.ledger.advice(today: fixture.desk.context.today)
        == [
          .blankKey(
            try fixture.shape(Self.establishment).name, 1,
            [try fixture.shape(Self.establishment).fields[1]])
        ])
    // What does not say it leaves the old record as it is.
    try fixture.set(Self.establishment, "h1", "approved=8")
    #expect(throws: DeskError.self) {
      try fixture.add(
        Self.establishment, "unit=h1", "kind=institution", "category=general", "approved=9")
    }
    let row = Self.header + "h1,institution,general,9\n"
    let written = try fixture.imported(Self.establishment, row)
    #expect(written.result.changed == 1)
    #expect(written.notices.filled.map(\.record) == ["TEST-1"])
    #expect(written.notices.filled.first?.fields.map(\.name) == ["kind"])
    #expect(try fixture.actual(Self.establishment, "2021-06", "d") == 9)
    #expect(try fixture.desk.ledger.advice(today: fixture.desk.context.today).isEmpty)
    // Now that it is known what it is, another is another.
    let other = try fixture.imported(Self.establishment, Self.header + "h1,reference,general,2\n")
    #expect(other.result.new == 1)
  }

  @Test("a row that contradicts the record whose blank it would fill is refused")
  func contradicts() throws {
    let fixture = try RecordFixture()
    try fixture.add("people.person", "name=王五", "sex=male")
    let shape = try fixture.shape("people.person")
    let before = try fixture.desk.record("1", in: shape)
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name,unit,sex\n王五,h1,female\n")
    }
    #expect(try fixture.desk.record("1", in: shape) == before)
    let written = try fixture.imported("people.person", "name,unit,sex\n王五,h1,male\n")
    #expect(written.notices.filled.count == 1)
  }

  @Test("where it may be one of several, it is asked which")
  func ambiguous() throws {
    let fixture = try office()
    try fixture.execute("UPDATE workforce_establishment SET kind = 'reference'")
    try fixture.add(
      Self.establishment, "unit=h1", "kind=institution", "category=general", "approved=1")
    try fixture.execute("UPDATE workforce_establishment SET kind = NULL WHERE id = 1")
    #expect(throws: DeskError.self) {
      try fixture.importList(Self.establishment, Self.header + "h1,administrative,general,2\n")
    }
    // Its number says which.
    let written = try fixture.imported(
      Self.establishment, "id,kind,approved\nTEST-1,administrative,2\n")
    #expect(written.result.changed == 1)
  }

  @Test("a person whom a list named without a unit is the one whom another list names with it")
  func persons() throws {
    let fixture = try RecordFixture()
    let doctors = "village,person,qualification,serves-from\n"
    try fixture.importList(
      "workforce.village-doctor", doctors + "v1,王 五,physician,2021-01-01\n")
    let shape = try fixture.shape("people.person")
    let written = try fixture.imported("people.person", "name,unit\n王五,h1\n")
    #expect(written.result.changed == 1)
    #expect(written.notices.filled.first?.fields.map(\.name) == ["unit"])
    #expect(try fixture.desk.list(RecordSearch(), in: shape).count == 1)
    // The name in another list fills it as well.
    try fixture.importList(
      "workforce.village-doctor", doctors + "v2,赵六,physician,2021-01-01\n")
    let named = try fixture.imported(
      "workforce.village-doctor", doctors + "v3,赵六/h2,physician,2021-01-01\n")
    #expect(named.notices.filled.count == 1)
    #expect(try fixture.desk.list(RecordSearch(), in: shape).count == 2)
    // Another of the name is another person, and then nobody knows whose the unit is.
    try fixture.add("people.person", "name=赵六", "unit=h1")
    #expect(throws: DeskError.self) { try fixture.add("people.person", "name=赵六") }
    try fixture.execute(
      "UPDATE people_person SET unit = NULL WHERE unit = (SELECT id FROM unit WHERE code = 'h2')")
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name,unit\n赵六,c1\n")
    }
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("two rows of one file that may be one person are refused, and come back with their ids")
  func oneFile() throws {
    let fixture = try RecordFixture()
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name,unit\n王五,\n王五,h1\n")
    }
    try fixture.importList("people.person", "name,unit\n王五,h1\n王五,h2\n")
    try fixture.execute("UPDATE people_person SET unit = NULL WHERE id = 1")
    let list = try fixture.export("people.person")
    let again = try fixture.imported("people.person", list, ImportOptions(again: true))
    #expect(again.result.unchanged == 2)
    let foreign = "id,name,unit\nXY12-1,王五,\nXY12-2,王五,h2\n"
    #expect(try RecordFixture().imported("people.person", foreign).result.new == 2)
  }
}
