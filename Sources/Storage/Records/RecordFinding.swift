public import Database
public import Registers
internal import TargetEngine

extension Ledger {
  /// The records in force that a query asks for: the database pages, whatever their number.
  public func records(
    _ query: RecordQuery, in shape: RegisterShape
  ) throws(StorageError) -> [RecordState] {
    let table = self.table(shape)
    return try rows(query, in: shape, columns: table.columns) { table.state($0) }
  }

  /// The numbers of the same records.
  public func numbers(
    _ query: RecordQuery, in shape: RegisterShape
  ) throws(StorageError) -> [RecordID] {
    try rows(query, in: shape, columns: ["id"]) { $0.int(0) }
  }

  private func rows<Row>(
    _ query: RecordQuery, in shape: RegisterShape, columns: [String],
    _ row: (any Statement) -> Row
  ) throws(StorageError) -> [Row] {
    var question = RecordQuestion(table(shape), query, path: path(of: shape))
    var sql = question.selection(columns.map { "r.\($0)" })
    let order = query.sort.map { subject, descending in
      "\(question.column(subject)) \(descending ? "DESC NULLS LAST" : "ASC NULLS LAST")"
    }
    if !order.isEmpty {
      sql += " ORDER BY " + (order + ["r.id"]).joined(separator: ", ")
    } else if query.unit == nil {
      sql += " ORDER BY r.id"
    }
    if let limit = query.limit {
      sql += " LIMIT \(question.bind(Value(limit))) OFFSET \(question.bind(Value(query.offset)))"
    }
    return try connection.rows(sql, question.values, row)
  }

  public func count(_ query: RecordQuery, in shape: RegisterShape) throws(StorageError) -> Int {
    var question = RecordQuestion(table(shape), query, path: path(of: shape))
    let sql = question.selection(["COUNT(*)"])
    return Int(try connection.first(sql, question.values) { $0.int(0) } ?? 0)
  }
}
