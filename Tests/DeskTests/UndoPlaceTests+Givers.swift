import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What is in the way of an undo is named by the transaction in force that put it there.
extension UndoPlaceTests {
  @Test(
    "somebody of whom a unit is known does not come back beside one of the same name without any")
  func alike() throws {
    let first = try head() + 1
    _ = try person("甲")
    try undo(first)
    try fixture.add("people.person", "name=甲")
    try expectRefused(first + 1)
    try undo(first + 2)
    try undo(first + 1)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("what tells a person from another of the same name is not taken away again")
  func filledKey() throws {
    try fixture.add("people.person", "name=乙")
    try fixture.set("people.person", "乙", "unit=t1")
    let filled = try head()
    try fixture.add("people.person", "name=乙", "unit=t2")
    try expectRefused(filled)
  }

  @Test("a merger that was made anew after a target is not the one that the target contained")
  func mergedAnew() throws {
    let set = { (unit: String) in
      _ = try desk.setTarget(
        "clinics.accepted", amount: "5", unit: unit, year: 2021, draft: TargetDraft(amount: 0))
    }
    try set("v1")
    _ = try desk.mergeUnit("v1", into: "v2", on: try day("2021-05-31"))
    let merged = try head()
    try set("v2")
    try undo(merged + 1)
    try undo(merged)
    _ = try desk.mergeUnit("v1", into: "v2", on: try day("2021-05-31"))
    try expectRefused(merged + 2, for: merged + 4, merged + 3)
  }

  @Test(
    "a column goes though a removed record has a value in it, which comes back only with the column"
  )
  func columnOfRemoved() throws {
    let register = "clinics.project"
    let shape = { try fixture.shape(register) }
    try fixture.add(register, "facility=c1", "year=2021")
    _ = try desk.addColumn("床位", "int", to: try shape())
    try fixture.set(register, "c1/2021", "床位=2")
    #expect(throws: DeskError.self) { try desk.removeColumn("床位", of: try shape()) }
    _ = try desk.removeRecords(["c1/2021"], in: try shape(), reason: "重复")
    let removed = try head()
    _ = try desk.removeColumn("床位", of: try shape())
    try expectRefused(removed)
  }

  @Test("a number that gave way to a group names those that are in it, until none is")
  func group() throws {
    _ = try desk.log(
      "workforce.villages-covered", "1", unit: "v1", on: try day("2021-01-24"), year: nil,
      note: "", isLevel: false)
    let number = try head()
    var doctors: [Int64] = []
    for (name, since) in [("甲", "2020-10-01"), ("乙", "2021-01-14")] {
      try fixture.add(
        "workforce.village-doctor", "village=v1", "person=\(name)", "qualification=physician",
        "serves-from=\(since)")
      doctors.append(try head())
    }
    try expectRefused(number, for: doctors[0], doctors[1])
    try undo(doctors[0])
    try expectRefused(number, for: doctors[1])
    try undo(doctors[1])
    try undo(number)
    #expect(try desk.ledger.check().isEmpty)
  }
}
