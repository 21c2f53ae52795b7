import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Several who say the level of one day: `daily` and `other`, an event's hours, and people.
struct LevelWorld {
  let world: FormWorld

  init() throws {
    world = try FormWorld()
    let other = try FormDefinition(
      "other", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("另表", "Other"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [try line("1", "b.level")]))
    try world.write { try $0.set(other) }
  }

  func level() throws -> Int64? { try world.fixture.actual("b.level", "2021-03", "v1") }

  func say(_ level: Int64) throws -> Int64 {
    try world.desk.log(
      "b.level", "\(level)", unit: "v1", on: try day("2021-03-31"), year: nil, note: "",
      isLevel: true
    ).head.transaction
  }

  @discardableResult
  func accept(_ form: String, _ level: Int64, _ period: String = "2021-03") throws -> Int64 {
    let line = form == "daily" ? "3" : form == "flood" ? "2" : "1"
    try world.step(.submit(), form, period, "v1", [line: level])
    return try world.step(.accept, form, period, "v1")
  }

  @discardableResult
  func reopen(_ form: String, _ period: String = "2021-03") throws -> Int64 {
    try world.step(.reopen(reason: "重报"), form, period, "v1")
  }

  func undo(_ number: Int64) throws -> Int64 {
    try world.desk.undo("\(number)", reason: "误").head.transaction
  }

  func expectSound() throws {
    #expect(try world.ledger.check().isEmpty)
    #expect(try world.ledger.verify().isEmpty)
  }
}
