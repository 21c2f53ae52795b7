import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "A closed unit keeps its history and refuses entries dated after its closing, new children, moves
/// and merges into it, targets of later years, a second closing; a unit refuses entries and postings
/// before its opening (what a list plans is exempt: it posts on 1 January)."
@Suite struct UnitTimeTests {
  @Test("once the office has its own unit, one without a parent has to be meant so")
  func roots() throws {
    let fixture = try Fixture()
    func add(_ code: String, isRoot: Bool) throws {
      _ = try fixture.desk.addUnit(
        code: code, name: code, kind: .township, parent: nil, opened: nil, aliases: [],
        isRoot: isRoot)
    }
    try add("r1", isRoot: false)
    _ = try fixture.desk.set(.unit, to: "d")
    #expect(throws: DeskError.noParent("r2")) { try add("r2", isRoot: false) }
    try add("r2", isRoot: true)
  }

  /// A hospital that opens in June, and one that closed in the year before.
  private func fixture() throws -> RecordFixture {
    let fixture = try RecordFixture()
    _ = try fixture.desk.addUnit(
      code: "new", name: "unit new", kind: .hospital, parent: "t1",
      opened: try day("2021-06-01"), aliases: [])
    _ = try fixture.desk.addUnit(
      code: "old", name: "unit old", kind: .hospital, parent: "t1", opened: nil, aliases: [])
    _ = try fixture.desk.closeUnit("old", on: try day("2020-05-05"))
    return fixture
  }

  private func notOpen() throws -> DeskError {
    .unitNotOpen("unit new", until: try day("2021-06-01"))
  }

  private func parentClosed(_ unit: String) throws -> DeskError {
    .parentClosed(unit: unit, parent: "unit old", on: try day("2020-05-05"))
  }

  private func log(_ desk: Desk, _ unit: String, _ on: String) throws -> Int64 {
    try desk.log(
      "workforce.hired", "3", unit: unit, on: try day(on), year: nil, note: "", isLevel: false
    ).head.transaction
  }

  @Test("no number comes before its unit: logged, corrected or imported")
  func numbers() throws {
    let fixture = try fixture()
    let desk = fixture.desk
    #expect(throws: try notOpen()) { try log(desk, "new", "2021-05-31") }
    let number = try log(desk, "new", "2021-06-01")
    #expect(throws: try notOpen()) {
      try desk.correct(
        "\(number).1", amount: nil, unit: nil, on: try day("2021-05-31"), reason: "r")
    }
    let other = try log(desk, "h1", "2021-05-31")
    #expect(throws: try notOpen()) {
      try desk.correct("\(other).1", amount: nil, unit: "new", on: nil, reason: "r")
    }
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try
      "date,indicator,unit,amount\n2021-06-01,workforce.hired,new,1\n2021-05-31,workforce.hired,new,1\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    for size in [0, 1 << 20] {
      desk.largeFile = size
      do {
        _ = try desk.importFiles([path], ImportOptions())
        Issue.record("imported")
      } catch DeskError.faults(let faults) {
        #expect(faults.listed.map(\.place.line) == [3])
        #expect(faults.listed.first?.kind == .rule(try notOpen()))
      }
    }
    #expect(try fixture.actual("workforce.hired", "2021-06", "new") == 3)
  }

  @Test("no record posts before its unit, but for what a list plans")
  func records() throws {
    let fixture = try fixture()
    #expect(throws: try notOpen()) {
      try fixture.add(
        "clinics.project", "facility=new", "year=2021", "stage=accepted", "accepted-on=2021-02-02")
    }
    let id = try fixture.add(
      "clinics.project", "facility=new", "year=2021", "stage=assessed", "assessed-on=2021-05-20")
    #expect(try fixture.actual("clinics.planned", "2021-01", "new") == 1)
    #expect(throws: try notOpen()) {
      try fixture.advance("clinics.project", id, "accepted", "2021-05-31")
    }
    try fixture.advance("clinics.project", id, "accepted", "2021-06-01")
    #expect(throws: try notOpen()) {
      try fixture.redate("clinics.project", id, "accepted", "2021-05-31")
    }
    for size in [0, 2] {
      let rows = (0..<size).map { "h\($0 + 1),2020,accepted,2020-02-02\n" }.joined()
      #expect(throws: try notOpen()) {
        try fixture.importList(
          "clinics.project",
          "facility,year,stage,accepted-on\n\(rows)new,2020,accepted,2021-02-02\n")
      }
    }
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a posting that an earlier version took is taken away")
  func earlier() throws {
    let fixture = try fixture()
    let id = try fixture.add(
      "clinics.project", "facility=h1", "year=2021", "stage=accepted", "accepted-on=2021-02-02")
    try fixture.execute("UPDATE unit SET opened = 20210601 WHERE code = 'h1'")
    try fixture.set("clinics.project", id, "budget=20000")
    try fixture.redate("clinics.project", id, "accepted", "2021-06-02")
    #expect(try fixture.actual("clinics.accepted", "2021-05", "h1") == 0)
    #expect(try fixture.actual("clinics.accepted", "2021-06", "h1") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("nothing comes under a closed unit")
  func children() throws {
    let fixture = try fixture()
    let desk = fixture.desk
    #expect(throws: try parentClosed("x")) {
      try desk.addUnit(
        code: "x", name: "x", kind: .clinic, parent: "old", opened: nil, aliases: [])
    }
    #expect(throws: try parentClosed("unit h1")) { try desk.moveUnit("h1", under: "old") }
    #expect(throws: try parentClosed("unit h1")) {
      try desk.mergeUnit("h1", into: "old", on: try day("2020-05-01"))
    }
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let header = "code,parent,name,kind,opened,closed\n"
    try "\(header)y,old,y,clinic,,\n".write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try desk.importFiles([path], ImportOptions())
      Issue.record("imported")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.kind) == [.rule(try parentClosed("y"))])
    }
    // A tree that is no more is told whole.
    try
      "\(header)b,a,b,village,,2020-01-31\na,d,a,township,,2020-01-31\nc,old,c,clinic,,2020-05-05\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    _ = try desk.importFiles([path], ImportOptions())
  }

  @Test("a unit closes once, and has no targets of later years")
  func closing() throws {
    let fixture = try fixture()
    let desk = fixture.desk
    let closed = try day("2020-05-05")
    #expect(throws: DeskError.closedBefore("unit old", on: closed)) {
      try desk.closeUnit("old", on: try day("2020-05-06"))
    }
    #expect(throws: DeskError.closedBefore("unit old", on: closed)) {
      try desk.mergeUnit("old", into: "h1", on: closed)
    }
    let target = { (year: Int) in
      try desk.setTarget(
        "workforce.hired", amount: "3", unit: "old", year: year, draft: TargetDraft(amount: 0))
    }
    #expect(throws: DeskError.unitClosed("unit old", on: closed)) { try target(2021) }
    _ = try target(2020)
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "indicator,unit,year,amount\nworkforce.hired,old,2021,3\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try desk.importFiles([path], ImportOptions())
      Issue.record("imported")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.kind) == [.rule(.unitClosed("unit old", on: closed))])
      #expect(faults.listed.map(\.place.column) == [3])
    }
  }

  @Test("a unit closes, or is merged, not before one below it opens")
  func closingAbove() throws {
    let desk = try fixture().desk
    let fault = DeskError.childOpens("unit new", on: try day("2021-06-01"), unit: "unit t1")
    let head = try desk.ledger.head()
    #expect(throws: fault) { try desk.closeUnit("t1", on: try day("2021-05-31")) }
    #expect(throws: fault) { try desk.mergeUnit("t1", into: "t2", on: try day("2021-05-31")) }
    #expect(try desk.ledger.head() == head)
    _ = try desk.closeUnit("t1", on: try day("2021-06-01"))
  }

  @Test(
    "an undone closing does not come back above a unit that opens later and came under it meanwhile"
  )
  func closingAgain() throws {
    let desk = try fixture().desk
    let ends = [
      { try desk.closeUnit("t2", on: try day("2021-05-31")).head.transaction },
      { try desk.mergeUnit("t2", into: "t1", on: try day("2021-05-31")).head.transaction },
    ]
    let comes = [
      {
        try desk.addUnit(
          code: "later", name: "later", kind: .village, parent: "t2",
          opened: try day("2021-06-01"), aliases: []
        ).head.transaction
      },
      { try desk.moveUnit("new", under: "t2").head.transaction },
    ]
    for end in ends {
      for come in comes {
        let ended = try end()
        let back = try desk.undo("\(ended)", reason: "r").head.transaction
        let came = try come()
        #expect(throws: DeskError.undo(.neededBy([came]))) {
          try desk.undo("\(back)", reason: "r")
        }
        _ = try desk.undo("\(came)", reason: "r")
        let again = try desk.undo("\(back)", reason: "r").head.transaction
        _ = try desk.undo("\(again)", reason: "r")
      }
    }
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a unit does not move under one that closes before it opens")
  func movesUnder() throws {
    let desk = try fixture().desk
    _ = try desk.addUnit(
      code: "next", name: "next", kind: .village, parent: "t1", opened: try day("2021-09-01"),
      aliases: [])
    _ = try desk.closeUnit("t2", on: try day("2021-08-31"))
    let fault = DeskError.parentClosed(
      unit: "next", parent: "unit t2", on: try day("2021-08-31"))
    #expect(throws: fault) { try desk.moveUnit("next", under: "t2") }
  }

  @Test("a merge is of today or before")
  func merge() throws {
    let fixture = try fixture()
    let tomorrow = try day("2021-07-01")
    #expect(throws: DeskError.mergesLater(tomorrow)) {
      try fixture.desk.mergeUnit("h1", into: "h2", on: tomorrow)
    }
    _ = try fixture.desk.mergeUnit("h1", into: "h2", on: try day("2021-06-30"))
  }
}
