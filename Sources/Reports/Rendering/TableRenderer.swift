/// Lays tables out as text. Every line of the result ends with a line feed.
public protocol TableRenderer: Sendable {
  func render(_ tables: [Table], to sink: ByteSink) throws

  /// Lays out a table whose rows are made while they are written, instead of its own. A renderer that must
  /// see all rows before it writes one collects them.
  ///
  /// - Parameter rows: gives each row to `emit`.
  func render(_ table: Table, rows: RowMaker, to sink: ByteSink) throws
}

/// Makes the rows of a table one after the other.
public typealias RowMaker = (_ emit: (Row) throws -> Void) throws -> Void

extension TableRenderer {
  public func render(_ table: Table, rows: RowMaker, to sink: ByteSink) throws {
    var whole = table
    whole.rows = []
    try rows { whole.rows.append($0) }
    try render([whole], to: sink)
  }

  /// The text of tables that are at hand.
  public func render(_ tables: [Table]) -> String {
    let sink = ByteSink()
    // Memory takes everything.
    try? render(tables, to: sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  public func render(_ table: Table) -> String { render([table]) }
}

extension Table {
  /// The rows that the table has itself.
  func eachRow(_ emit: (Row) throws -> Void) throws {
    for row in rows { try emit(row) }
  }
}
