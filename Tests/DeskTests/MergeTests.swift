import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "Merging B into C closes B and puts it under C; B's target still counts in sums, and C is
/// warned until its own target is revised."
@Suite struct MergeTests {
  private func fixture() throws -> Fixture {
    let fixture = try Fixture()
    for (unit, amount) in [("t1", "10"), ("t2", "20")] {
      try target(fixture, unit, amount)
    }
    try fixture.log("a.done", "6", "t2", "2021-06-10")
    return fixture
  }

  private func target(_ fixture: Fixture, _ unit: String, _ amount: String) throws {
    _ = try fixture.desk.setTarget(
      "a.done", amount: amount, unit: unit, year: 2021, draft: TargetDraft(amount: 0))
  }

  private func isWarned(_ fixture: Fixture, _ unit: String) throws -> Bool {
    try fixture.desk.monthlyReport(try month("2021-06"), ReportScope(unit: unit)).notes
      .contains { if case .merged = $0 { true } else { false } }
  }

  @Test("a merged unit's target still counts in sums until the other's is revised")
  func sums() throws {
    let fixture = try fixture()
    _ = try fixture.desk.mergeUnit("t2", into: "t1", on: try day("2021-06-15"))
    #expect(try fixture.line("a.done", "2021-06", "d")?.plan?.amount == 30)
    #expect(try fixture.line("a.done", "2021-06", "t1")?.plan?.amount == 10)
    #expect(try fixture.actual("a.done", "2021-06", "t1") == 6)
    #expect(try isWarned(fixture, "t1"))
    try target(fixture, "t1", "25")
    #expect(try fixture.line("a.done", "2021-06", "d")?.plan?.amount == 25)
    #expect(try !isWarned(fixture, "t1"))
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a revision to the same amount takes the merged unit's in, too")
  func sameAmount() throws {
    let fixture = try fixture()
    _ = try fixture.desk.mergeUnit("t2", into: "t1", on: try day("2021-06-15"))
    _ = try fixture.desk.setTarget(
      "a.done", amount: "10", unit: "t1", year: 2021,
      draft: TargetDraft(amount: 0, effective: try day("2021-01-01")))
    #expect(try fixture.line("a.done", "2021-06", "d")?.plan?.amount == 10)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("where the other has no target of its own, it is the sum, as for any child")
  func withoutOwn() throws {
    let fixture = try Fixture()
    try target(fixture, "v3", "7")
    _ = try fixture.desk.mergeUnit("v3", into: "v4", on: try day("2021-06-15"))
    for unit in ["v4", "t2", "d"] {
      #expect(try fixture.line("a.done", "2021-06", unit)?.plan?.amount == 7)
    }
  }

  @Test("a revision of the merged unit's own target, and an undone merge, pass upward")
  func later() throws {
    let fixture = try fixture()
    _ = try fixture.desk.mergeUnit("t2", into: "t1", on: try day("2021-06-15"))
    let merge = try fixture.desk.ledger.head().transaction
    try target(fixture, "t2", "21")
    #expect(try fixture.line("a.done", "2021-06", "d")?.plan?.amount == 31)
    _ = try fixture.desk.undo("\(merge)", reason: "r")
    #expect(try fixture.line("a.done", "2021-06", "d")?.plan?.amount == 31)
    #expect(try fixture.line("a.done", "2021-06", "t1")?.plan?.amount == 10)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }
}
