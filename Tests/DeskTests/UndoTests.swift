import Foundation
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

  @Test("an import of units with their entries is undone, and may be done again")
  func ownUse() throws {
    let fixture = try Fixture()
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    let texts = [
      "code,parent,name,kind\nx,t1,x,village\ny,x,y,village\nz,x,z,village\n",
      "date,indicator,unit,amount\n2021-05-01,a.done,y,3\n",
    ]
    var paths: [String] = []
    for (place, text) in texts.enumerated() {
      paths.append("\(folder)-\(place).csv")
      try text.write(toFile: paths[place], atomically: true, encoding: .utf8)
    }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    _ = try fixture.desk.importFiles(paths)
    let number = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(number)", reason: "r")
    #expect(try fixture.actual("a.done", "2021-06", "d") ?? 0 == 0)
    let isThere = {
      try ["x", "y", "z"].map { try fixture.desk.ledger.unit(code: $0) != nil }
    }
    #expect(try isThere() == [false, false, false])
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    // What was entered is still told by its names.
    let entries = try fixture.desk.ledger.entries(EntryQuery())
    #expect(try fixture.desk.traced(entries).map(\.unit.code) == ["y", "y"])
    _ = try fixture.desk.undo("\(number + 1)", reason: "r")
    #expect(try isThere() == [true, true, true])
    #expect(try fixture.actual("a.done", "2021-06", "d") == 3)
    #expect(try fixture.desk.ledger.check().isEmpty)
    _ = try fixture.desk.undo("\(number + 2)", reason: "r")
    _ = try fixture.desk.importFiles(paths)
    #expect(try fixture.actual("a.done", "2021-06", "d") == 3)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    // The first ones' codes are taken.
    #expect(throws: DeskError.undo(.neededBy(transaction: number + 4))) {
      try fixture.desk.undo("\(number + 3)", reason: "r")
    }
  }

  @Test("what was undone is in the way of nothing")
  func undoneIsNoObstacle() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    let last = { try desk.ledger.head().transaction }
    _ = try desk.addUnit(
      code: "x", name: "x", kind: .village, parent: "t1", opened: nil, aliases: [])
    let made = try last()
    _ = try desk.moveUnit("x", under: "t2")
    let moved = try last()
    #expect(throws: DeskError.undo(.neededBy(transaction: moved))) {
      try desk.undo("\(made)", reason: "r")
    }
    _ = try desk.undo("\(moved)", reason: "r")
    _ = try desk.undo("\(made)", reason: "r")
    let gone = try last()
    // Its move comes back only after the unit.
    #expect(throws: DeskError.undo(.neededBy(transaction: gone))) {
      try desk.undo("\(moved + 1)", reason: "r")
    }
    _ = try desk.undo("\(gone)", reason: "r")
    _ = try desk.undo("\(moved + 1)", reason: "r")
    #expect(try desk.unit("x").unit.parent == desk.unit("t2").unit.id)
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("of a chain of undos any that is in force is undone, or what stands in the way is in force")
  func chain() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<8 {
      let fixture = try Fixture()
      let desk = fixture.desk
      _ = try desk.moveUnit("v1", under: "t2")
      let moved = try desk.ledger.head().transaction
      var undone: [Int64: Int64] = [:]
      func isInForce(_ number: Int64) -> Bool {
        !undone.contains { $0.value == number && isInForce($0.key) }
      }
      for _ in 0..<16 {
        let last = try desk.ledger.head().transaction
        let number = try #require((moved...last).filter(isInForce).randomElement(using: &random))
        do {
          _ = try desk.undo("\(number)", reason: "r")
          undone[last + 1] = number
        } catch DeskError.undo(let fault) where !fault.obstacles.isEmpty {
          let others = fault.obstacles
          #expect(
            others.first.map(isInForce) == true && !others.contains(number),
            "undo \(number): \(others) after \(undone)")
        }
        let parent = try desk.unit("v1").unit.parent
        #expect(parent == (try desk.unit(isInForce(moved) ? "t2" : "t1").unit.id), "\(undone)")
      }
      #expect(try desk.ledger.check().isEmpty)
      #expect(try desk.ledger.verify().isEmpty)
    }
  }

  @Test(
    "what was entered for a unit or an indicator that is gone is in no list, and comes back with it"
  )
  func listsOfGone() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    let told = { () throws -> [String] in
      var told: [String] = []
      try desk.eachEntry { told.append("\($0.unit.code) \($0.indicator.code) \($0.amount)") }
      return told
    }
    _ = try desk.addUnit(
      code: "x", name: "x", kind: .village, parent: "t1", opened: nil, aliases: [])
    let unit = try desk.ledger.head().transaction
    _ = try desk.addIndicator(IndicatorDraft(code: "z.n", name: "z", kind: "flow", measure: "个"))
    try fixture.log("a.done", "3", "x", "2021-05-10")
    try fixture.log("z.n", "4", "v1", "2021-05-10")
    for number in [unit + 3, unit + 2] { _ = try desk.undo("\(number)", reason: "r") }
    #expect(try told().count == 4)
    for number in [unit + 1, unit] { _ = try desk.undo("\(number)", reason: "r") }
    #expect(try told() == [])
    _ = try desk.undo("\(unit + 7)", reason: "r")
    #expect(try told() == ["x a.done -3", "x a.done 3"])
  }

  @Test("a number that was undone does not keep its unit, and comes back only after it")
  func undoneUse() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    _ = try desk.addUnit(
      code: "x", name: "x", kind: .village, parent: "t1", opened: nil, aliases: [])
    let made = try desk.ledger.head().transaction
    try fixture.log("a.done", "1", "x", "2021-05-20")
    #expect(throws: DeskError.undo(.neededBy(transaction: made + 1))) {
      try desk.undo("\(made)", reason: "r")
    }
    _ = try desk.undo("\(made + 1)", reason: "r")
    _ = try desk.undo("\(made)", reason: "r")
    #expect(try desk.ledger.unit(code: "x") == nil)
    #expect(try desk.ledger.check().isEmpty)
    #expect(throws: DeskError.undo(.neededBy(transaction: made + 3))) {
      try desk.undo("\(made + 2)", reason: "r")
    }
    _ = try desk.undo("\(made + 3)", reason: "r")
    _ = try desk.undo("\(made + 2)", reason: "r")
    #expect(try fixture.actual("a.done", "2021-06", "d") == 1)
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("what stands in a closed report is not taken away, and no advice says otherwise")
  func closed() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    _ = try desk.addUnit(
      code: "x", name: "x", kind: .village, parent: "t1", opened: nil, aliases: [])
    let made = try desk.ledger.head().transaction
    try fixture.log("a.done", "1", "x", "2021-05-20")
    _ = try desk.close(try #require(Month("2021-05")), module: nil, reissue: nil)
    _ = try desk.undo("\(made + 1)", reason: "r")
    #expect(throws: DeskError.undo(.keptBy(transaction: made + 2, .closing))) {
      try desk.undo("\(made)", reason: "r")
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

  @Test("a reason of nothing but blanks is none", arguments: [" ", "\u{3000}", "\u{200B}"])
  func blankReason(_ reason: String) throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "5", "v1", "2021-05-20")
    let head = try fixture.desk.ledger.head()
    let fault = DeskError.emptyText(of: Text("理由", "reason"))
    #expect(throws: fault) {
      try fixture.desk.undo("\(head.transaction)", reason: reason)
    }
    #expect(throws: fault) {
      try fixture.desk.correct(
        "\(head.transaction).1", amount: "4", unit: nil, on: nil, reason: reason)
    }
    #expect(try fixture.desk.ledger.head() == head)
  }
}
