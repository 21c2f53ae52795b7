import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// Records that the journal tells of together, as their list did: each of them has its own history.
@Suite struct ListJournalTests {
  private let fixture: RecordFixture
  private let shape: RegisterShape
  private let imported: Int64
  private static let count = 250

  init() throws {
    fixture = try RecordFixture()
    shape = try fixture.shape("clinics.project")
    var text = "建设机构,计划年度,达标日期,备注\n"
    for row in 0..<Self.count {
      text += "c\(row % 4 + 1),\(1_950 + row / 4),2021-04-0\(row % 9 + 1),备注\(row)号\n"
    }
    imported = try fixture.importList("clinics.project", text)
  }

  private var ledger: Ledger { fixture.desk.ledger }

  private func record(_ number: Int64) throws -> RecordState {
    try #require(try ledger.record(number, in: shape))
  }

  private func isSound() throws {
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
  }

  @Test("a hundred records are one change, and each has its history")
  func history() throws {
    #expect(try fixture.count("change WHERE subject = 'list'") == 3)
    #expect(try fixture.count("change WHERE subject = 'record'") == 0)
    for number in [1, 100, 101, 250] as [Int64] {
      let history = try ledger.history(of: number, in: shape)
      #expect(history.map(\.row.transaction) == [imported])
      #expect(try history.last?.state == record(number))
      #expect(history.last?.state?.note == "备注\(number - 1)号")
      #expect(try ledger.register(of: number)?.id == shape.id)
    }
    #expect(try ledger.register(of: 251) == nil)
    #expect(try ledger.history(of: 251, in: shape).isEmpty)
    #expect(try fixture.add("clinics.project", "facility=h1", "year=2021") == "TEST-251")
    try isSound()
  }

  @Test("what changes later stands after the list in a record's history, and keeps the list")
  func laterChange() throws {
    try fixture.set("clinics.project", "TEST-7", "accepted-on=2021-05-06", typo: true)
    let history = try ledger.history(of: 7, in: shape)
    #expect(history.map(\.row.transaction) == [imported, imported + 1])
    #expect(history.map { $0.state?.note } == ["备注6号", "备注6号"])
    #expect(throws: DeskError.undo(.neededBy(transaction: imported + 1))) {
      try fixture.desk.undo("\(imported)", reason: "试")
    }
    _ = try fixture.desk.undo("\(imported + 1)", reason: "试")
    #expect(try record(7) == history.first?.state)
    try isSound()
  }

  @Test("an undone list is gone, comes back whole, and its numbers are not used again")
  func undo() throws {
    let before = try ledger.records(RecordQuery(), in: shape)
    let posted = try fixture.actual("clinics.accepted", "2021-04", "d", year: 1950)
    #expect(posted == 4)
    _ = try fixture.desk.undo("\(imported)", reason: "试")
    #expect(try ledger.hasNoRecords(in: shape))
    #expect(try ledger.register(of: 7) == nil)
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d", year: 1950) == 0)
    try isSound()
    #expect(try fixture.add("clinics.project", "facility=h1", "year=2021") == "TEST-251")
    _ = try fixture.desk.undo("\(imported + 2)", reason: "试")
    _ = try fixture.desk.undo("\(imported + 1)", reason: "试")
    #expect(try ledger.records(RecordQuery(), in: shape) == before)
    #expect(try ledger.history(of: 7, in: shape).map { $0.state == nil } == [false, true, false])
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d", year: 1950) == posted)
    try isSound()
  }

  @Test("of a list one record's texts can be destroyed, and the others' stay")
  func erasure() throws {
    _ = try fixture.desk.erase(try record(7), in: shape, document: "文〔2021〕1号")
    #expect(try fixture.count("change_text WHERE body LIKE '%备注6号%'") == 0)
    #expect(try fixture.count("clinics_project WHERE note LIKE '%备注6号%'") == 0)
    #expect(try ledger.history(of: 7, in: shape).map { $0.state?.note } == ["", ""])
    #expect(try ledger.history(of: 8, in: shape).map { $0.state?.note } == ["备注7号"])
    try isSound()
  }

  @Test("the numbers of a list's changes are proved, also where nothing is hidden")
  func numbers() throws {
    let fixture = try RecordFixture()
    try fixture.importList("clinics.project", "facility,year\nc1,2021\nc2,2021\n")
    #expect(try fixture.count("change WHERE subject = 'list' AND extent = 2") == 1)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    try fixture.execute("UPDATE change SET seq = seq + 1 WHERE subject = 'list'")
    #expect(try !fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a column of the office that a list filled in is kept, one that it left empty is not")
  func officeColumns() throws {
    for (title, cell, isKept) in [("床位", "5", true), ("楼层", "", false)] {
      let fixture = try RecordFixture()
      _ = try fixture.desk.addColumn(title, "int", to: try fixture.shape("clinics.project"))
      let added = try fixture.desk.ledger.head().transaction
      try fixture.importList("clinics.project", "facility,year,\(title)\nc1,2021,\(cell)\n")
      let undo = { try fixture.desk.undo("\(added)", reason: "试") }
      if isKept {
        #expect(throws: DeskError.undo(.neededBy(transaction: added + 1))) { try undo() }
      } else {
        _ = try undo()
        #expect(try fixture.desk.ledger.verify().isEmpty)
      }
    }
  }

  @Test(
    "a list in the journal is proved like all else",
    arguments: [
      "UPDATE change SET body = replace(body, '1950', '1951') WHERE subject = 'list'",
      "UPDATE change SET extent = 99 WHERE subject = 'list' AND extent = 100",
      "UPDATE change SET object = object + 1000 WHERE subject = 'list'",
      "UPDATE change SET seq = seq + 1 WHERE subject = 'list' AND object = 201",
      "DELETE FROM change WHERE subject = 'list' AND object = 101",
      "UPDATE change_text SET body = 'note=别的' WHERE body LIKE '%备注120号'",
      "DELETE FROM change_text WHERE body LIKE '%备注120号'",
      "UPDATE clinics_project SET year = 1900 WHERE id = 7",
      "DELETE FROM clinics_project WHERE id = 7",
      "UPDATE entry SET record = record + 1 WHERE seq = 1",
      "UPDATE entry SET record = -record WHERE seq = 1",
      "UPDATE entry SET source = 'record:' || record, record = NULL WHERE seq = 1",
      "UPDATE entry SET source = 'x' WHERE seq = 1",
    ])
  func tampering(sql: String) throws {
    try fixture.execute(sql)
    #expect(try !ledger.verify().isEmpty)
  }
}
