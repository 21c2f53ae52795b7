import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Levels in files. Source: `engine.md`, "level statement"; `cli.md`, `entries.csv`.
@Suite struct LevelFileTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try Fixture() }

  @discardableResult
  private func take(
    _ rows: [String], header: String = "date,indicator,unit,amount,mode", into desk: Desk? = nil
  ) throws -> Imported {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    try ([header] + rows).map { $0 + "\n" }.joined().write(
      toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try (desk ?? self.desk).importFiles([path], ImportOptions(again: true)).result
  }

  private func level(_ unit: String, _ on: String) throws -> Int64 {
    try desk.level("b.level", unit, on)
  }

  private static let rows = [
    "2021-06-30,b.level,d,500,level", "2021-06-30,b.level,t1,300,level",
    "2021-06-30,b.level,v1,100,时点", "2021-03-31,b.level,v1,90,level",
    "2021-03-15,b.level,v1,7,add", "2021-03-31,b.level,t1,250,level",
    "2021-06-10,b.level,v2,11,", "2021-04-12,b.level,t1,260,level",
    "2021-04-20,b.level,v1,95,level", "2021-07-02,b.level,v2,1,累加",
  ]

  private func expectLevels(_ desk: Desk) throws {
    for (unit, on, level) in [
      ("v1", "2021-03-31", 90), ("v1", "2021-04-20", 95), ("v1", "2021-06-30", 100),
      ("t1", "2021-03-31", 250), ("t1", "2021-04-12", 260), ("t1", "2021-06-30", 300),
      ("d", "2021-06-30", 500), ("d", "2021-07-31", 501), ("v2", "2021-06-30", 11),
    ] as [(String, String, Int64)] {
      #expect(try desk.level("b.level", unit, on) == level, "\(unit) \(on)")
    }
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("numbers count before levels, levels by day and lower units first, in any order of rows")
  func order() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<4 {
      let fixture = try Fixture()
      try take(Self.rows.shuffled(using: &random), into: fixture.desk)
      try expectLevels(fixture.desk)
      // Read by a second thread as well.
      let large = try Fixture()
      large.desk.largeFile = 1
      try take(Self.rows.shuffled(using: &random), into: large.desk)
      try expectLevels(large.desk)
    }
  }

  @Test("a file that says more of what is known changes only that")
  func later() throws {
    try take(Self.rows)
    let before = try desk.ledger.entries(EntryQuery()).count
    let again = try take(Self.rows.filter { $0.hasSuffix(",level") || $0.hasSuffix("时点") })
    #expect(again.new == 0 && again.unchanged == 7)
    #expect(try desk.ledger.entries(EntryQuery()).count == before)
    let changed = try take([
      "2021-03-31,b.level,v1,80,level", "2021-04-20,b.level,v1,95,level",
      "2021-06-30,b.level,d,500,level",
    ])
    #expect(changed.new == 0 && changed.changed == 1 && changed.unchanged == 2)
    let change = try #require(changed.files[0].changes.first)
    #expect(changed.files[0].changes.count == 1 && change.row == 2)
    #expect(change.level?.unit.code == "v1" && change.level?.indicator.code == "b.level")
    #expect(change.level?.moved.before == 90 && change.level?.moved.now == 80)
    #expect(try level("v1", "2021-03-31") == 80)
    #expect(try level("t1", "2021-03-31") == 240)
    #expect(try level("t1", "2021-06-30") == 300)
  }

  @Test("rows of stocks that say no mode are named, since they may have been meant as levels")
  func increases() throws {
    for size in [Int.max, 0] {
      let desk = try Fixture().desk
      desk.largeFile = size
      let rows = [
        "2021-06-01,b.level,v1,3,", "2021-06-01,b.level,v1,4,add", "2021-06-01,b.level,v1,-2,",
        "2021-06-01,a.done,v1,3,", "2021-06-30,b.level,v2,9,level", "2021-06-01,b.level,v2,0,",
      ]
      #expect(try take(rows, into: desk).files[0].increases == [2, 7])
      // A list of entries says no mode of what is added.
      let list = "entry,date,indicator,unit,amount,mode\nX-1.1,2021-06-03,b.level,v1,3,\n"
      #expect(try desk.take([list]).result.files[0].increases == [])
      // What is passed over adds nothing.
      let again = try desk.take(
        ["date,indicator,unit,amount\n2021-06-01,b.level,v1,3\n2021-06-02,b.level,v1,3\n"],
        ImportOptions(same: .skip))
      #expect(again.result.files[0].increases == [3])
    }
  }

  @Test("a level that replaces another in a closed month tells of that month")
  func closedMonth() throws {
    try take(["2021-05-20,b.level,v1,9,level"])
    _ = try desk.close(try month("2021-05"), module: nil, reissue: nil)
    let file = try take(["2021-05-20,b.level,v1,8,level"]).files[0]
    #expect(try file.changed == 1 && file.closedMonths == [month("2021-05")])
    // The level that holds already is a new statement of another day, and changes no figure.
    let same = try take(["2021-05-31,b.level,v1,8,level"]).files[0]
    #expect(same.new == 1 && same.closedMonths == [])
  }

  @Test("a level of a flow, another word, and two levels of one day are faults of their rows")
  func faults() throws {
    do {
      try take([
        "2021-06-30,a.done,v1,5,level", "2021-06-30,b.level,v1,5,总数",
        "2021-06-30,b.level,v2,5,level", "2021-06-30,b.level,v2,6,level",
        "2021-06-30,b.level,v2,5,level",
      ])
      Issue.record("no fault")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.place.line) == [2, 3, 5])
      #expect(faults.listed.map(\.place.column) == [5, 5, 4])
      #expect(faults.listed.first?.kind == .rule(.onlyStockIsSet("a.done")))
    }
    #expect(try desk.ledger.entries(EntryQuery()).isEmpty)
  }

  @Test("one undo takes all levels of a file back, and its undo brings them back")
  func undo() throws {
    try take(["2021-05-31,b.level,t1,270,level"])
    try take(Self.rows)
    for _ in 0..<2 {
      let latest = try desk.ledger.head().transaction
      _ = try desk.undo("\(latest)", reason: "r")
      #expect(try level("t1", "2021-05-31") == 270)
      #expect(try level("d", "2021-12-31") == 270)
      _ = try desk.undo("\(latest + 1)", reason: "r")
      try expectLevels(desk)
      #expect(try level("t1", "2021-05-31") == 270 + 95)
    }
  }

  @Test("a list of entries tells a level in one row, which is imported with the same figures")
  func list() throws {
    try take(Self.rows)
    try take(["2021-05-31,b.level,v1,97,level", "2021-03-31,b.level,v1,88,level"])
    try fixture.log("b.level", "2", "v1", "2021-02-01")
    _ = try desk.log(
      "b.level", "5", unit: "t2", on: try day("2021-05-05"), year: nil, note: "", isLevel: true)
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    let list = try desk.entryList()
    #expect(list.entries.count { $0.mode == .level } == 8)
    let rows = list.entries.map { entry in
      "\(entry.day),\(entry.indicator.code),\(entry.unit.code),\(entry.told),\(entry.mode.rawValue)"
    }
    let fresh = try Fixture()
    try take(rows, into: fresh.desk)
    for unit in ["d", "t1", "t2", "v1", "v2"] {
      for on in ["2021-03-14", "2021-03-31", "2021-04-12", "2021-05-31", "2021-12-31"] {
        #expect(try fresh.desk.level("b.level", unit, on) == level(unit, on), "\(unit) \(on)")
      }
    }
    let levels = try take(rows.filter { $0.hasSuffix("level") })
    #expect(levels.new == 0 && levels.unchanged == 8)
  }

  @Test("levels of every day of a year, all in one file")
  func manyDays() throws {
    let days = (1...28).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let rows = (1...12).flatMap { month in
      days.map { "2021-\(month < 10 ? "0" : "")\(month)-\($0),b.level,v1,\(month * 100),level" }
    }
    try take(rows.reversed())
    for month in 1...12 {
      #expect(try level("v1", "2021-\(month < 10 ? "0" : "")\(month)-14") == Int64(month * 100))
    }
    #expect(try level("v1", "2021-12-28") == 1200)
    #expect(try desk.ledger.check().isEmpty)
  }
}
