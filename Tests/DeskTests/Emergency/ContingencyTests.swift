import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Plans from a round of revision until a newer version takes their place. Source: `emergency.md`, 3.
@Suite struct ContingencyTests {
  private let fixture: RecordFixture
  private static let register = "emergency.contingency"

  init() throws { fixture = try RecordFixture(today: "2021-12-31") }

  private func plan(_ owner: String, _ fields: String...) throws -> String {
    try fixture.add(
      Self.register,
      ["title=防汛预案", "level=township", "kind=grassroots", "owner=\(owner)"] + fields)
  }

  private func actual(_ indicator: String, _ month: String, _ unit: String = "d") throws -> Int64 {
    try fixture.actual("emergency.\(indicator)", month, unit)
  }

  private func file(_ id: String, issued: String, filed: String) throws {
    for stage in ["drafting", "consulting", "reviewing", "approved"] {
      try fixture.advance(Self.register, id, stage, "2021-02-01")
    }
    try fixture.advance(Self.register, id, "issued", issued)
    try fixture.advance(
      Self.register, id, "filed", filed, "electronic-text=预案.docx", "drafting-note=yes")
  }

  @Test(
    "a plan counts as planned on 1 January, as issued and filed in its year, and as in force since its issue"
  )
  func counts() throws {
    let id = try plan("t1", "year=2021", "due=2021-06-30")
    #expect(try actual("plans-planned", "2021-01") == 1)
    try file(id, issued: "2021-03-01", filed: "2021-03-29")
    #expect(try actual("plans-issued", "2021-02") == 0)
    #expect(try actual("plans-issued", "2021-03") == 1)
    #expect(try actual("plans-filed", "2021-03") == 1)
    #expect(try actual("plans-filed-on-time", "2021-03") == 1)
    #expect(try actual("plans-in-force", "2021-03") == 1)
    #expect(try actual("townships-with-plan", "2021-03") == 1)
    #expect(try actual("townships-with-plan", "2021-03", "t1") == 1)
    #expect(try actual("villages-with-plan", "2021-03") == 0)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("20 working days after the issue it is filed late")
  func late() throws {
    let id = try plan("t1", "year=2021")
    try file(id, issued: "2021-03-01", filed: "2021-03-30")
    #expect(try actual("plans-filed", "2021-03") == 1)
    #expect(try actual("plans-filed-on-time", "2021-03") == 0)
  }

  @Test("a plan of a year without holidays is taken, and nobody says that it was filed in time")
  func unknownYear() throws {
    let fixture = try RecordFixture(today: "2021-12-31")
    try fixture.add(
      Self.register, "title=旧预案", "level=township", "kind=grassroots", "owner=t1", "stage=filed",
      "issued-on=1998-03-02", "filed-on=1998-03-05", "electronic-text=a", "drafting-note=yes")
    #expect(try fixture.actual("emergency.plans-filed", "1998-03", "d") == 1)
    #expect(try fixture.actual("emergency.plans-filed-on-time", "1998-03", "d") == 0)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("filing needs its text and its note")
  func needs() throws {
    let id = try plan("t1")
    for stage in ["drafting", "consulting", "reviewing", "approved", "issued"] {
      try fixture.advance(Self.register, id, stage, "2021-02-01")
    }
    #expect(throws: DeskError.self) {
      try fixture.advance(Self.register, id, "filed", "2021-02-02", "electronic-text=a")
    }
    #expect(throws: DeskError.self) {
      try fixture.advance(
        Self.register, id, "filed", "2021-02-02", "electronic-text=a", "drafting-note=no")
    }
    try fixture.advance(
      Self.register, id, "filed", "2021-02-02", "electronic-text=a", "drafting-note=yes")
  }

  @Test("a repeal before the issue leaves the year's plan, one after it does not")
  func repeal() throws {
    let early = try plan("t1", "year=2021")
    try fixture.advance(Self.register, early, "repealed", "2021-05-01", "document-no=文1号")
    #expect(try actual("plans-planned", "2021-04") == 1)
    #expect(try actual("plans-planned", "2021-05") == 0)
    let late = try plan("t2", "year=2021")
    try file(late, issued: "2021-03-01", filed: "2021-03-05")
    try fixture.advance(Self.register, late, "repealed", "2021-06-01", "document-no=文2号")
    #expect(try actual("plans-planned", "2021-06") == 1)
    #expect(try actual("plans-in-force", "2021-05") == 1)
    #expect(try actual("plans-in-force", "2021-06") == 0)
    #expect(try actual("townships-with-plan", "2021-06") == 0)
  }

  private func stage(_ id: String) throws -> String {
    let shape = try fixture.shape(Self.register)
    return shape.stage(of: try fixture.desk.record(id, in: shape))
  }

  @Test(
    "filing the next version supersedes the one before on the same day, and follows its corrections"
  )
  func supersedes() throws {
    let first = try plan("t1")
    try file(first, issued: "2021-02-10", filed: "2021-02-20")
    let second = try plan("t1", "version=2")
    #expect(try stage(first) == "filed")
    try file(second, issued: "2021-05-10", filed: "2021-05-20")
    #expect(try stage(first) == "superseded")
    // Both are in force between the issue of one and its filing.
    #expect(try actual("plans-in-force", "2021-05") == 1)
    #expect(try actual("townships-with-plan", "2021-05") == 1)
    try fixture.redate(Self.register, second, "filed", "2021-06-05")
    #expect(try actual("plans-in-force", "2021-05") == 2)
    #expect(try actual("plans-in-force", "2021-06") == 1)
    let head = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(head)", reason: "x")
    _ = try fixture.desk.undo("\(head - 1)", reason: "x")
    #expect(try stage(first) == "filed")
    #expect(try stage(second) == "issued")
    #expect(try actual("plans-in-force", "2021-06") == 2)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a newer version that is removed gives back what it superseded")
  func removal() throws {
    let first = try plan("t1")
    try file(first, issued: "2021-02-10", filed: "2021-02-20")
    let second = try plan("t1", "version=2")
    try file(second, issued: "2021-05-10", filed: "2021-05-20")
    let removed = try fixture.desk.removeRecords(
      [second], in: try fixture.shape(Self.register), reason: "登错")
    #expect(removed.notices.followed.map(\.stage) == ["filed"])
    #expect(try stage(first) == "filed")
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("one that is only issued is not superseded, which the receipt says")
  func notSuperseded() throws {
    let first = try plan("t1")
    for stage in ["drafting", "consulting", "reviewing", "approved", "issued"] {
      try fixture.advance(Self.register, first, stage, "2021-02-01")
    }
    let second = try plan("t1", "version=2", "stage=issued", "issued-on=2021-03-01")
    let written = try fixture.desk.advanceRecords(
      [second], in: try fixture.shape(Self.register), to: "filed",
      [("electronic-text", "a"), ("drafting-note", "yes")], on: try day("2021-03-05"))
    #expect(written.notices.followed.map(\.day) == [nil])
    #expect(try stage(first) == "issued")
  }
}
