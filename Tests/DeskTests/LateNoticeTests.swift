import Foundation
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "A receipt for a day in a closed month says that it will show …, and where", whatever command changes it.
@Suite struct LateNoticeTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws {
    fixture = try Fixture()
    try fixture.log("a.done", "6", "v1", "2021-05-10")
    _ = try desk.close(try month("2021-05"), module: nil, reissue: nil)
  }

  private func notice(
    _ change: LateNotice.Change, _ months: [String] = ["2021-05"], shows: Bool = true
  ) throws -> [LateNotice] {
    [
      LateNotice(
        change: change, months: try months.map { try month($0) }, next: try month("2021-06"),
        indicators: shows ? [try desk.indicator("a.done")] : [])
    ]
  }

  private func undoLast() throws -> [LateNotice] {
    try desk.undo("\(try desk.ledger.head().transaction)", reason: "r").late
  }

  @Test("targets, by command and by file, and their undo")
  func targets() throws {
    let set = try desk.setTarget(
      "a.done", amount: "7", unit: "t1", year: 2021, draft: TargetDraft(amount: 0))
    #expect(try set.late == notice(.target))
    #expect(try undoLast() == notice(.target))
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (day, isLate) in [("2021-05-31", true), ("2021-06-01", false)] {
      try "indicator,unit,year,amount,effective\na.done,t1,2021,9,\(day)\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
      let late = try desk.importFiles([path]).late
      #expect(try late == (isLate ? notice(.target) : []), "\(day)")
    }
    #expect(try undoLast().isEmpty)
  }

  @Test("an import that changes figures and targets says both")
  func both() throws {
    let files = [
      ("indicator,unit,year,amount,effective", "a.done,t1,2021,9,2021-05-31"),
      ("date,indicator,unit,amount", "2021-05-11,a.done,v1,2"),
    ]
    let paths = try files.map { header, row in
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
      try "\(header)\n\(row)\n".write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    #expect(try desk.importFiles(paths).late == notice(.figures) + notice(.target))
  }

  @Test("units that belong elsewhere, and the undo of their moves, with what that makes another")
  func tree() throws {
    let (shown, back) = (try notice(.tree), try notice(.tree, shows: false))
    #expect(try desk.moveUnit("v1", under: "t2").late == shown)
    #expect(try undoLast() == back)
    #expect(try undoLast() == shown)
    // v2 has under t1 what v1 had there.
    #expect(try desk.mergeUnit("v1", into: "v2", on: try day("2021-06-01")).late == shown)
    #expect(try undoLast() == shown)
    let added = try desk.addUnit(
      code: "v5", name: "v5", kind: .village, parent: "t1", opened: nil, aliases: [])
    #expect(added.late.isEmpty)
    #expect(try desk.moveUnit("v5", under: "t2").late == back)
    #expect(try desk.renameUnit("v5", to: "unit v5").late.isEmpty)
  }

  @Test(
    "a unit whose figures come to nothing by the last closed month is noted, not said to change nothing"
  )
  func movedAmounts() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "5", "v1", "2021-04-10")
    try fixture.log("a.done", "-5", "v1", "2021-05-10")
    for closed in ["2021-04", "2021-05"] {
      _ = try desk.close(try month(closed), module: nil, reissue: nil)
    }
    let moved = try desk.moveUnit("v1", under: "t2").late
    #expect(moved.map(\.change) == [.noted])
    let report = try desk.monthlyReport(try month("2021-06"), ReportScope(unit: "t2"))
    let indicator = try desk.indicator("a.done")
    #expect(
      report.notes == [
        .previous(indicator, month: try month("2021-05"), reported: 0, now: -5)
      ])
  }

  @Test("a change of which nothing is left by the last closed month shows in no report to come")
  func passing() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "6", "v1", "2021-04-10")
    let say = { (level: String, on: String) in
      try desk.log(
        "b.level", level, unit: "v1", on: try day(on), year: nil, note: "", isLevel: true
      ).late
    }
    _ = try say("10", "2021-05-31")
    for closed in ["2021-04", "2021-05"] {
      _ = try desk.close(try month(closed), module: nil, reissue: nil)
    }
    let notice = { (change: LateNotice.Change, months: [String], indicator: String) in
      try LateNotice(
        change: change, months: months.map { try month($0) }, next: month("2021-06"),
        indicators: [desk.indicator(indicator)])
    }
    // The level of the end of May, which stands, is not another one by it.
    #expect(try say("7", "2021-04-30") == [notice(.noted, ["2021-04"], "b.level")])
    #expect(try fixture.line("b.level", "2021-06", "v1")?.corrected == 0)
    #expect(try say("9", "2021-05-31") == [notice(.figures, ["2021-05"], "b.level")])
    #expect(try fixture.line("b.level", "2021-06", "v1")?.corrected == -1)
    // So it is with what is done: what one month gains and the next loses.
    let rows = "2021-04-11,a.done,v1,2\n2021-05-11,a.done,v1,-2\n"
    let written = try desk.take(["date,indicator,unit,amount\n" + rows])
    #expect(try written.late == [notice(.noted, ["2021-04"], "a.done")])
    #expect(try fixture.line("a.done", "2021-06", "v1")?.corrected == 0)
    // Of two units each has its own.
    let units = "2021-04-11,a.done,v1,3\n2021-05-11,a.done,v2,-3\n"
    let both = try desk.take(["date,indicator,unit,amount\n" + units])
    #expect(try both.late == [notice(.figures, ["2021-04", "2021-05"], "a.done")])
  }

  @Test("an undo and its undo name the closed months that what they undo and bring back named")
  func undone() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "6", "v1", "2021-03-10")
    for closed in ["2021-03", "2021-04", "2021-05"] {
      _ = try desk.close(try month(closed), module: nil, reissue: nil)
    }
    let notice = { (change: LateNotice.Change, months: [String]) in
      try [
        LateNotice(
          change: change, months: months.map { try month($0) }, next: month("2021-06"),
          indicators: [desk.indicator("a.done")])
      ]
    }
    let undo = {
      try desk.undo("\(try desk.ledger.head().transaction)", reason: "r").late
    }
    let logged = try desk.log(
      "a.done", "2", unit: "v1", on: try day("2021-04-10"), year: nil, note: "", isLevel: false)
    #expect(try logged.late == notice(.figures, ["2021-04"]))
    for _ in 0..<2 {
      #expect(try undo() == notice(.settled, ["2021-04"]))
      #expect(try fixture.line("a.done", "2021-06", "v1")?.corrected == 0)
      #expect(try undo() == notice(.figures, ["2021-04"]))
      #expect(try fixture.line("a.done", "2021-06", "v1")?.corrected == 2)
    }
    // What comes to nothing by the last closed month is told in the same way back and forth.
    let rows = "2021-04-11,a.done,v1,2\n2021-05-11,a.done,v1,-2\n"
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    let moved = try desk.take(["date,indicator,unit,amount\n" + rows])
    #expect(try moved.late == notice(.noted, ["2021-04"]))
    #expect(try undo() == notice(.passing, ["2021-04"]))
    #expect(try undo() == notice(.noted, ["2021-04"]))
  }

  @Test("a level of the year before that the closed month itself takes back is no correction")
  func takenBackWithin() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    let say = { (level: String, on: String) in
      try desk.log(
        "b.level", level, unit: "v1", on: try day(on), year: nil, note: "", isLevel: true
      ).late
    }
    _ = try say("10", "2021-01-10")
    _ = try desk.close(try month("2021-01"), module: nil, reissue: nil)
    let notice = LateNotice(
      change: .noted, months: [try month("2021-01")], next: try month("2021-02"),
      indicators: [try desk.indicator("b.level")])
    #expect(try say("5", "2020-12-31") == [notice])
    let line = try #require(try fixture.line("b.level", "2021-02", "v1"))
    #expect(line.corrected == 0 && line.previousMonth == 5)
    // What January had of its own is another amount, which the next report says.
    let report = try desk.monthlyReport(try month("2021-02"), ReportScope(unit: "v1"))
    #expect(
      report.notes == [
        .previous(
          try desk.indicator("b.level"), month: try month("2021-01"), reported: 10, now: 5)
      ])
  }

  @Test("of modules that close on days of their own each has its own next report")
  func modules() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "1", "v1", "2021-04-10")
    for (text, module) in [("2021-04", "a"), ("2021-04", "b"), ("2021-05", "a")] {
      _ = try desk.close(try month(text), module: module, reissue: nil)
    }
    let rows = "2021-04-11,a.done,v1,2,\n2021-04-12,b.level,v1,3,add\n"
    let written = try desk.take(["date,indicator,unit,amount,mode\n" + rows])
    #expect(written.late.map(\.next.description) == ["2021-05", "2021-06"])
    #expect(written.late.map { $0.indicators.map(\.code) } == [["b.level"], ["a.done"]])
    #expect(try fixture.line("b.level", "2021-05", "v1")?.corrected == 3)
    #expect(try fixture.line("a.done", "2021-06", "v1")?.corrected == 2)
  }

  @Test("two notices of one receipt name their indicators")
  func named() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    for closed in ["2021-04", "2021-05"] {
      _ = try desk.close(try month(closed), module: nil, reissue: nil)
    }
    let rows = "2021-04-11,a.done,v1,2,\n2021-05-11,a.done,v1,-2,\n2021-05-12,b.level,v1,3,add\n"
    let written = try desk.take(["date,indicator,unit,amount,mode\n" + rows])
    #expect(written.late.map(\.change) == [.figures, .noted])
    #expect(written.late.map { $0.indicators.map(\.code) } == [["b.level"], ["a.done"]])
  }

  @Test(
    "a number that is moved between closed months is no correction, and the next report says so")
  func movedBetween() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "5", "v1", "2021-02-16")
    try fixture.log("a.done", "21", "v1", "2021-03-16")
    let entry = try desk.ledger.head().transaction
    for closed in ["2021-02", "2021-03"] {
      _ = try desk.close(try month(closed), module: nil, reissue: nil)
    }
    _ = try desk.correct(
      "\(entry).1", amount: nil, unit: nil, on: try day("2021-02-20"), reason: "日期")
    let notes = { (month: String) in
      try desk.monthlyReport(try DeskTests.month(month), ReportScope(unit: "v1")).notes
    }
    let expected = ReportNote.previous(
      try desk.indicator("a.done"), month: try month("2021-03"), reported: 21, now: 0)
    #expect(try notes("2021-04") == [expected])
    #expect(try notes("2021-05") == [])
    _ = try desk.close(try month("2021-04"), module: nil, reissue: nil)
    #expect(try notes("2021-04") == [expected])
    // A correction that the report lists explains the rest.
    try fixture.log("a.done", "2", "v1", "2021-04-16")
    #expect(
      try notes("2021-05") == [
        .corrected(try desk.indicator("a.done"), year: 2021, amount: 2)
      ])
  }
}
