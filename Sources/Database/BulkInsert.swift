/// Inserts many rows into a table, 25 to a statement: measured to save a quarter of the time.
///
/// ```swift
/// let insert = BulkInsert(connection, into: "listed", columns: ["unit", "indicator"])
/// try insert.insert(count: places.count) { statement, offset, row in
///   statement.bind(offset, places[row].unit)
///   statement.bind(offset + 1, places[row].indicator)
/// }
/// ```
public final class BulkInsert {
  private let connection: any Connection
  private let head: String
  private let suffix: String
  private let columns: Int
  private let group = 25
  private var many: (any Statement)?
  private var one: (any Statement)?

  /// - Parameter suffix: what follows the values, such as `ON CONFLICT …`.
  public init(
    _ connection: any Connection, into table: String, columns: [String], suffix: String = ""
  ) {
    self.connection = connection
    self.columns = columns.count
    self.suffix = suffix
    head =
      "\(connection.dialect.bulkInsert) INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
  }

  /// Prepared when it is needed: a command that writes one row needs no other.
  private func statement(_ rows: Int) throws(StorageError) -> any Statement {
    if let known = rows == 1 ? one : many { return known }
    let places = (0..<rows).map { row in
      "(" + (0..<columns).map { "?\(row * columns + $0 + 1)" }.joined(separator: ", ") + ")"
    }
    let made = try connection.statement(head + places.joined(separator: ", ") + suffix)
    if rows == 1 { one = made } else { many = made }
    return made
  }

  /// Binds rows 0 ..< `count` by `bind(statement, offset, row)`, where column c of the row takes
  /// the placeholder `offset` + c, and inserts them.
  public func insert(
    count: Int, _ bind: (any Statement, _ offset: Int, _ row: Int) -> Void
  ) throws(StorageError) {
    var row = 0
    while row < count {
      let rows = count - row >= group ? group : 1
      let statement = try statement(rows)
      for index in 0..<rows { bind(statement, index * columns + 1, row + index) }
      _ = try statement.step()
      row += rows
    }
  }
}
