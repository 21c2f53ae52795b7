import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What counts beside its equal is named by whatever brings it, and what was left out because of another is named when
/// that goes.
@Suite struct RepeatedEntryTests {
  private static let header = "date,indicator,unit,amount,note\n"
  private static let may = header + "2021-05-10,a.done,v1,5,\n2021-05-11,a.done,v2,7,x\n"

  private func log(_ desk: Desk, _ amount: String = "5", note: String = "") throws -> Int64 {
    try desk.log(
      "a.done", amount, unit: "v1", on: try day("2021-05-10"), year: nil, note: note,
      isLevel: false
    ).head.transaction
  }

  private func undo(_ desk: Desk, _ number: Int64) throws -> UndoneTransaction {
    let undone = try desk.undo("\(number)", reason: "r").result
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
    return undone
  }

  private func pairs(_ undone: UndoneTransaction) -> [String] {
    undone.repeated.map { "\($0.entry.id) \($0.other)" }
  }

  @Test("a row that comes back beside one that was logged meanwhile, and the other way round")
  func backBesideHand() throws {
    let desk = try Fixture().desk
    let file = try desk.take([Self.may]).head.transaction
    let undone = try undo(desk, file)
    #expect(pairs(undone) == [] && undone.passedOver.isEmpty)
    let first = try desk.ledger.head().transaction
    let hand = try log(desk)
    let again = try undo(desk, first)
    #expect(pairs(again) == ["TEST-\(file).1 TEST-\(hand).1"])
    let second = try desk.ledger.head().transaction
    _ = try undo(desk, hand)
    let third = try desk.ledger.head().transaction
    #expect(pairs(try undo(desk, third)) == ["TEST-\(hand).1 TEST-\(file).1"])
    // What was corrected says something else.
    _ = try undo(desk, second)
    let fourth = try desk.ledger.head().transaction
    _ = try desk.correct("\(hand).1", amount: "6", unit: nil, on: nil, reason: "r")
    #expect(pairs(try undo(desk, fourth)) == [])
  }

  @Test("a number that is logged twice")
  func loggedTwice() throws {
    let desk = try Fixture().desk
    let say = { (amount: String, note: String) in
      try desk.log(
        "a.done", amount, unit: "v1", on: try day("2021-05-10"), year: nil, note: note,
        isLevel: false
      ).result.equal
    }
    #expect(try say("5", "") == nil)
    let first = try desk.ledger.head().transaction
    #expect(try say("5", "a") == nil)
    #expect(try say("6", "") == nil)
    #expect(try say("5", "") == "TEST-\(first).1")
    _ = try undo(desk, try desk.ledger.head().transaction)
    _ = try undo(desk, first)
    #expect(try say("5", "") == nil)
  }

  @Test("rows passed over because of a file, or of a number by hand, that is undone")
  func passedOver() throws {
    let desk = try Fixture().desk
    let hand = try log(desk)
    let file = try desk.take([Self.header + "2021-05-11,a.done,v2,7,x\n"]).head.transaction
    let other = try desk.take(
      [Self.may + "2021-05-12,a.done,v3,1,\n"], ImportOptions(same: .skip)
    ).head.transaction
    let passed = { (number: Int64) in
      try undo(desk, number).passedOver.map { "\($0.transaction) \($0.files) \($0.rows)" }
    }
    let expected = ["\(other) [\"0.csv\"] 1"]
    for number in [hand, file] {
      #expect(try passed(number) == expected)
      #expect(try passed(try desk.ledger.head().transaction) == [])
      #expect(try passed(try desk.ledger.head().transaction) == expected)
      _ = try passed(try desk.ledger.head().transaction)
    }
    // As long as another says the same nothing is lost.
    let second = try log(desk)
    _ = try desk.take(
      [Self.header + "2021-05-10,a.done,v1,5,\n2021-05-13,a.done,v3,2,\n"],
      ImportOptions(same: .skip))
    #expect(try passed(second) == [])
    // Nor where what left it out is undone itself.
    _ = try undo(desk, other)
    #expect(try passed(file) == [])
  }

  @Test("rows passed over that another says since are not said to count nowhere")
  func saidSince() throws {
    let desk = try Fixture().desk
    let first = try log(desk)
    let file = try desk.take([Self.may], ImportOptions(same: .skip)).head.transaction
    let second = try log(desk)
    #expect(try undo(desk, first).passedOver.isEmpty)
    let undone = try desk.ledger.head().transaction
    _ = try undo(desk, second)
    // Brought by the file itself.
    _ = try desk.take([Self.may], ImportOptions(again: true, same: .skip))
    _ = try undo(desk, undone)
    let back = try desk.ledger.head().transaction
    #expect(try undo(desk, back).passedOver.isEmpty)
    #expect(file > first)
  }

  @Test("of an import only the rows are said to be left out that nothing else says")
  func saidInPart() throws {
    let desk = try Fixture().desk
    let other = try desk.take([Self.may + "2021-05-12,a.done,v3,1,\n"]).head.transaction
    let file = try desk.take(
      [Self.may + "2021-05-13,a.done,v3,2,\n"], ImportOptions(same: .skip)
    ).head.transaction
    let single = try log(desk)
    let passed = try undo(desk, other).passedOver
    #expect(passed.map { "\($0.transaction) \($0.rows)" } == ["\(file) 1"])
    _ = try undo(desk, try desk.ledger.head().transaction)
    _ = try undo(desk, single)
    #expect(try undo(desk, other).passedOver.map(\.rows) == [2])
  }

  @Test("a row that was corrected since hinders no undo")
  func correctedAway() throws {
    let desk = try Fixture().desk
    let first = try desk.take([Self.may]).head.transaction
    _ = try undo(desk, first)
    let undone = try desk.ledger.head().transaction
    let other = try desk.take([Self.header + "2021-05-10,a.done,v1,5,\n"]).head.transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: other))) { try undo(desk, undone) }
    _ = try desk.correct("\(other).1", amount: "6", unit: nil, on: nil, reason: "r")
    #expect(pairs(try undo(desk, undone)) == [])
  }
}
