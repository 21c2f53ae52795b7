import Storage
import TargetEngine
import Testing

@testable import Desk

/// Mergers and closings come back with the list of units, and what targets of before them count, with the list of
/// targets. Source: `engine.md`, "Merging B into C"; `cli.md`, `units.csv`.
@Suite struct MergedListTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try RecordFixture() }

  private func merge(_ unit: String, _ into: String, _ on: String) throws {
    _ = try desk.mergeUnit(unit, into: into, on: try day(on))
  }

  private func target(_ unit: String, _ amount: String, from: String? = nil) throws {
    _ = try desk.setTarget(
      "workforce.hired", amount: amount, unit: unit, year: 2021,
      draft: TargetDraft(amount: 0, effective: try from.map { try day($0) }))
  }

  /// Reads all of it by itself, and by an empty ledger.
  @discardableResult
  private func expectBack(_ place: SourceLocation = #_sourceLocation) throws -> RecordFixture {
    let files = try WrittenOut(fixture)
    let again = try desk.take(
      [files.units, files.targets, files.entries] + files.records,
      ImportOptions(again: true, same: .skip))
    #expect(again.isEmpty, "\(again.result.files)", sourceLocation: place)
    let other = try files.read(after: fixture)
    #expect(try other.reports() == fixture.reports(), sourceLocation: place)
    #expect(try other.desk.ledger.check().isEmpty, sourceLocation: place)
    #expect(try other.desk.ledger.verify().isEmpty, sourceLocation: place)
    let written = try WrittenOut(other)
    #expect(written.units == files.units, sourceLocation: place)
    #expect(written.targets == files.targets, sourceLocation: place)
    return other
  }

  @Test("a merged village stays merged: its doctor counts for the other")
  func doctor() throws {
    try fixture.add(
      "workforce.village-doctor", "village=v2", "person=乙", "qualification=physician",
      "serves-from=2020-09-04")
    try merge("v2", "v1", "2021-02-07")
    let other = try expectBack()
    #expect(try other.actual("workforce.villages-covered", "2021-06", "v1") == 1)
  }

  @Test("a merged township has its villages still, a closed one too")
  func township() throws {
    try fixture.log("v3", "4")
    try merge("t2", "t1", "2021-05-31")
    _ = try desk.closeUnit("v1", on: try day("2021-04-30"))
    let other = try expectBack()
    #expect(try other.actual("workforce.hired", "2021-06", "t1") == 4)
    let units = "code,parent,name,kind,opened,closed\n"
    for (row, isTaken) in [
      ("x,y,x,village,2021-06-01,\n", false), ("x,y,x,village,2021-05-01,\n", true),
    ] {
      let text = units + "y,d,y,township,2020-01-01,2021-05-31\n" + row
      #expect(((try? other.desk.take([text], ImportOptions(again: true))) != nil) == isTaken)
    }
  }

  @Test("targets of before a merger stand beside the merged unit's, those of after it contain it")
  func targets() throws {
    try target("t1", "10")
    try target("t2", "20")
    try merge("t2", "t1", "2021-03-10")
    try expectBack()
    try target("t1", "30", from: "2021-06-01")
    try expectBack()
    // Of three townships one after the other.
    _ = try desk.addUnit(
      code: "t3", name: "t3", kind: .township, parent: "d", opened: nil, aliases: [])
    try target("t3", "5")
    try merge("t3", "t1", "2021-06-10")
    try expectBack()
    try target("t1", "35", from: "2021-06-20")
    let other = try expectBack()
    #expect(try other.desk.ledger.mergers(into: nil).values.first?.count == 2)
  }

  @Test(
    "targets of later years go with the end of their unit, which says so, and come back with its undo"
  )
  func laterYears() throws {
    let later = {
      for year in [2021, 2022] {
        _ = try desk.setTarget(
          "workforce.hired", amount: "\(year)", unit: "t2", year: year,
          draft: TargetDraft(amount: 0))
      }
    }
    let years = { try desk.targets(of: "t2").map(\.target.year) }
    try later()
    for end in [
      { try desk.closeUnit("t2", on: try day("2021-05-31")) },
      { try desk.mergeUnit("t2", into: "t1", on: try day("2021-05-31")) },
    ] {
      let ended = try end()
      #expect(ended.result.withdrawn.map { "\($0.year) \($0.amount)" } == ["2022 2022"])
      #expect(try years() == [2021])
      try expectBack()
      _ = try desk.undo("\(ended.head.transaction)", reason: "r")
      #expect(try years() == [2021, 2022])
      // What was set meanwhile is in the way of its end.
      let target = try desk.setTarget(
        "workforce.enrolled", amount: "1", unit: "t2", year: 2022, draft: TargetDraft(amount: 0)
      ).head.transaction
      #expect(throws: DeskError.undo(.neededBy([target]))) {
        try desk.undo("\(ended.head.transaction + 1)", reason: "r")
      }
      _ = try desk.undo("\(target)", reason: "r")
      let again = try desk.undo("\(ended.head.transaction + 1)", reason: "r").head.transaction
      #expect(try years() == [2021])
      _ = try desk.undo("\(again)", reason: "r")
    }
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("a target that is from before a merger is refused where one of after it is known")
  func known() throws {
    try merge("t2", "t1", "2021-03-10")
    try target("t1", "30")
    let header = "indicator,unit,year,amount,effective,without-merged\n"
    let faults = { (row: String) throws -> [ImportFault.Kind] in
      do {
        _ = try desk.take([header + row])
        return []
      } catch DeskError.faults(let faults) {
        return faults.listed.map(\.kind)
      }
    }
    #expect(
      try faults("workforce.posted,t1,2021,8,2021-01-01,t2\n") == [
        .rule(.mergerKnown("unit t2", into: "unit t1"))
      ])
    #expect(
      try faults("workforce.posted,t1,2021,8,2021-01-01,v1\n") == [
        .rule(.notMergedInto("unit v1", "unit t1"))
      ])
    #expect(try faults("workforce.posted,t1,2021,8,2021-01-01,\n") == [])
  }

  @Test("a unit that was merged into another one is told in its cell, whatever other rows name it")
  func elsewhere() throws {
    _ = try desk.addUnit(
      code: "t3", name: "t3", kind: .township, parent: "d", opened: nil, aliases: [])
    try merge("t3", "t2", "2021-03-10")
    let header = "indicator,unit,year,amount,effective,without-merged\n"
    let right = "workforce.posted,t2,2021,7,2021-01-01,t3\n"
    for size in [0, 1 << 20] {
      desk.largeFile = size
      do {
        _ = try desk.take([header + "workforce.posted,t1,2021,5,2021-01-01,t3\n" + right])
        Issue.record("imported")
      } catch DeskError.faults(let faults) {
        #expect(faults.listed.map(\.kind) == [.rule(.notMergedInto("t3", "unit t1"))])
        #expect(faults.listed.map(\.place.line) == [2])
        #expect(faults.listed.map(\.place.column) == [6])
      }
    }
    _ = try desk.take([header + right])
  }

  @Test("a merged row needs the day of its closing, and stands under the unit that took it in")
  func rows() throws {
    let header = "code,parent,name,kind,closed,merged-into\n"
    for (row, fault) in [
      ("x,t1,x,village,,v1\n", ImportFault.Kind.missingValue(UnitColumn.closed.title.text)),
      ("x,t1,x,village,2021-05-01,v1\n", .rule(.mergedElsewhere("x", parent: "unit t1"))),
      ("x,v1,x,village,2021-07-01,v1\n", .rule(.mergesLater(try day("2021-07-01")))),
    ] {
      do {
        _ = try desk.take([header + row])
        Issue.record("imported \(row)")
      } catch DeskError.faults(let faults) {
        #expect(faults.listed.map(\.kind) == [fault])
      }
    }
    _ = try desk.take([header + "x,,x,village,2021-05-01,v1\n"])
    #expect(try desk.unit("x").unit.parent == desk.unit("v1").unit.id)
  }
}

extension RecordFixture {
  fileprivate func log(_ unit: String, _ amount: String) throws {
    _ = try desk.log(
      "workforce.hired", amount, unit: unit, on: try day("2021-03-01"), year: nil, note: "",
      isLevel: false)
  }
}
