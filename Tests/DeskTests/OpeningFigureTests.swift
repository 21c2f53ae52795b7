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

  @Test("undo brings the number back, undo of that takes it away once")
  func undoOfUndo() throws {
    let course = try course("甲班", 15)
    #expect(try actual() == 15)
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
    #expect(course > 0)
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
