import Database
import Foundation
import Journal
import Storage
import StorageSQLite
import Testing

/// A ledger in whose place another is put while it is open.
@Suite struct ReplacedTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("taizhang-\(UUID().uuidString)", isDirectory: true)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func open(_ name: String) throws -> Ledger {
    try Ledger.open(on: try SQLiteDatabase.open(path(name), for: .write), at: "")
  }

  private func write(_ ledger: Ledger, _ value: String) throws {
    _ = try ledger.write(Author(actor: "", at: "", command: "", reason: "")) {
      try $0.set(setting: "phone", to: value)
    }
  }

  @Test("nothing is written into a history other than the one that was opened")
  func restored() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Ledger.found(on: try SQLiteDatabase.create(path("a.db")), site: "ABCD", at: "")
    try write(try open("a.db"), "1")
    _ = try SQLiteDatabase.open(path("a.db"), for: .read).backup(
      to: path("b.db"), registers: [], replacing: false, at: "")
    let earlier = try open("a.db")
    try write(try open("a.db"), "2")
    let later = try open("a.db")
    _ = try SQLiteDatabase.open(path("b.db"), for: .read).backup(
      to: path("a.db"), registers: [], replacing: true, at: "")
    #expect(throws: StorageError.replaced) { try write(later, "3") }
    // What this one knows is still so.
    try write(earlier, "4")
    #expect(try open("a.db").verify().isEmpty)
    #expect(try earlier.head().transaction == 2)
  }

  @Test(
    "what a restore writes into a log that somebody reads is that log's, also when all are killed")
  func restoredWhileRead() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Ledger.found(on: try SQLiteDatabase.create(path("a.db")), site: "ABCD", at: "")
    _ = try SQLiteDatabase.open(path("a.db"), for: .read).backup(
      to: path("b.db"), registers: [], replacing: false, at: "")
    let start = try open("b.db").head().transaction
    let reader = try SQLiteDatabase.open(path("a.db"), for: .read)
    let list = try reader.statement("SELECT tx FROM journal")
    _ = try list.step()
    for value in ["1", "2"] {
      try write(try open("a.db"), value)
      _ = try SQLiteDatabase.open(path("b.db"), for: .read, patience: 100).backup(
        to: path("a.db"), registers: [], replacing: true, at: "")
      #expect(try open("a.db").head().transaction == start)
    }
    try write(try open("a.db"), "3")
    for name in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path("a.db") + name, toPath: path("c.db") + name)
    }
    let killed = try open("c.db")
    #expect(try killed.head().transaction == start + 1)
    #expect(try killed.verify().isEmpty)
  }

  @Test("nothing is written into a file that has lost its name")
  func moved() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let connection = try SQLiteDatabase.create(path("a.db"))
    let ledger = try Ledger.found(on: connection, site: "ABCD", at: "")
    try FileManager.default.moveItem(atPath: path("a.db"), toPath: path("b.db"))
    #expect(throws: StorageError.replaced) { try write(ledger, "1") }
    try Data().write(to: URL(fileURLWithPath: path("a.db")))
    #expect(throws: StorageError.replaced) { try write(ledger, "1") }
  }
}
