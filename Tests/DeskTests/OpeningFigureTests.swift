import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Numbers that give way to a list, through undo and undo of undo. Source: `engine.md`, "Undo".
@Suite struct OpeningFigureTests {
  private let fixture: RecordFixture

  init() throws {
    fixture = try RecordFixture()
    _ = try fixture.desk.log(
      "clinics.in-training", "12", unit: "h2", on: try day("2021-03-01"), year: nil, note: "",
      isLevel: false)
  }

  private func course(_ title: String, _ count: Int) throws -> Int64 {
    try fixture.add(
      "clinics.course", "title=\(title)", "audience=villageDoctor", "organiser=h2",
      "started-on=2021-05-01", "attending=\(count)")
    return try last()
  }

  private func last() throws -> Int64 { try fixture.desk.ledger.head().transaction }

  private func undo(_ number: Int64) throws {
    _ = try fixture.desk.undo("\(number)", reason: "r")
    #expect(try fixture.desk.ledger.check().isEmpty, "after undoing \(number)")
  }

  private func actual() throws -> Int64 {
    try fixture.actual("clinics.in-training", "2021-06", "d")
  }

  @Test(
    "a record undone under a later rule by number and brought back leaves every figure as it was",
    arguments: ["2021-04-01", "2021-05-01"],
    ["2021-04-01", "2021-04-05", "2021-04-20", "2021-05-01"])
  func laterRule(recordDay: String, since: String) throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    _ = try desk.log(
      "clinics.accepted", "2", unit: "c1", on: try day("2021-04-05"), year: nil, note: "",
      isLevel: false)
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "accepted-on=\(recordDay)", "stage=达标")
    let made = try desk.ledger.head().transaction
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "c1", byList: false, since: try day(since))
    let figures = try fixture.figures()
    _ = try desk.undo("\(made)", reason: "r")
    let without = try fixture.figures()
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    #expect(try fixture.figures() == figures)
    #expect(try desk.ledger.check().isEmpty)
    // Once and once more.
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    #expect(try fixture.figures() == without)
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    #expect(try fixture.figures() == figures)
  }

  @Test("undo brings the number back, undo of that takes it away once")
  func undoOfUndo() throws {
    let course = try course("甲班", 15)
    #expect(try actual() == 15)
    #expect(try last() == course)
    for _ in 0..<3 {
      let before = try last()
      try undo(before)
      #expect(try actual() == 12)
      try undo(before + 1)
      #expect(try actual() == 15)
    }
    #expect(try fixture.desk.ledger.verify().isEmpty)
    try fixture.desk.ledger.rebuild()
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a number that gave way and came back can be taken back itself")
  func numberBesideRules() throws {
    _ = try course("甲班", 15)
    let source = { (byList: Bool) in
      _ = try fixture.desk.setSourcing(
        "clinics.in-training", unit: "h2", byList: byList, since: try day("2021-01-01"))
    }
    try source(false)
    #expect(try actual() == 12)
    _ = try fixture.desk.log(
      "clinics.in-training", "7", unit: "h2", on: try day("2021-06-01"), year: nil, note: "",
      isLevel: false)
    let logged = try last()
    #expect(try actual() == 19)
    try source(true)
    let listed = try last()
    #expect(try actual() == 15)
    #expect(throws: DeskError.undo(.neededBy(transaction: listed))) { try undo(logged) }
    try undo(listed)
    #expect(try actual() == 19)
    try undo(logged)
    #expect(try actual() == 12)
  }

  @Test("what was taken away is not given back by undos of what came after")
  func removed() throws {
    let made = try course("甲班", 7)
    _ = try fixture.desk.removeRecords(
      ["甲班/2021-05-01"], in: try fixture.shape("clinics.course"), reason: "r")
    #expect(try actual() == 0)
    for figure in [7, 0, 7, 0] as [Int64] {
      try undo(try last())
      #expect(try actual() == figure)
    }
    try undo(try last())
    try undo(made)
    #expect(try actual() == 12)
  }

  @Test("a list that went to another unit, and came back")
  func moved() throws {
    _ = try course("甲班", 7)
    try fixture.set("clinics.course", "甲班/2021-05-01", "organiser=h1")
    #expect(try fixture.actual("clinics.in-training", "2021-06", "h2") == 0)
    for figure in [7, 0, 7] as [Int64] {
      try undo(try last())
      #expect(try fixture.actual("clinics.in-training", "2021-06", "h2") == figure)
    }
  }

  @Test("a number that gave way is corrected nowhere, and is not undone beside its list")
  func correction() throws {
    let number = try last()
    // These two come to nothing, so that nothing of them gives way.
    for amount in ["5", "-5"] {
      _ = try fixture.desk.log(
        "clinics.in-training", amount, unit: "h2", on: try day("2021-02-01"), year: nil, note: "",
        isLevel: false)
    }
    let list = try course("甲班", 7)
    for entry in [number, number + 1] {
      for (unit, on) in [("h1", nil), (nil, try day("2021-02-02")), ("h1", try day("2021-04-02"))] {
        #expect(throws: DeskError.notCorrectable("\(entry).1", .gaveWay(to: list))) {
          try fixture.desk.correct("\(entry).1", amount: "4", unit: unit, on: on, reason: "r")
        }
      }
      #expect(throws: DeskError.undo(.neededBy(transaction: list))) { try undo(entry) }
    }
    #expect(try fixture.actual("clinics.in-training", "2021-06", "d") == 7)
    try undo(list)
    _ = try fixture.desk.correct("\(number).1", amount: nil, unit: "h1", on: nil, reason: "r")
    #expect(try fixture.actual("clinics.in-training", "2021-06", "h1") == 12)
    #expect(try fixture.actual("clinics.in-training", "2021-06", "h2") == 0)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("numbers come back where a rule returns to them, and undo returns to what was before")
  func rules() throws {
    let list = try course("甲班", 7)
    let since = try day("2021-01-01")
    let rule = { (byList: Bool) in
      _ = try fixture.desk.setSourcing(
        "clinics.in-training", unit: "h2", byList: byList, since: since)
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
    try rule(false)
    #expect(try actual() == 12)
    _ = try fixture.desk.log(
      "clinics.in-training", "3", unit: "h2", on: try day("2021-03-01"), year: nil, note: "",
      isLevel: false)
    let number = try last()
    try rule(true)
    #expect(try actual() == 7)
    for figure in [15, 7, 15] as [Int64] {
      try undo(try last())
      #expect(try actual() == figure)
    }
    _ = try fixture.desk.correct("\(number).1", amount: "4", unit: nil, on: nil, reason: "r")
    #expect(try actual() == 16)
    try undo(list)
    #expect(try actual() == 16)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a unit that never had numbers takes them once its only list is undone")
  func neverNumbers() throws {
    for isRebuilt in [false, true] {
      let unit = isRebuilt ? "v1" : "h1"
      try fixture.add(
        "clinics.course", "title=\(unit)", "audience=villageDoctor", "organiser=\(unit)",
        "started-on=2021-05-01", "attending=4")
      let log = {
        _ = try fixture.desk.log(
          "clinics.in-training", "1", unit: unit, on: try day("2021-04-01"), year: nil, note: "",
          isLevel: false)
      }
      #expect(
        throws: DeskError.reportsByList(indicator: "clinics.in-training", unit: "unit \(unit)")
      ) { try log() }
      try undo(try last())
      if isRebuilt { try fixture.desk.ledger.rebuild() }
      try log()
      #expect(try fixture.actual("clinics.in-training", "2021-06", unit) == 1)
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
  }

  @Test("a record that was brought back is undone by its own number")
  func broughtBack() throws {
    let list = try course("甲班", 7)
    try undo(list)
    try undo(list + 1)
    #expect(try actual() == 7)
    try undo(list)
    #expect(try actual() == 12)
  }

  @Test("of two courses the first undone leaves the second; the last undone brings the number back")
  func twoCourses() throws {
    let (first, second) = (try course("甲班", 15), try course("乙班", 4))
    #expect(try actual() == 19)
    try undo(first)
    #expect(try actual() == 4)
    // The number rests below the list that is left.
    #expect(throws: DeskError.undo(.neededBy(transaction: second))) { try undo(first - 1) }
    try undo(second)
    #expect(try actual() == 12)
    try undo(first + 2)
    #expect(try actual() == 15)
    try undo(second + 2)
    #expect(try actual() == 19)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("the place takes numbers again once the list is undone, also after a rebuild")
  func byNumberAgain() throws {
    try undo(try course("甲班", 15))
    try fixture.desk.ledger.rebuild()
    #expect(try fixture.desk.ledger.check().isEmpty)
    _ = try fixture.desk.log(
      "clinics.in-training", "1", unit: "h2", on: try day("2021-04-01"), year: nil, note: "",
      isLevel: false)
    #expect(try actual() == 13)
    _ = try course("乙班", 4)
    #expect(try actual() == 4)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test(
    "a list that is in force again is one, though a rule has left its days to numbers meanwhile")
  func ruledMeanwhile() throws {
    let desk = fixture.desk
    try fixture.add(
      "clinics.project", "facility=h1", "year=2021", "assessed-on=2021-01-15",
      "accepted-on=2021-04-02")
    let added = try last()
    try undo(added)
    let undone = try last()
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "t1", byList: false, since: try day("2021-02-26"))
    try undo(undone)
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d") ?? 0 == 0)
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("a file imported again stands in the way of an undo that would remember it twice")
  func importedTwice() throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    try "date,indicator,unit,amount\n2021-04-01,clinics.plans,v1,3\n".replacing(
      "clinics.plans", with: "clinics.doctors-trained"
    ).write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try fixture.desk.importFiles([path])
    let first = try last()
    try undo(first)
    _ = try fixture.desk.importFiles([path])
    #expect(throws: DeskError.undo(.neededBy(transaction: first + 2))) { try undo(first + 1) }
    #expect(try fixture.actual("clinics.doctors-trained", "2021-04", "d") == 3)
  }

  @Test("a unit, an indicator and a setting made again stand in the way of what was undone")
  func madeAgain() throws {
    let desk = fixture.desk
    let makes: [() throws -> Void] = [
      {
        _ = try desk.addUnit(
          code: "v9", name: "again", kind: .village, parent: "t1", opened: nil, aliases: [])
      },
      { _ = try desk.set(.phone, to: "123") },
    ]
    for make in makes {
      try make()
      let first = try last()
      try undo(first)
      try make()
      let again = try last()
      #expect(throws: DeskError.undo(.neededBy(transaction: again))) { try undo(first + 1) }
    }
  }
}
