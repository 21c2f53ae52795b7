import Foundation
import Registers
import StorageSQLite
import Suite
import TargetEngine
import Testing

@testable import Desk
@testable import Storage

/// What a desk keeps is forgotten when another connection writes, inside and outside transactions.
@Suite struct TwoConnectionsTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "taizhang-\(UUID().uuidString)")
  private let (ours, theirs): (Desk, Desk)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "a.db").path
    _ = try Ledger.found(
      on: try SQLiteDatabase.create(path), registers: Suite.registers, site: "TEST",
      at: "2021-01-01T00:00:00Z")
    func open() throws -> Desk {
      Desk(
        ledger: try Ledger.open(
          on: try SQLiteDatabase.open(path, for: .write), registers: Suite.registers, at: ""),
        context: Desk.Context(
          actor: "tester", now: "2021-01-01T00:00:00Z", today: try day("2021-06-30"),
          command: "test"))
    }
    (ours, theirs) = (try open(), try open())
    _ = try theirs.addUnit(
      code: "d", name: "d", kind: .district, parent: nil, opened: nil, aliases: [])
  }

  /// Something must be the same for both desks, whenever `change` is made by the other.
  private func expect<Value: Equatable>(
    _ read: (Desk) throws -> Value, change: () throws -> Void
  ) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try read(ours)
    try ours.ledger.read {
      #expect(try read(ours) == before)
      try change()
      // One state is seen, whatever others write meanwhile.
      #expect(try read(ours) == before)
    }
    let after = try read(theirs)
    #expect(after != before)
    #expect(try read(ours) == after)
    let held = try ours.ledger.hold { try read(ours) }
    #expect(held == after)
  }

  @Test("shapes of registers") func shapes() throws {
    try expect {
      try $0.register("people.person").fields.map(\.name)
    } change: {
      _ = try theirs.addColumn("工号", "int", to: try theirs.register("people.person"))
    }
  }

  @Test("tables of registers") func tables() throws {
    let records = { (desk: Desk) in
      try desk.ledger.records(RecordQuery(), in: try desk.register("people.person")).map(\.data)
    }
    try expect(records) {
      _ = try theirs.addColumn("工号", "int", to: try theirs.register("people.person"))
      _ = try theirs.addRecord(
        try theirs.register("people.person"), [("name", "甲"), ("工号", "7")], on: nil)
    }
  }

  @Test("registers that others drive, and rules over records") func links() throws {
    let links = { (desk: Desk) in
      let shape = try desk.register("clinics.project")
      return desk.ledger.ruleLinks(to: shape).map(\.shape.fields.count)
        + desk.ledger.driven(by: shape).map(\.0.fields.count)
    }
    try expect(links) {
      for shape in theirs.ledger.allShapes() {
        _ = try theirs.addColumn("本单位备注", "text", to: shape)
      }
    }
  }

  @Test("rules") func rules() throws {
    let rule = try #require(Suite.modules.flatMap(\.rules).first)
    try expect {
      try "\($0.ledger.rule(rule))"
    } change: {
      _ = try theirs.write {
        try $0.set(RuleVersion(9, .months, since: try day("2021-01-01"), citation: ""), of: rule)
      }
    }
  }

  @Test("the calendar") func calendar() throws {
    let friday = try day("2021-06-25")
    try expect {
      try $0.ledger.calendar().isWorking(friday)
    } change: {
      let days = [friday, try day("2021-01-01"), try day("2021-10-01")]
      _ = try theirs.write {
        try $0.set(HolidayYear(2021, days.map { HolidayYear.Entry($0, .off, "") }))
      }
    }
  }

  @Test("settings") func settings() throws {
    try expect {
      try "\($0.settings())"
    } change: {
      _ = try theirs.set(Setting.phone, to: "d")
    }
  }

  @Test("units") func units() throws {
    try expect {
      try $0.ledger.units().map(\.unit.name)
    } change: {
      _ = try theirs.renameUnit("d", to: "e")
    }
  }

  @Test("indicators") func indicators() throws {
    try expect {
      try $0.ledger.indicators().map(\.code)
    } change: {
      _ = try theirs.install([
        IndicatorDraft(code: "a.done", name: "done", kind: "flow", measure: "个")
      ])
    }
  }

  @Test("settings that were taken back leave nothing behind") func rolledBack() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    struct Stop: Error {}
    let shape = try ours.register("people.person")
    #expect(throws: Stop.self) {
      try ours.write { transaction in
        let field = FieldShape(name: "工号", title: Text("工号", "工号"), kind: .int, roles: .office)
        try transaction.setColumn(field, of: shape)
        #expect(try ours.register("people.person").fields.count == shape.fields.count + 1)
        throw Stop()
      }
    }
    #expect(try ours.register("people.person").fields.count == shape.fields.count)
  }
}
