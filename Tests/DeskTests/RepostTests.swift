import Storage
import Testing

@testable import Desk

/// What records posted by other rules than this version's. Source: `engine.md`, "ledger = registers".
@Suite struct RepostTests {
  @Test("what a record calls for by now is posted as the difference, once")
  func difference() throws {
    let fixture = try RecordFixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021", "accepted-on=2021-03-20")
    let id = try fixture.add(
      "workforce.village-doctor", "village=v1", "person=甲",
      "qualification=physician", "serves-from=2021-02-01")
    #expect(try fixture.desk.repost().isEmpty)
    // As if an earlier version had counted it otherwise.
    try fixture.execute("UPDATE clinics_project SET moves = '20210420:accepted'")
    try fixture.execute(
      "UPDATE workforce_village_doctor SET serves_from = 20210301 WHERE id = \(id.dropFirst(5))")
    #expect(try fixture.desk.ledger.check().count == 2)
    let head = try fixture.desk.ledger.head().transaction
    #expect(try !fixture.desk.repost().isEmpty)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.actual("clinics.accepted", "2021-03", "d") == 0)
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d") == 1)
    #expect(try fixture.actual("workforce.villages-covered", "2021-02", "d") == 0)
    #expect(try fixture.actual("workforce.villages-covered", "2021-03", "d") == 1)
    #expect(try fixture.desk.repost().isEmpty)
    #expect(try fixture.desk.ledger.head().transaction == head + 1)
  }
}
