import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Source: `engine.md`, "level statement".
@Suite struct LevelTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try Fixture() }

  @discardableResult
  private func say(
    _ level: String, _ unit: String, _ on: String
  ) throws -> Written<Desk.Logged> {
    try desk.log(
      "b.level", level, unit: unit, on: try day(on), year: nil, note: "", isLevel: true)
  }

  private func last() throws -> Int64 { try desk.ledger.head().transaction }

  private func undo(_ number: Int64) throws {
    _ = try desk.undo("\(number)", reason: "r")
    try prove()
  }

  private func prove() throws {
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  /// The level of a day, by the totals and entries after it.
  private func level(_ unit: String, _ on: String) throws -> Int64 {
    try desk.level("b.level", unit, on)
  }

  @Test("a level is kept as such, and posts what was missing on its day")
  func kept() throws {
    try fixture.log("b.level", "20", "v1", "2021-05-20")
    let said = try say("120", "t1", "2021-06-15")
    #expect(said.result.level?.missing == 100)
    let entry = try #require(try desk.ledger.entries(EntryQuery(limit: 1)).first)
    #expect(entry.source == "level 120" && entry.amount == 100)
    #expect(try level("t1", "2021-06-15") == 120)
    #expect(try level("t1", "2021-06-14") == 20)
    try prove()
  }

  @Test("what is said for one day never changes what was said for a later one")
  func late() throws {
    try say("120", "v1", "2021-06-30")
    try say("130", "v1", "2021-07-31")
    #expect(try say("100", "v1", "2021-03-31").result.level?.until == day("2021-06-30"))
    #expect(try say("110", "v1", "2021-05-10").result.level?.until == day("2021-06-30"))
    for (on, expected) in [
      ("2021-03-30", 0), ("2021-03-31", 100), ("2021-05-10", 110), ("2021-06-29", 110),
      ("2021-06-30", 120), ("2021-07-31", 130),
    ] as [(String, Int64)] {
      #expect(try level("v1", on) == expected, "\(on)")
    }
    try prove()
  }

  @Test("the same level again is unchanged; so is one that has become true by what was added")
  func unchanged() throws {
    try say("120", "v1", "2021-06-30")
    let before = try last()
    #expect(try say("120", "v1", "2021-06-30").result.level?.isKnown == true)
    #expect(try last() == before)
    try fixture.log("b.level", "3", "v1", "2021-06-10")
    let added = try last()
    #expect(try say("123", "v1", "2021-06-30").result.level?.isKnown == true)
    #expect(try last() == added)
    #expect(try say("120", "v1", "2021-06-30").result.level?.missing == -3)
    // Where nothing was said yet, a level that happens to be right is a statement all the same.
    #expect(try say("120", "v1", "2021-07-31").result.level?.isKnown == false)
    try say("500", "v1", "2021-07-01")
    #expect(try level("v1", "2021-07-31") == 120)
    try prove()
  }

  @Test("numbers, and levels of units below, count on top; the receipt names the days and figures")
  func onTop() throws {
    try say("120", "v1", "2021-06-30")
    try say("200", "t1", "2021-06-30")
    let added = try desk.log(
      "b.level", "5", unit: "v1", on: try day("2021-06-10"), year: nil, note: "", isLevel: false)
    #expect(added.levels.map(\.unit.code).sorted() == ["t1", "v1"])
    #expect(added.levels.map(\.moved.now).sorted() == [125, 205])
    #expect(added.levels.map(\.moved.before).sorted() == [120, 200])
    // A level below: the unit's own later statement stays true, those above count it.
    let below = try say("80", "v1", "2021-05-31")
    #expect(below.levels.isEmpty)
    let same = try say("130", "v1", "2021-06-30")
    #expect(same.levels.map(\.unit.code) == ["t1"])
    #expect(same.levels.map(\.moved.now) == [210])
    #expect(same.result.level?.replaced == 125 && below.result.level?.replaced == nil)
    // After the statement's day nothing is told, in the same month or later.
    let after = try desk.log(
      "b.level", "5", unit: "v1", on: try day("2021-07-01"), year: nil, note: "", isLevel: false)
    #expect(after.levels.isEmpty)
    try prove()
  }

  @Test("within a month, a number counts on top of the statements from its day on")
  func insideMonth() throws {
    try say("10", "v1", "2021-06-10")
    try say("20", "v1", "2021-06-20")
    let added = try desk.log(
      "b.level", "1", unit: "v1", on: try day("2021-06-15"), year: nil, note: "", isLevel: false)
    #expect(added.levels.map(\.moved.day) == [try day("2021-06-20")])
    #expect(try level("v1", "2021-06-10") == 10)
    #expect(try level("v1", "2021-06-20") == 21)
  }

  @Test("undo moves the net of the day to the next statement; undo of the undo moves it back")
  func undone() throws {
    try say("100", "v1", "2021-03-31")
    try say("120", "v1", "2021-06-30")
    let second = try last()
    try say("130", "v1", "2021-09-30")
    try undo(second)
    #expect(try level("v1", "2021-06-30") == 100)
    #expect(try level("v1", "2021-09-30") == 130)
    // What is said while it is undone stays when it comes back, and so does it.
    try say("90", "v1", "2021-05-31")
    #expect(try level("v1", "2021-09-30") == 130)
    try undo(second + 2)
    #expect(try level("v1", "2021-05-31") == 90)
    #expect(try level("v1", "2021-06-30") == 120)
    #expect(try level("v1", "2021-09-30") == 130)
    // Brought back, it is undone under its own number.
    try undo(second)
    #expect(try level("v1", "2021-06-30") == 90)
    #expect(try level("v1", "2021-09-30") == 130)
  }

  @Test("the last statement's undo leaves nothing behind")
  func undoneLast() throws {
    try fixture.log("b.level", "7", "v1", "2021-01-10")
    try say("100", "v1", "2021-03-31")
    try undo(try last())
    #expect(try level("v1", "2021-12-31") == 7)
  }

  @Test("a second statement of a day replaces the first, whose undo is refused, naming it")
  func replaced() throws {
    try say("100", "v1", "2021-03-31")
    let first = try last()
    try say("110", "v1", "2021-03-31")
    #expect(throws: DeskError.undo(.neededBy(transaction: first + 1))) { try undo(first) }
    let undone = try fixture.desk.undo("\(first + 1)", reason: "r").result
    #expect(undone.withdrawn.map(\.moved.before) == [100])
    #expect(undone.withdrawn.map(\.moved.now) == [110])
    #expect(try level("v1", "2021-03-31") == 0)
    // It was not undone: it is gone with the one that replaced it.
    #expect(throws: DeskError.undo(.hasNoEffect)) { try undo(first) }
    #expect(throws: DeskError.undo(.alreadyUndone(by: first + 2))) { try undo(first + 1) }
    // A third is said meanwhile: the second cannot come back beside it.
    try say("90", "v1", "2021-03-31")
    #expect(throws: DeskError.undo(.neededBy(transaction: first + 3))) { try undo(first + 2) }
    try undo(first + 3)
    try undo(first + 2)
    #expect(try level("v1", "2021-03-31") == 110)
  }

  @Test("an entry of a level is not corrected")
  func correction() throws {
    try say("120", "v1", "2021-06-30")
    try say("100", "v1", "2021-03-31")
    let number = try last()
    for place in 1...2 {
      #expect(
        throws: DeskError.notCorrectable("\(number).\(place)", .ofLevel(transaction: number))
      ) {
        _ = try desk.correct(
          "\(number).\(place)", amount: "5", unit: nil, on: nil, reason: "r")
      }
    }
  }

  @Test("only a stock has a level, and no plan year but its day's")
  func stocksOnly() throws {
    #expect(throws: DeskError.onlyStockIsSet("a.done")) {
      _ = try desk.log("a.done", "5", unit: "v1", on: nil, year: nil, note: "", isLevel: true)
    }
  }

  @Test("a level of a closed month shows as a correction of the next")
  func closedMonth() throws {
    try say("100", "v1", "2021-04-30")
    _ = try desk.close(try month("2021-05"), module: nil, reissue: nil)
    try say("110", "v1", "2021-05-31")
    let line = try #require(try fixture.line("b.level", "2021-06", "d"))
    #expect(line.corrected == 10)
    #expect(line.actual == .amount(110))
  }

  @Test("check finds a level entry that belongs to no statement")
  func tampered() throws {
    try say("120", "v1", "2021-06-30")
    try say("100", "v1", "2021-03-31")
    let indicator = try desk.indicator("b.level")
    let unit = try desk.unit("v1").unit
    _ = try desk.write { transaction in
      try transaction.post([
        Entry(
          unit: unit.id, indicator: indicator.id, day: try day("2021-06-30"), year: 2021, amount: 4,
          source: "level:20210331")
      ])
    }
    #expect(
      try desk.ledger.check() == [.level(unit: unit.id, indicator: indicator.id)])
  }
}

extension Desk {
  /// The level of a stock on a day, by totals and by the entries after it.
  func level(_ indicator: String, _ unit: String, _ on: String) throws -> Int64 {
    let (id, on) = (try self.indicator(indicator).id, try day(on))
    return try ledger.tallies(of: try self.unit(unit).unit.id, indicators: [id], on: on)[id]?
      .actual(.stock, year: on.year, through: on.month) ?? 0
  }
}
