import Storage
import TargetEngine
import Testing

@testable import Desk

/// Source: `engine.md`, "Undo".
@Suite struct UndoTests {
  @Test("undo posts the transaction that reverses another; nothing is erased by it")
  func entries() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "5", "v1", "2021-05-20")
    let number = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(number)", reason: "重复")
    #expect(try fixture.actual("a.done", "2021-06", "d") == 0)
    #expect(try fixture.desk.ledger.entries(EntryQuery()).map(\.amount) == [-5, 5])
    #expect(throws: DeskError.undo(.alreadyUndone(by: number + 1))) {
      try fixture.desk.undo("#\(number)", reason: "again")
    }
    _ = try fixture.desk.undo("\(number + 1)", reason: "doch")
    #expect(try fixture.actual("a.done", "2021-06", "d") == 5)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a target goes back to the revision before")
  func target() throws {
    let fixture = try Fixture()
    for amount in ["79", "75"] {
      _ = try fixture.desk.setTarget(
        "a.done", amount: amount, unit: "d", year: 2021,
        draft: TargetDraft(amount: 0, effective: try day("2021-01-01")))
    }
    let number = try fixture.desk.ledger.head().transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: number))) {
      try fixture.desk.undo("\(number - 1)", reason: "r")
    }
    _ = try fixture.desk.undo("\(number)", reason: "r")
    #expect(try fixture.line("a.done", "2021-06", "d")?.plan?.amount == 79)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("it is refused, naming what depends on it, when later changes build on it")
  func dependents() throws {
    let fixture = try Fixture()
    _ = try fixture.desk.addUnit(
      code: "x", name: "x", kind: .village, parent: "t1", opened: nil, aliases: [])
    let made = try fixture.desk.ledger.head().transaction
    try fixture.log("a.done", "1", "x", "2021-05-20")
    let used = try fixture.desk.ledger.head().transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: used))) {
      try fixture.desk.undo("\(made)", reason: "r")
    }
    _ = try fixture.desk.correct("\(used).1", amount: "2", unit: nil, on: nil, reason: "typo")
    #expect(throws: DeskError.undo(.neededBy(transaction: used + 1))) {
      try fixture.desk.undo("\(used)", reason: "r")
    }
  }

  @Test("a unit, its name and its place come back")
  func units() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "4", "v1", "2021-05-20")
    _ = try fixture.desk.moveUnit("v1", under: "t2")
    _ = try fixture.desk.undo("\(try fixture.desk.ledger.head().transaction)", reason: "r")
    #expect(try fixture.actual("a.done", "2021-06", "t1") == 4)
    _ = try fixture.desk.addUnit(
      code: "x", name: "x", kind: .village, parent: "t1", opened: nil, aliases: [])
    _ = try fixture.desk.undo("\(try fixture.desk.ledger.head().transaction)", reason: "r")
    #expect(try fixture.desk.ledger.unit(code: "x") == nil)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }
}
