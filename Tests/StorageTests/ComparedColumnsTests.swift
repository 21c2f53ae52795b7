import Database
import Journal
import Registers
import StorageSQLite
import TargetEngine
import Testing

@testable import Storage

/// The columns of names as they are compared: those of later versions, and those that were written by
/// other tables.
@Suite struct ComparedColumnsTests {
  /// A register as it was released.
  private struct Bench: Register {
    static let name = RegisterName("clinics", "bench", zh: "长椅", en: "Bench")
    var place = ""
    var moves = Moves<Listed>()
    static let fields: [Field<Bench>] = [
      Field("place", \.place, zh: "地点", en: "Place", [.required, .key])
    ]
  }

  /// The same register, to whose key a later version adds a name.
  private struct MarkedBench: Register {
    static let name = Bench.name
    static let version = 2
    var place = ""
    var mark = ""
    var moves = Moves<Listed>()
    static let fields: [Field<MarkedBench>] = [
      Field("place", \.place, zh: "地点", en: "Place", [.required, .key]),
      Field("mark", \.mark, zh: "编号", en: "Mark", [.required, .key], since: 2),
    ]
  }

  private let author = Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "test")

  private func put(_ texts: [String], _ ledger: Ledger) throws {
    let shape = try #require(ledger.shape("clinics.bench"))
    _ = try ledger.write(author) {
      try $0.put(RecordState(data: texts.map { .text($0) }), in: shape)
    }
  }

  private func steps(_ type: any Register.Type) -> [SchemaStep] {
    Schema.steps([slot(type)]).filter { $0.id.hasPrefix("clinics.bench") }
  }

  private func slot(_ type: any Register.Type) -> RegisterSlot { RegisterSlot(type) }

  @Test("a later version's name in a key has its column, and no released step changes")
  func laterVersion() throws {
    let released = steps(Bench.self).map { [$0.id, $0.ddl] }
    #expect(Array(steps(MarkedBench.self).map { [$0.id, $0.ddl] }.prefix(3)) == released)
    let connection = try SQLiteDatabase.inMemory()
    let before = try Ledger.found(
      on: connection, registers: [slot(Bench.self)], site: "TEST", at: "")
    try put(["东 街"], before)
    let after = try Ledger.open(on: connection, registers: [slot(MarkedBench.self)], at: "")
    try put(["东街", "甲　号"], after)
    let shape = try #require(after.shape("clinics.bench"))
    let twin = RecordState(data: [.text("东　街"), .text("甲号")])
    #expect(try after.records(likeKeyOf: twin, in: shape).map(\.id) == [2])
    let columns = try connection.rows(
      "SELECT COALESCE(mark_compared, '-') FROM clinics_bench ORDER BY id"
    ) { $0.text(0) }
    #expect(columns == ["-", "甲号"])
    #expect(try after.check().isEmpty)
    // A new database has the same table.
    let fresh = try SQLiteDatabase.inMemory()
    _ = try Ledger.found(on: fresh, registers: [slot(MarkedBench.self)], site: "TEST", at: "")
    let indexes = "SELECT sql FROM sqlite_master WHERE name = 'clinics_bench_key'"
    #expect(
      try fresh.rows(indexes) { $0.text(0) } == connection.rows(indexes) { $0.text(0) })
  }

  @Test("forms that other tables made are made again when the database is opened")
  func otherTables() throws {
    let connection = try SQLiteDatabase.inMemory()
    let open = { try Ledger.open(on: connection, registers: [slot(Bench.self)], at: "later") }
    let ledger = try Ledger.found(
      on: connection, registers: [slot(Bench.self)], site: "TEST", at: "")
    try put(["东 街"], ledger)
    _ = try ledger.write(author) {
      _ = try $0.add(StoredUnit(unit: Unit(id: 0, code: "1", name: "西 街", kind: .village)))
    }
    let head = try ledger.head()
    try connection.execute(
      """
      UPDATE clinics_bench SET place_compared = '东 街';
      UPDATE unit_name SET name = '西 街';
      """)
    #expect(try open().units(named: "西街").isEmpty)
    #expect(try !open().check().isEmpty)
    try connection.execute("UPDATE schema_step SET id = 'names.0.9.9' WHERE id LIKE 'names.%'")
    let opened = try open()
    #expect(try opened.units(named: "西街").map(\.unit.id) == [1])
    let shape = try #require(opened.shape("clinics.bench"))
    #expect(
      try opened.records(likeKeyOf: RecordState(data: [.text("东街")]), in: shape).count == 1)
    #expect(try opened.check().isEmpty)
    #expect(try opened.head() == head)
    let at = try connection.rows("SELECT at FROM schema_step WHERE id LIKE 'names.%'") {
      $0.text(0)
    }
    #expect(at == ["later"])
    // A program that makes earlier forms puts none back, neither on opening nor in what is open.
    try connection.execute("UPDATE schema_step SET id = 'names.99.1' WHERE id LIKE 'names.%'")
    let newer = StorageError.newerSchema(step: "names.99.1")
    #expect(throws: newer) { try open() }
    #expect(throws: newer) { try put(["北街"], opened) }
    #expect(try opened.head() == head)
  }
}
