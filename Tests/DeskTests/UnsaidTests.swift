import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What a change lets happen beside what it is about is said by its receipt, an undo's too.
@Suite struct UnsaidTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }
  private static let training = "clinics.in-training"

  init() throws { fixture = try RecordFixture(today: "2021-12-31") }

  private func last() throws -> Int64 { try desk.ledger.head().transaction }

  private func undo(_ number: Int64? = nil) throws -> Written<UndoneTransaction> {
    let undone = try desk.undo("\(try number ?? last())", reason: "r")
    #expect(try desk.ledger.check().isEmpty)
    return undone
  }

  private func codes<Result>(_ written: Written<Result>) -> [String] {
    written.doubles.map { "\($0.unit.code) \($0.indicator.code)" }.sorted()
  }

  private func project(_ clinic: String) throws {
    try fixture.add(
      "clinics.project", "facility=\(clinic)", "year=2021", "accepted-on=2021-06-01", "stage=达标")
  }

  private func log(_ unit: String) throws {
    _ = try desk.log(
      "clinics.accepted", "5", unit: unit, on: try day("2021-05-01"), year: nil, note: "",
      isLevel: false)
  }

  @Test("a unit with a list that comes under one with a number, its undo, and the undo of that")
  func moved() throws {
    try log("t2")
    try project("c1")
    #expect(codes(try desk.moveUnit("v1", under: "t2")) == ["t2 clinics.accepted"])
    #expect(codes(try undo()) == [])
    #expect(codes(try undo()) == ["t2 clinics.accepted"])
    // Where both places have the number above them nothing more counts twice.
    try log("d")
    #expect(codes(try desk.moveUnit("v1", under: "t1")) == [])
    #expect(codes(try desk.moveUnit("v3", under: "t1")) == [])
  }

  @Test("a rule by which a number and lists of units below do not count twice, and its undo")
  func rule() throws {
    try log("t1")
    try project("c1")
    let rule = try desk.setSourcing(
      "clinics.accepted", unit: "t1", byList: true, since: try day("2021-06-01"))
    #expect(codes(rule) == [])
    #expect(codes(try undo()) == ["t1 clinics.accepted"])
    #expect(codes(try undo()) == [])
  }

  private func uncounted<Result>(_ written: Written<Result>) -> [String] {
    written.notices.uncounted.map { "\($0.unit.code) \($0.since) \($0.records.count)" }
  }

  private func course(_ organiser: String, _ on: String) throws -> String {
    try fixture.add(
      "clinics.course", "title=\(on)", "audience=villageDoctor", "organiser=\(organiser)",
      "started-on=\(on)", "attending=3")
  }

  private func source(_ byList: Bool, _ since: String) throws -> Int64 {
    try desk.setSourcing(Self.training, unit: "t2", byList: byList, since: try day(since))
      .head.transaction
  }

  @Test("an undo that leaves a record to numbers names it")
  func uncountedAgain() throws {
    _ = try source(false, "2021-07-05")
    let id = try course("h2", "2021-07-07")
    try fixture.set("clinics.course", id, "organiser=h1")
    #expect(uncounted(try undo()) == ["t2 2021-07-05 1"])
    #expect(uncounted(try undo()) == [])
    let moved = try desk.moveUnit("h1", under: "t2")
    #expect(uncounted(moved) == ["t2 2021-07-05 1"])
    #expect(uncounted(try undo()) == [])
    #expect(uncounted(try undo()) == ["t2 2021-07-05 1"])
  }

  @Test("so does the undo of a rule by list, and of one that let records count")
  func rulesUndone() throws {
    let number = try source(false, "2021-07-05")
    _ = try course("h2", "2021-07-07")
    let list = try source(true, "2021-08-01")
    #expect(uncounted(try undo(list)) == ["t2 2021-07-05 1"])
    #expect(uncounted(try undo(number)) == [])
    #expect(uncounted(try undo()) == ["t2 2021-07-05 1"])
  }

  private func lacking<Result>(_ written: Written<Result>) -> [String] {
    written.notices.lacking.map { "\($0.register.word) \($0.field.name) \($0.records.count)" }
  }

  private func advice() throws -> Int {
    try desk.check().advice.count {
      if case .countsNowhere(let name, _, let field) = $0 {
        name.word == "village-doctor" && field.name == "qualification"
      } else {
        false
      }
    }
  }

  @Test(
    "a village doctor without a qualification is named: added, imported, changed, by an undo and by check"
  )
  func qualification() throws {
    let shape = try fixture.shape("workforce.village-doctor")
    let said = ["village-doctor qualification 1"]
    let added = try desk.addRecord(
      shape, [("village", "v1"), ("person", "甲"), ("serves-from", "2021-02-01")], on: nil)
    #expect(lacking(added) == said)
    #expect(try advice() == 1)
    let id = "TEST-\(added.result.id)"
    let set = { (field: String, value: String) in
      try desk.setRecords([id], in: shape, [(field, value)], on: nil, isTypo: false)
    }
    #expect(lacking(try set("serves-until", "2021-12-01")) == said)
    #expect(lacking(try set("qualification", "physician")) == [])
    #expect(try advice() == 0)
    #expect(lacking(try undo()) == said)
    // One that has none is known to count nowhere.
    #expect(lacking(try set("qualification", "none")) == [])
    let header = "village,person,serves-from,qualification\n"
    let rows = "v2,乙,2021-02-01,\nv3,丙,2021-02-01,physician\nv4,丁,2021-02-01,\n"
    let list = try fixture.imported("workforce.village-doctor", header + rows)
    #expect(lacking(list) == ["village-doctor qualification 2"])
    #expect(lacking(try desk.removeRecords([id], in: shape, reason: "r")) == [])
  }
}
