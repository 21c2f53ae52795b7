public import Registers
public import TargetEngine

/// Which records of a register to read.
public struct RecordQuery: Sendable {
  public enum Comparison: String, Sendable, CaseIterable {
    case equal = "=", notEqual = "!=", atMost = "<=", atLeast = ">=", less = "<", more = ">"
    /// A part of a text.
    case contains = "~"
  }

  public enum Subject: Sendable, Hashable {
    case field(Int)
    case stage
    /// The unit that a record belongs to.
    case place
  }

  public struct Condition: Sendable {
    public var subject: Subject
    public var comparison: Comparison
    /// Empty asks for records without, or not without, a value. A day asked of a moment is compared
    /// with its day; a value asked of a list, with each of its members.
    public var value: Datum

    public init(_ subject: Subject, _ comparison: Comparison, _ value: Datum) {
      self.subject = subject
      self.comparison = comparison
      self.value = value
    }
  }

  public var conditions: [Condition] = []
  /// Dated lists have the members that belong to them on this day; nil for any.
  public var day: Day?
  /// A unit with everything below it; nil for all.
  public var unit: UnitID?
  /// Without one, records stand in the order of units where one is given, else of their making.
  public var sort: [(subject: Subject, descending: Bool)] = []
  public var limit: Int?
  public var offset = 0

  public init() {}
}

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
    let table = self.table(shape)
    let path = path(of: shape)
    var text = table.selection(query, columns: columns.map { "r.\($0)" }, path: path)
    let order = query.sort.map { sort in
      "\(table.column(sort.subject, path)) \(sort.descending ? "DESC NULLS LAST" : "ASC NULLS LAST")"
    }
    if !order.isEmpty {
      text.sql += " ORDER BY " + (order + ["r.id"]).joined(separator: ", ")
    } else if query.unit == nil {
      text.sql += " ORDER BY r.id"
    }
    if let limit = query.limit {
      text.values += [Value(limit), Value(query.offset)]
      text.sql += " LIMIT ?\(text.values.count - 1) OFFSET ?\(text.values.count)"
    }
    return try connection.rows(text.sql, text.values, row)
  }

  public func count(_ query: RecordQuery, in shape: RegisterShape) throws(StorageError) -> Int {
    let text = self.table(shape).selection(query, columns: ["COUNT(*)"], path: path(of: shape))
    return Int(try connection.first(text.sql, text.values) { $0.int(0) } ?? 0)
  }
}
