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
    try expectRefused(number, for: doctors[1], doctors[0])
    try undo(doctors[0])
    try expectRefused(number, for: doctors[1])
    try undo(doctors[1])
    try undo(number)
    #expect(try desk.ledger.check().isEmpty)
  }

  /// What a refusal names is undone, each in its turn, and then what was refused goes.
  private func followed(_ number: Int64, line: Int = #line) throws -> [Int64] {
    let fault = #expect(throws: DeskError.self, "line \(line)") { try undo(number) }
    guard case .undo(let fault) = fault, !fault.obstacles.isEmpty else {
      Issue.record("line \(line): \(String(describing: fault))")
      return []
    }
    for step in fault.obstacles { try undo(step) }
    try undo(number)
    #expect(try desk.ledger.check().isEmpty, "line \(line)")
    return fault.obstacles
  }

  @Test(
    "what took something away from the place stands, though it is the later one", arguments: [0, 1])
  func tookAway(_ moved: Int) throws {
    try close("c1", "2021-03-31")
    let closing = try head()
    try undo(closing)
    try log("c1", "2021-05-01")
    try log("c1", "2021-05-01")
    if moved == 1 {
      _ = try desk.correct(
        "\(closing + 3).1", amount: nil, unit: "c2", on: nil, reason: "别村的")
    }
    let path = try followed(closing + 1)
    #expect(path == (moved == 1 ? [closing + 2] : [closing + 3, closing + 2]))
    #expect(try desk.level("clinics.doctors-trained", "c2", "2021-12-31") == (moved == 1 ? 4 : 0))
  }

  @Test(
    "a target that contains another's comes back with its merger, whatever was done to it",
    arguments: 0...2)
  func containedTarget(_ way: Int) throws {
    let set = { (code: String, unit: String) in
      _ = try desk.setTarget(
        code, amount: "5", unit: unit, year: 2021, draft: TargetDraft(amount: 0))
    }
    try set("clinics.accepted", "v1")
    _ = try desk.mergeUnit("v1", into: "v2", on: try day("2021-05-31"))
    let merged = try head()
    try set("clinics.accepted", "v2")
    try undo(merged + 1)
    if way == 2 { try undo(merged) } else { _ = try desk.moveUnit("v1", under: "t2") }
    try set("clinics.doctors-trained", "v2")
    if way == 1 { try undo(merged + 3) }
    _ = try followed(merged + 2)
    #expect(try desk.ledger.targets(of: try desk.unit("v2").unit.id).count == 1)
  }

  @Test("a number that gave way to a group names who counts in it, and since when")
  func groupMember() throws {
    let doctor = { (name: String, village: String, qualification: String) in
      try fixture.add(
        "workforce.village-doctor", "village=\(village)", "person=\(name)",
        "qualification=\(qualification)", "serves-from=2020-11-01")
    }
    for way in 0..<3 {
      let village = ["v1", "v2", "v3"][way]
      let other = ["v4", "v4", "v4"][way]
      _ = try desk.log(
        "workforce.villages-covered", "1", unit: village, on: try day("2021-01-24"), year: nil,
        note: "", isLevel: false)
      let number = try head()
      _ = try doctor("甲\(way)", village, "physician")
      let id = try doctor("乙\(way)", way == 1 ? other : village, way == 2 ? "none" : "physician")
      if way == 0 { _ = try doctor("丙", village, "none") }
      if way == 1 { try fixture.set("workforce.village-doctor", id, "village=\(village)") }
      if way == 2 { try fixture.set("workforce.village-doctor", id, "qualification=physician") }
      try undo(number + 1)
      #expect(try followed(number) == [way == 0 ? number + 2 : number + 3])
    }
  }

  @Test("all that a rule over records is kept by is named, in order")
  func rule() throws {
    try fixture.add(
      "workforce.post", "code=P1", "hospital=h1", "year=2021", "title=护士", "openings=1",
      "approved-on=2021-01-01")
    try fixture.set("workforce.post", "P1", "openings=3", on: "2021-01-15")
    let raised = try head()
    for (name, on) in [("甲", "2021-02-01"), ("乙", "2021-03-01"), ("丙", "2021-04-01")] {
      try fixture.add("workforce.hire", "post=P1", "person=\(name)", "hired-on=\(on)")
    }
    #expect(try followed(raised).count == 2)
  }
}
