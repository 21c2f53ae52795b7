import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What two files say goes with the undo of the first, which names the second: levels, targets and records as numbers.
@Suite struct SaidTwiceTests {
  private static let level = "date,indicator,unit,amount,mode\n2021-05-31,b.level,v1,5,level\n"
  private static let target = "indicator,unit,year,amount\na.done,v1,2021,9\n"
  private static let more = "date,indicator,unit,amount\n2021-05-12,a.done,v3,1\n"

  private func undo(_ desk: Desk, _ number: Int64) throws -> [String] {
    let undone = try desk.undo("\(number)", reason: "r").result
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
    return undone.passedOver.map { "\($0.transaction) \($0.rows)" }
  }

  private func last(_ desk: Desk) throws -> Int64 { try desk.ledger.head().transaction }

  /// Undoes the first file, brings it back and undoes that.
  private func undoAgain(_ desk: Desk, _ first: Int64, _ expected: [String]) throws {
    #expect(try undo(desk, first) == expected)
    #expect(try undo(desk, try last(desk)) == [])
    #expect(try undo(desk, try last(desk)) == expected)
  }

  /// Undoes the second file and the first, and brings the second back: its rows that were left out are nowhere.
  private func bringBack(_ desk: Desk, _ first: Int64, _ second: Int64, _ expected: [String]) throws
  {
    #expect(try undo(desk, second) == [])
    let undone = try last(desk)
    #expect(try undo(desk, first) == [])
    #expect(try undo(desk, undone) == expected)
  }

  @Test("a file that comes back after the first was undone names its own rows that are nowhere")
  func comesBack() throws {
    for (first, more, options) in [
      (Self.level, "2021-06-30,b.level,v1,6,level\n", ImportOptions()),
      (Self.more, "2021-05-13,a.done,v3,2\n", ImportOptions(same: .skip)),
      (Self.target, "a.done,v2,2021,9\n", ImportOptions()),
    ] {
      let desk = try Fixture().desk
      let one = try desk.take([first]).head.transaction
      let two = try desk.take([first + more], options).head.transaction
      try bringBack(desk, one, two, ["\(two) 1"])
      // Where the first is there again, there is nothing to say.
      #expect(try undo(desk, try last(desk)) == [])
      #expect(try undo(desk, try last(desk) - 2) == [])
      #expect(try undo(desk, try last(desk) - 1) == [])
    }
  }

  @Test("rows that were behind what the first list has are named as well")
  func behind() throws {
    let fixture = try RecordFixture()
    let header = "facility,year,assessed-on,accepted-on,stage\n"
    let first = try fixture.importList(
      "clinics.project", header + "c1,2021,2021-02-01,2021-04-01,accepted\n")
    let second = try fixture.imported(
      "clinics.project",
      header + "c1,2021,2021-02-05,,assessed\nc2,2021,2021-02-03,,assessed\n",
      ImportOptions(skipsBehind: true)
    ).head.transaction
    #expect(try undo(fixture.desk, first) == ["\(second) 1"])
  }

  @Test("a level that a second file says too, and both bring it back")
  func levels() throws {
    let desk = try Fixture().desk
    let first = try desk.take([Self.level]).head.transaction
    let files = [Self.level + "2021-06-30,b.level,v1,6,level\n"]
    let second = try desk.take(files).head.transaction
    try undoAgain(desk, first, ["\(second) 1"])
    #expect(try desk.level("b.level", "v1", "2021-05-31") == 0)
    _ = try desk.take(files, ImportOptions(again: true, same: .skip))
    #expect(try desk.level("b.level", "v1", "2021-05-31") == 5)
    #expect(try desk.level("b.level", "v1", "2021-06-30") == 6)
  }

  @Test("a level that a third says since, or whose second file is undone, is not named")
  func levelsElsewhere() throws {
    let desk = try Fixture().desk
    let first = try desk.take([Self.level]).head.transaction
    let second = try desk.take([Self.level + "\n", Self.more]).head.transaction
    _ = try undo(desk, first)
    let undone = try last(desk)
    _ = try undo(desk, second)
    _ = try undo(desk, undone)
    #expect(try undo(desk, try last(desk)) == [])
  }

  @Test("a target that a second file says too, with or without its day, and both bring it back")
  func targets() throws {
    for second in [
      Self.target,
      "indicator,unit,year,amount,effective\na.done,v1,2021,9,2021-01-01\na.done,v1,2021,9,\n",
    ] {
      let desk = try Fixture().desk
      let first = try desk.take([Self.target]).head.transaction
      let files = [second + "\n", Self.more]
      let other = try desk.take(files).head.transaction
      let rows = second == Self.target ? 1 : 2
      try undoAgain(desk, first, ["\(other) \(rows)"])
      _ = try desk.take(files, ImportOptions(again: true, same: .skip))
      let unit = try desk.unit("v1").unit.id
      #expect(try desk.ledger.targets(of: unit).map(\.amount) == [9])
    }
  }

  private static let list = "facility,year,kind,ownership,funding\n"
  private static let one = list + "c1,2021,村卫生室,集体办,县区财政\n"

  @Test("a record that a second list has too, and both bring it back")
  func records() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    let first = try fixture.importList("clinics.project", Self.one)
    let other = Self.one + "c2,2021,村卫生室,集体办,县区财政\n"
    let second = try fixture.importList("clinics.project", other)
    try undoAgain(desk, first, ["\(second) 1"])
    try undo(desk, try last(desk)).forEach { Issue.record("\($0)") }
    try bringBack(desk, first, second, ["\(second) 1"])
    let back = try fixture.imported(
      "clinics.project", other, ImportOptions(again: true, same: .skip))
    #expect(back.result.files.map(\.new) == [1])
    #expect(back.result.files.map(\.unchanged) == [1])
  }

  @Test("of a change only what the second list says of the record counts")
  func changes() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    _ = try fixture.importList("clinics.project", Self.one)
    let changed = try fixture.importList(
      "clinics.project", "facility,year,funding\nc1,2021,省级奖补\n")
    let without = try fixture.importList(
      "clinics.project", "facility,year,ownership\nc1,2021,集体办\nc2,2021,集体办\n")
    #expect(try undo(desk, changed) == [])
    _ = try undo(desk, try last(desk))
    let with = try fixture.importList(
      "clinics.project", "facility,year,funding\nc1,2021,省级奖补\nc3,2021,省级奖补\n")
    #expect(try undo(desk, changed) == ["\(with) 1"])
    #expect(without < with)
  }

  @Test(
    "a unit, an indicator and days of the calendar that a second file says too, and both bring back",
    arguments: [
      ("code,parent,name,kind\nx1,t1,One,village\n", "x2,t1,Two,village\n", 1),
      ("id,name,kind,measure\nz.one,One,flow,个\n", "z.two,Two,flow,个\n", 1),
      (
        "day,kind,name\n2031-01-01,off,元旦\n2031-10-01,off,国庆节\n",
        "2032-01-01,off,元旦\n2032-10-01,off,国庆节\n", 2
      ),
    ])
  func things(first: String, more: String, rows: Int) throws {
    let desk = try Fixture().desk
    let one = try desk.take([first]).head.transaction
    let two = try desk.take([first + more]).head.transaction
    try undoAgain(desk, one, ["\(two) \(rows)"])
    try undo(desk, try last(desk)).forEach { Issue.record("\($0)") }
    try bringBack(desk, one, two, ["\(two) \(rows)"])
    let back = try desk.take([first + more], ImportOptions(again: true, same: .skip))
    #expect(back.result.files.map(\.new) == [rows])
    #expect(back.result.files.map(\.unchanged) == [rows])
  }

  @Test("a row of a unit that says what a rename made of it, and both bring back")
  func renamed() throws {
    let desk = try Fixture().desk
    let unit = try desk.unit("v1").unit
    let rename = try desk.renameUnit("v1", to: "New name").head.transaction
    let row = "v1,t1,New name,\(unit.kind.rawValue)\n"
    let file = "code,parent,name,kind\n\(row)x2,t1,Two,village\n"
    let two = try desk.take([file]).head.transaction
    try undoAgain(desk, rename, ["\(two) 1"])
    try undo(desk, try last(desk)).forEach { Issue.record("\($0)") }
    try bringBack(desk, rename, two, ["\(two) 1"])
  }

  @Test("days that the calendar says otherwise are counted as those that it says no more")
  func changedDays() throws {
    let desk = try Fixture().desk
    let header = "day,kind,name\n2031-01-01,off,元旦\n"
    let first = header + "2031-05-01,off,劳动节\n2031-10-01,off,国庆节\n"
    _ = try desk.take([first])
    let two = try desk.take([first + "\n", Self.more]).head.transaction
    #expect(try undo(desk, two) == [])
    let undone = try last(desk)
    let third = try desk.take([header + "2031-05-02,off,劳动节\n2031-10-01,off,国庆\n"])
    #expect(try undo(desk, undone) == ["\(two) 2"])
    // What holds as it did is none of it.
    #expect(try undo(desk, try last(desk)) == [])
    #expect(try undo(desk, third.head.transaction) == [])
    #expect(try undo(desk, try last(desk) - 1) == [])
  }

  @Test("a second list of which nothing was taken is no transaction, and is not named")
  func nothingTaken() throws {
    let desk = try Fixture().desk
    let first = try desk.take([Self.level]).head.transaction
    #expect(try desk.take([Self.level + "\n"]).isEmpty)
    #expect(try undo(desk, first) == [])
  }
}
