internal import Database
internal import Journal

/// The rows of one table in the order of their numbers.
final class RowStream {
  let table: String
  let statement: any Statement
  var hasRow: Bool

  init(_ connection: any Connection, _ table: String, _ columns: String) throws(StorageError) {
    self.table = table
    statement = try connection.statement("SELECT \(columns) FROM \(table) ORDER BY seq")
    hasRow = try statement.step()
  }

  /// Passes on the rows of a transaction; false when some before them belong to none.
  func take(
    _ rows: JournalRow.Rows, _ body: (any Statement) -> Void
  ) throws(StorageError) -> Bool {
    var whole = true
    while hasRow, statement.int(0) < rows.end {
      if statement.int(0) >= rows.first { body(statement) } else { whole = false }
      hasRow = try statement.step()
    }
    return whole
  }
}
