import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A transaction is shown whole: what its receipt cut is all there.
@Suite struct ShownTransactionTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try RecordFixture() }

  private func shown(_ number: Int64? = nil) throws -> ShownTransaction {
    let number = try number ?? desk.ledger.head().transaction
    return try desk.transaction("#\(number)", desk.names(in: .zh), .zh)
  }

  private func changes(_ number: Int64? = nil) throws -> [String] {
    try shown(number).changes.map { change in
      "\(change.kind) \(change.id) "
        + change.fields.map { "\($0.name): \($0.before)>\($0.after)" }.joined(separator: ", ")
    }
  }

  @Test("all records of a list, with what they say, their entries, and the undo of it")
  func list() throws {
    let rows = (1...7).map { "班\($0),villageDoctor,h1,2021-05-0\($0),\($0)\n" }.joined()
    let list = try fixture.importList(
      "clinics.course", "title,audience,organiser,started-on,attending\n" + rows)
    let whole = try shown(list)
    let courses = whole.changes.filter { $0.kind == "clinics.course" }
    #expect(courses.map(\.id) == (1...7).map { "TEST-\($0)" })
    #expect(courses.allSatisfy { $0.fields.map(\.name).contains("attending") })
    #expect(whole.entries.map(\.amount) == [1, 2, 3, 4, 5, 6, 7])
    #expect(whole.listed.undoneBy == nil)
    let undone = try desk.undo("\(list)", reason: "r").head.transaction
    #expect(try shown(list).listed.undoneBy == undone)
    let gone = try shown(undone)
    #expect(gone.changes.filter { $0.kind == "clinics.course" }.map(\.id) == courses.map(\.id))
    #expect(gone.changes.first?.fields.first?.after == "")
    #expect(gone.entries.map(\.amount) == [-1, -2, -3, -4, -5, -6, -7])
  }

  @Test("how many rows an import left out since they were known")
  func passedOver() throws {
    let file = "date,indicator,unit,amount\n2021-05-10,clinics.accepted,t1,3\n"
    _ = try desk.take([file])
    _ = try desk.take(
      [file + "2021-05-11,clinics.accepted,t1,4\n"], ImportOptions(same: .skip))
    #expect(try changes().contains("passedOver  rows: >1"))
  }

  @Test("a unit whose merger is only placed after later targets is no change")
  func placedMerger() throws {
    _ = try desk.take(["code,parent,name,kind\nt9,d,Old,township\n"])
    _ = try desk.mergeUnit("t9", into: "t2", on: try day("2021-03-31"))
    let header = "indicator,unit,year,amount,effective,without-merged\n"
    _ = try desk.take([header + "clinics.accepted,t2,2021,7,2021-01-01,t9\n"])
    let row = try #require(try desk.ledger.transaction(try desk.ledger.head().transaction))
    #expect(try desk.ledger.things(changedBy: row).map(\.isShown) == [true, false])
    #expect(try !changes().contains { $0.hasPrefix("unit") })
  }

  @Test("of a changed record only what changed, of a secret its mask")
  func changed() throws {
    try fixture.makeKey()
    try fixture.add("people.person", "name=甲", "id-number=110101199003070791")
    #expect(try changes() == ["people.person TEST-1 name: >甲, id-number: >**…91"])
    try fixture.set("people.person", "TEST-1", "unit=h1")
    #expect(try changes() == ["people.person TEST-1 unit: >unit h1"])
  }

  @Test("targets, numbers, units, indicators, rules, settings and closings")
  func others() throws {
    _ = try desk.take(["indicator,unit,year,amount\nclinics.accepted,t1,2021,9\n"])
    let set = try shown()
    #expect(
      set.targets.map { "\($0.unit.code) \($0.target.amount) \($0.isWithdrawn)" } == ["t1 9 false"])
    let undone = try desk.undo("\(set.listed.row.transaction)", reason: "r").head.transaction
    #expect(try shown(undone).changes.filter { $0.kind == "target" }.map(\.fields.count) == [1])
    #expect(try shown(set.listed.row.transaction).targets.map(\.isWithdrawn) == [true])
    _ = try desk.moveUnit("v1", under: "t2")
    #expect(try changes() == ["unit v1 parent: t1>t2"])
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    #expect(try changes() == ["unit v1 parent: t2>t1"])
    let indicator = "clinics.accepted"
    _ = try desk.setSourcing(indicator, unit: "t1", byList: false, since: try day("2021-01-01"))
    #expect(try changes() == ["source \(indicator) since: >2021-01-01, by: >按数字"])
    _ = try desk.close(try month("2021-05"), module: nil, reissue: nil)
    #expect(try shown().changes.map(\.kind).contains("closing"))
    #expect(throws: DeskError.undo(.unknown(transaction: 999))) { try shown(999) }
  }
}

/// The rules of who reports by list and by number, with the transactions that set them.
@Suite struct ListedSourcingTests {
  @Test("each with the transaction in force that set it, not an undo that brought it back")
  func list() throws {
    let desk = try RecordFixture().desk
    let indicator = "clinics.accepted"
    let set = { (unit: String, byList: Bool, since: String) in
      try desk.setSourcing(indicator, unit: unit, byList: byList, since: try day(since))
        .head.transaction
    }
    let rules = { (only: String?) in
      try desk.sourcings(of: only).map {
        "\($0.rule.indicator.code) \($0.rule.unit.code) \($0.rule.sourcing.since)"
          + " \($0.rule.sourcing.byList) \($0.transaction)"
      }
    }
    #expect(try rules(nil) == [])
    let first = try set("t2", false, "2021-03-01")
    let second = try set("t1", false, "2021-02-01")
    let third = try set("t2", true, "2021-03-01")
    let kept = "\(indicator) t1 2021-02-01 false \(second)"
    #expect(try rules(nil) == [kept, "\(indicator) t2 2021-03-01 true \(third)"])
    _ = try desk.undo("\(third)", reason: "r")
    let back = "\(indicator) t2 2021-03-01 false \(first)"
    #expect(try rules(indicator) == [kept, back])
    _ = try desk.undo("\(second)", reason: "r")
    #expect(try rules(nil) == [back])
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    #expect(try rules(nil) == [kept, back])
    #expect(try rules("clinics.planned") == [])
  }
}
