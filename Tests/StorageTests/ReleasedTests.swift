import Foundation
import Journal
import Registers
import StorageSQLite
import Suite
import Testing

@testable import Storage

/// Databases of earlier versions, as the sqlite3 shell dumped them, named by their last step of the
/// core: each is brought to this version's schema and loses nothing.
@Suite struct ReleasedTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Released")

  func opened(_ name: String) throws -> (connection: SQLiteConnection, ledger: Ledger) {
    let script = try String(
      contentsOf: Self.folder.appendingPathComponent(name + ".sql"), encoding: .utf8)
    let connection = try SQLiteDatabase.inMemory()
    try connection.execute(script)
    return (
      connection,
      try Ledger.open(on: connection, registers: Suite.registers, at: "2021-06-30T08:00:00Z")
    )
  }

  /// Each table with its columns, each index with its text.
  private func schema(_ connection: SQLiteConnection) throws -> Set<String> {
    let columns = try connection.rows(
      """
      SELECT m.name, p.name, p.type, p."notnull", p.pk FROM sqlite_master m, pragma_table_info(m.name) p
      WHERE m.type = 'table'
      """
    ) { row in (0..<5).map { row.text($0) }.joined(separator: " ") }
    let indexes = try connection.rows("SELECT sql FROM sqlite_master WHERE type = 'index'") {
      $0.text(0)
    }
    return Set(columns + indexes)
  }

  @Test(
    "an earlier database gets the schema of a new one",
    arguments: ["core.2", "core.3", "core.4", "core.5"])
  func schema(_ name: String) throws {
    let (connection, _) = try opened(name)
    let fresh = try SQLiteDatabase.inMemory()
    _ = try Ledger.found(on: fresh, registers: Suite.registers, site: "TEST", at: "")
    #expect(try schema(connection) == schema(fresh))
  }

  @Test(
    "an earlier database verifies, before something is added and after",
    arguments: ["core.2", "core.3"])
  func history(_ name: String) throws {
    let (_, ledger) = try opened(name)
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
    let shape = try #require(ledger.shape("clinics.project"))
    let project = try #require(try ledger.record(1, in: shape))
    let states = try ledger.history(of: 1, in: shape)
    #expect(states.count == 3)
    #expect(states.last?.state == project)
    #expect(project.note == "示例")
    var changed = project
    changed.note = "改过"
    _ = try ledger.write(Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "set")) {
      try $0.put(changed, in: shape)
    }
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
    let erase = {
      try ledger.write(Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "erase")) {
        try $0.erase(changed, in: shape, document: "文〔2021〕1号")
      }
    }
    if name == "core.2" {
      // What lies in the chain in clear cannot be destroyed, and nothing pretends so.
      #expect(throws: SecretsFault.historyInClear) { try erase() }
    } else {
      _ = try erase()
      #expect(try ledger.history(of: 1, in: shape).map { $0.state?.note } == ["", "", "", "", ""])
    }
    #expect(try ledger.verify().isEmpty)
  }
}
