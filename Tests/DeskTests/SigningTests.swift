import Registers
import TargetEngine
import Testing

@testable import Desk

/// "销号 (needs verified-by, not the reporter)", "办结 (by the supervisor)".
@Suite struct SigningTests {
  /// The same ledger with another person at the desk.
  private func desk(_ actor: String, _ fixture: RecordFixture) -> Desk {
    var context = fixture.desk.context
    context.actor = actor
    return Desk(ledger: fixture.desk.ledger, context: context)
  }

  private func move(
    _ fixture: RecordFixture, _ register: String, _ id: String, to stage: String, by actor: String,
    _ fields: [Desk.Assignment] = []
  ) throws -> RecordState? {
    try desk(actor, fixture).advanceRecords(
      [id], in: try fixture.shape(register), to: stage, fields, on: try day("2021-06-20")
    ).result.first
  }

  private func fault(_ body: () throws -> Void) -> RecordFault? {
    do {
      try body()
      return nil
    } catch DeskError.record(let fault) {
      return fault
    } catch { return nil }
  }

  private func finding(by reporter: String? = "tester") throws -> (RecordFixture, String) {
    let fixture = try RecordFixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    let id = try fixture.add(
      "clinics.finding",
      ["project=c1", "item=墙面", "found-on=2021-05-10", "due=2021-06-10"]
        + (reporter.map { ["reporter=\($0)"] } ?? []))
    try fixture.advance("clinics.finding", id, "rectified", "2021-06-01")
    return (fixture, id)
  }

  private let stage = Text("销号", "Closed")
  private let reporter = Text("发现人", "Reporter")

  @Test("a finding that names no reporter is closed by whoever keeps the list")
  func nobody() throws {
    let (fixture, id) = try finding(by: nil)
    #expect(
      try move(
        fixture, "clinics.finding", id, to: "closed", by: "tester", [("verified-by", "tester")])
        != nil)
  }

  @Test("a finding is closed by another than its reporter")
  func findings() throws {
    let (fixture, id) = try finding()
    #expect(
      fault {
        _ = try move(
          fixture, "clinics.finding", id, to: "closed", by: "周静", [("verified-by", "tester")])
      } == .notBy(stage: stage, field: reporter, name: "tester"))
    #expect(
      fault {
        _ = try move(
          fixture, "clinics.finding", id, to: "closed", by: "tester", [("verified-by", "周静")])
      } == .notBy(stage: stage, field: reporter, name: "tester"))
    #expect(
      try move(
        fixture, "clinics.finding", id, to: "closed", by: "周静", [("verified-by", "周静")]) != nil)
    #expect(
      fault { try fixture.set("clinics.finding", id, "reporter=周静") }
        == .notBy(stage: stage, field: reporter, name: "周静"))
  }

  @Test("a reporter stays one, whatever the field says afterwards")
  func givenAway() throws {
    for name in ["", "别人"] {
      let (fixture, id) = try finding()
      try fixture.set("clinics.finding", id, "reporter=\(name)")
      let close = {
        try move(
          fixture, "clinics.finding", id, to: "closed", by: "tester", [("verified-by", "tester")])
      }
      #expect(
        fault { _ = try close() } == .notBy(stage: stage, field: reporter, name: "tester"))
      #expect(
        try move(
          fixture, "clinics.finding", id, to: "closed", by: "周静", [("verified-by", "周静")]) != nil)
    }
  }

  @Test("a list that comes closed keeps the same rule by its names")
  func lists() throws {
    let fixture = try RecordFixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    let add = { (names: [String]) in
      _ = try fixture.desk.addRecord(
        try fixture.shape("clinics.finding"),
        [
          ("project", "c1"), ("item", "墙面"), ("found-on", "2021-05-10"), ("due", "2021-06-10"),
          ("stage", "closed"), ("verified-on", "2021-06-01"), ("reporter", names[0]),
          ("verified-by", names[1]),
        ], on: nil)
    }
    #expect(fault { try add(["周静", "周静"]) } == .notBy(stage: stage, field: reporter, name: "周静"))
    #expect(fault { try add(["周静", "tester"]) } == nil)
  }

  @Test("a task is closed by its supervisor alone, who is not in charge of it")
  func tasks() throws {
    let fixture = try RecordFixture()
    let task = { (title: String, fields: [Desk.Assignment]) in
      let state = try fixture.desk.addRecord(
        try fixture.shape("plan.task"),
        [("title", title), ("owner", "t1"), ("due", "2021-06-30")] + fields, on: nil
      ).result
      for stage in ["doing", "done"] {
        _ = try move(fixture, "plan.task", "TEST-\(state.id)", to: stage, by: "tester")
      }
      return "TEST-\(state.id)"
    }
    let closed = Text("办结", "Closed")
    let supervised = try task("甲", [("person", "李强"), ("supervisor", "周静")])
    #expect(
      fault { _ = try move(fixture, "plan.task", supervised, to: "closed", by: "吴洁") }
        == .onlyBy(stage: closed, field: Text("督办人", "Supervisor"), name: "周静"))
    #expect(
      fault { _ = try move(fixture, "plan.task", supervised, to: "closed", by: "李强") }
        == .notBy(stage: closed, field: Text("责任人", "Person in charge"), name: "李强"))
    // Some townships work in the unit's own name.
    #expect(
      fault { _ = try move(fixture, "plan.task", supervised, to: "closed", by: "unit t1") }
        == .notBy(stage: closed, field: Text("责任单位", "Owner"), name: "unit t1"))
    #expect(try move(fixture, "plan.task", supervised, to: "closed", by: "周静") != nil)
    let open = try task("乙", [("person", "李强")])
    let state = try #require(try move(fixture, "plan.task", open, to: "closed", by: "吴洁"))
    let field = try #require(try fixture.shape("plan.task").field(named: "supervisor"))
    #expect(state.data[field] == .text("吴洁"), "who closed it is its supervisor")
  }
}
