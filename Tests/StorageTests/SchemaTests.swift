import StorageSQLite
import Suite
import Testing

@testable import Storage

@Suite struct SchemaTests {
  @Test("released steps never change")
  func frozen() {
    let pins = Schema.steps(Suite.registers).map { "\($0.id) \($0.sha256.prefix(16))" }
    #expect(pins == SchemaTests.pins)
  }

  @Test("a register's table has its declared fields")
  func columns() throws {
    let connection = try SQLiteDatabase.inMemory()
    let ledger = try Ledger.found(
      on: connection, registers: Suite.registers, site: "TEST", at: "")
    for shape in ledger.allShapes() {
      let table = RegisterTable(shape)
      let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table.name)')") {
        $0.text(0)
      }
      #expect(columns == table.columns.map { $0.replacing("\"", with: "") })
    }
  }

  private static let pins = [
    "core.1 7f244013d54cf78f",
  ]

  @Test("a database of a newer program is refused by name")
  func newer() throws {
    let connection = try SQLiteDatabase.inMemory()
    _ = try Ledger.found(on: connection, site: "TEST", at: "")
    try connection.execute("INSERT INTO schema_step VALUES ('core.99', 'x', 'y')")
    #expect(throws: StorageError.newerSchema(step: "core.99")) {
      try Ledger.open(on: connection, at: "")
    }
  }

  @Test("states read back as they were written, line ends and all")
  func fields() {
    var fields = FieldList()
    fields.add("name", "a\nb\\c=d")
    fields.add("alias", "x")
    fields.add("alias", "y")
    fields.add("none", String?.none)
    let read = FieldList(parsing: fields.description)
    #expect(read == fields)
    #expect(read["name"] == "a\nb\\c=d")
    #expect(read.all("alias") == ["x", "y"])
    #expect(read["none"] == nil)
  }
}
