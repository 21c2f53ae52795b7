import Storage
import TargetEngine
import Testing

@testable import Desk

/// Source: `engine.md`, "Figures come by list or by number".
@Suite struct SourcingTests {
  @Test("a unit that reports by list refuses numbers from its day on, and so do those below it")
  func byList() throws {
    let fixture = try Fixture()
    _ = try fixture.desk.setSourcing(
      "a.done", unit: "t1", byList: true, since: try day("2021-05-01"))
    try fixture.log("a.done", "1", "v1", "2021-04-30")
    #expect(throws: DeskError.reportsByList(indicator: "a.done", unit: "unit v1")) {
      try fixture.log("a.done", "1", "v1", "2021-05-01")
    }
    try fixture.log("a.done", "1", "v3", "2021-05-01")
    _ = try fixture.desk.setSourcing(
      "a.done", unit: "v1", byList: false, since: try day("2021-05-10"))
    try fixture.log("a.done", "1", "v1", "2021-05-10")
    #expect(try fixture.actual("a.done", "2021-05", "d") == 3)
  }

  @Test("a closed unit keeps its history and refuses entries dated after its closing")
  func closed() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "1", "v1", "2021-05-01")
    _ = try fixture.desk.closeUnit("v1", on: try day("2021-05-31"))
    try fixture.log("a.done", "1", "v1", "2021-05-31")
    #expect(throws: DeskError.unitClosed("unit v1", on: try day("2021-05-31"))) {
      try fixture.log("a.done", "1", "v1", "2021-06-01")
    }
    #expect(try fixture.actual("a.done", "2021-06", "d") == 2)
  }

  @Test("set 120 posts the difference, and a day inside a month sees only what came before")
  func level() throws {
    let fixture = try Fixture()
    try fixture.log("b.level", "100", "v1", "2021-06-10")
    try fixture.log("b.level", "30", "v1", "2021-06-25")
    _ = try fixture.desk.log(
      "b.level", "120", unit: "v1", on: try day("2021-06-20"), year: nil, note: "", isLevel: true)
    let entries = try fixture.desk.ledger.entries(EntryQuery())
    #expect(entries.first?.amount == 20)
    #expect(try fixture.actual("b.level", "2021-06", "d") == 150)
    let board = try fixture.desk.dashboard(module: "b", unit: "d", on: try day("2021-06-15"))
    #expect(board.items.first?.line.actual == .amount(100))
  }

  @Test("a sum that leaves 64 bits is refused and nothing is written")
  func overflow() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "9223372036854775807", "v1", "2021-05-01")
    #expect(throws: (any Error).self) { try fixture.log("a.done", "1", "v1", "2021-05-02") }
    #expect(throws: (any Error).self) { try fixture.log("a.done", "1", "v2", "2021-05-02") }
    #expect(try fixture.actual("a.done", "2021-05", "d") == .max)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
