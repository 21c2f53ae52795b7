import StorageSQLite
import TargetEngine
import Testing

@testable import Desk

@Suite("One answer from several use cases is of one moment")
struct SnapshotTests {
  private let context: Desk.Context

  init() throws {
    context = Desk.Context(
      actor: "tester", now: "2021-06-30T08:15:00Z", today: try day("2021-06-30"), command: "test")
  }

  @Test("What others write meanwhile is seen only afterwards")
  func isOfOneMoment() throws {
    let path = "/tmp/taizhang-snapshot-\(UInt64.random(in: .min ... .max)).db"
    defer { SQLiteDatabase.remove(path) }
    let none = Declarations()
    try SQLiteDatabase.make(path) { connection in
      _ = try Desk.found(on: connection, declaring: none, site: "SNAP", context: context)
    }
    let reader = try Desk.open(
      try SQLiteDatabase.open(path, for: .read), declaring: none, context: context)
    let writer = try Desk.open(
      try SQLiteDatabase.open(path, for: .write), declaring: none, context: context)
    let add = { (code: String) in
      _ = try writer.addUnit(
        code: code, name: code, kind: .village, parent: nil, opened: nil, aliases: [])
    }
    try add("v1")
    try reader.snapshot {
      #expect(try reader.units().count == 1)
      try add("v2")
      // Use cases that read one state by themselves join the snapshot.
      #expect(try reader.check().findings.isEmpty)
      #expect(try reader.snapshot { try reader.units().count } == 1)
      #expect(try reader.units().count == 1)
    }
    #expect(try reader.units().count == 2)
  }

  @Test("An error ends a snapshot, and another one may begin")
  func endsByError() throws {
    let fixture = try Fixture()
    #expect(throws: DeskError.self) {
      try fixture.desk.snapshot { try fixture.desk.unit("nowhere") }
    }
    #expect(try fixture.desk.snapshot { try fixture.desk.units().count } == 7)
    try fixture.log("a.done", "1", "v1", "2021-06-01")
  }
}
