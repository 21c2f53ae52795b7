import Storage
import TargetEngine
import Testing

@testable import Desk

/// A unit that is moved or merged takes its figures along: the receipt names the levels said above it that are
/// others now. Source: `engine.md`, "level statement".
@Suite struct MovedUnitLevelTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws {
    fixture = try Fixture(today: "2021-08-31")
    try fixture.log("b.level", "8", "v1", "2021-04-10")
    try fixture.log("b.level", "2", "v1", "2021-04-20")
    try say("70", "t1", "2021-04-15")
    try say("30", "t2", "2021-04-15")
    try say("300", "d", "2021-06-30")
  }

  private func say(_ level: String, _ unit: String, _ on: String) throws {
    _ = try desk.log(
      "b.level", level, unit: unit, on: try day(on), year: nil, note: "", isLevel: true)
  }

  /// Unit, day, before and now of each level that a receipt names.
  private func told<Result>(_ written: Written<Result>) throws -> [String] {
    for level in written.levels {
      #expect(try desk.level("b.level", level.unit.code, "\(level.moved.day)") == level.moved.now)
    }
    return written.levels.map {
      "\($0.unit.code) \($0.moved.day) \($0.moved.before) \($0.moved.now)"
    }.sorted()
  }

  private func undoLast() throws -> Written<UndoneTransaction> {
    try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
  }

  @Test("a move, its undo, and the undo of that")
  func moved() throws {
    let told = ["t1 2021-04-15 70 62", "t2 2021-04-15 30 38"]
    let back = ["t1 2021-04-15 62 70", "t2 2021-04-15 38 30"]
    #expect(try self.told(desk.moveUnit("v1", under: "t2")) == told)
    #expect(try self.told(undoLast()) == back)
    #expect(try self.told(undoLast()) == told)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a merger: the absorbing unit's levels hold what the other had")
  func merged() throws {
    try say("5", "v2", "2021-04-30")
    let merged = try desk.mergeUnit("v1", into: "v2", on: try day("2021-07-31"))
    #expect(try told(merged) == ["v2 2021-04-30 5 15"])
    #expect(try told(undoLast()) == ["v2 2021-04-30 15 5"])
    try say("1", "v3", "2021-05-31")
    let other = try desk.mergeUnit("v1", into: "v3", on: try day("2021-07-31"))
    #expect(
      try told(other) == ["t1 2021-04-15 70 62", "t2 2021-04-15 30 38", "v3 2021-05-31 1 11"])
  }

  @Test("a unit with nothing, or whose figures come later, moves without a word")
  func silent() throws {
    try fixture.log("b.level", "9", "v2", "2021-04-16")
    for unit in ["v2", "v4"] {
      #expect(try desk.moveUnit(unit, under: unit == "v2" ? "t2" : "t1").levels.isEmpty)
    }
  }

  @Test(
    "whatever is moved, merged, said and undone: a receipt names exactly what became another",
    arguments: 1...6)
  func random(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let units = ["d", "t1", "t2", "v1", "v2", "v3", "v4"]
    var before = try standing()
    for step in 0..<40 {
      let unit = units.randomElement(using: &random) ?? "v1"
      let on = try #require(
        Day(number: try day("2021-03-01").number + Int.random(in: 0..<120, using: &random)))
      let levels: [LevelNotice]
      var saidNow: (unit: String, day: Day)?
      do {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2:
          saidNow = (unit, on)
          levels = try desk.log(
            "b.level", "\(Int.random(in: 0..<90, using: &random))", unit: unit, on: on, year: nil,
            note: "", isLevel: true
          ).levels
        case 3...4:
          levels = try desk.log(
            "b.level", "\(Int.random(in: -3..<9, using: &random))", unit: unit, on: on, year: nil,
            note: "", isLevel: false
          ).levels
        case 5...6:
          levels = try desk.moveUnit(unit, under: units.randomElement(using: &random) ?? "t1")
            .levels
        case 7:
          levels = try desk.mergeUnit(
            unit, into: units.randomElement(using: &random) ?? "v2", on: try day("2021-08-01")
          ).levels
        default:
          let head = try desk.ledger.head().transaction
          let number = Int64.random(in: max(9, head - 5)...head, using: &random)
          levels = try desk.undo("\(number)", reason: "r").levels
        }
      } catch is DeskError { continue }
      let now = try standing()
      // What stands before and after with another figure, but for what this very command said.
      let expected = now.filter { key, level in
        before[key].map { $0.seq == level.seq && $0.amount != level.amount } ?? false
      }.map { "\($0.key) \(before[$0.key]?.amount ?? 0) \($0.value.amount)" }.sorted()
      let told = levels.map {
        "\($0.unit.code) \($0.moved.day) \($0.moved.before) \($0.moved.now)"
      }.sorted()
      #expect(told == expected, "seed \(seed) step \(step) \(saidNow.map { "\($0)" } ?? "")")
      before = now
    }
    #expect(try desk.ledger.check().isEmpty)
  }

  /// The statements in force by unit and day, each with its entry and the present level of its day.
  private func standing() throws -> [String: (seq: Int64, amount: Int64)] {
    let level = try desk.indicator("b.level")
    var query = EntryQuery(indicator: level.id, isTold: true)
    query.limit = nil
    let codes = Dictionary(
      uniqueKeysWithValues: try desk.ledger.units().map { ($0.unit.id, $0.unit.code) })
    var standing: [String: (seq: Int64, amount: Int64)] = [:]
    for entry in try desk.ledger.entries(query) where entry.level != nil {
      let code = codes[entry.unit] ?? ""
      standing["\(code) \(entry.day)"] = (
        entry.seq, try desk.level("b.level", code, "\(entry.day)")
      )
    }
    return standing
  }
}
