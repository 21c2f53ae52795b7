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
    /// Empty asks for records without, or not without, a value.
    public var value: Datum

    public init(_ subject: Subject, _ comparison: Comparison, _ value: Datum) {
      self.subject = subject
      self.comparison = comparison
      self.value = value
    }
  }

  public var conditions: [Condition] = []
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

  /// How many records there are for each combination of values, with the sums of some fields.
  public func groups(
    _ query: RecordQuery, in shape: RegisterShape, by subjects: [RecordQuery.Subject],
    sums: [Int]
  ) throws(StorageError) -> [(values: [Datum], count: Int64, sums: [Int64])] {
    let table = self.table(shape)
    let path = path(of: shape)
    let keys = subjects.map { table.column($0, path) }
    let totals = sums.map {
      "CAST(COALESCE(SUM(\(table.column(.field($0), path))), 0) AS BIGINT)"
    }
    var text = table.selection(
      query, columns: keys + ["COUNT(*)"] + totals, path: path)
    if !keys.isEmpty { text.sql += " GROUP BY " + keys.joined(separator: ", ") }
    return try connection.rows(text.sql, text.values) { row in
      let values = subjects.enumerated().map { index, subject in
        switch subject {
        case .stage: Datum.text(row.text(index))
        case .place: Datum(row, index, .unit)
        case .field(let field): Datum(row, index, shape.fields[field].kind)
        }
      }
      return (
        values, row.int(keys.count), sums.indices.map { row.int(keys.count + 1 + $0) }
      )
    }
  }
}

extension Ledger {
  /// From a register to the unit of its records: its own table first, then those of the records
  /// that it names, each with the column that leads on.
  fileprivate func path(of shape: RegisterShape) -> [RegisterTable.Step] {
    var path: [RegisterTable.Step] = []
    var next: RegisterShape? = shape
    while let shape = next, let place = shape.placeField, path.count < 8 {
      path.append(
        RegisterTable.Step(
          table: table(shape).name, column: RegisterTable.column(shape.fields[place])))
      guard case .reference(let register) = shape.fields[place].kind else { return path }
      next = self.shape(register)
    }
    return []
  }
}

extension RegisterTable {
  /// A table on the way to a record's unit.
  fileprivate struct Step {
    var table: String
    var column: String
  }

  /// What the table of a step is called, beginning with the register's own.
  fileprivate static func alias(_ step: Int) -> String { step == 0 ? "r" : "r\(step)" }

  fileprivate func column(_ subject: RecordQuery.Subject, _ path: [Step]) -> String {
    switch subject {
    case .stage: "r.stage"
    case .place:
      path.last.map { "\(RegisterTable.alias(path.count - 1)).\($0.column)" } ?? "NULL"
    case .field(let field): "r." + RegisterTable.column(shape.fields[field])
    }
  }

  /// `SELECT … FROM … WHERE …` with its values.
  fileprivate func selection(
    _ query: RecordQuery, columns: [String], path: [Step]
  ) -> (sql: String, values: [Value]) {
    var values: [Value] = []
    var conditions = ["r.removed = 0"]
    var source = "\(name) r"
    var head = ""
    if query.unit == nil, path.count > 1 {
      for (index, step) in path.enumerated().dropFirst() {
        let before = path[index - 1].column
        source +=
          " LEFT JOIN \(step.table) r\(index) ON r\(index).id = \(RegisterTable.alias(index - 1)).\(before)"
      }
    }
    if let unit = query.unit, !path.isEmpty {
      values.append(.int(unit))
      head =
        "WITH RECURSIVE below (id) AS (SELECT CAST(?1 AS BIGINT) UNION"
        + " SELECT u.id FROM below b JOIN unit u ON u.parent = b.id) "
      source = "below b"
      for (index, step) in path.enumerated().reversed() {
        let alias = RegisterTable.alias(index)
        let before = index == path.count - 1 ? "b" : RegisterTable.alias(index + 1)
        let match = "\(alias).\(step.column) = \(before).id"
        if query.conditions.isEmpty {
          // Units come first in any case. Said so, the walk through them ends with the page.
          source += " CROSS JOIN \(step.table) \(alias)"
          conditions.append(match)
        } else {
          source += " JOIN \(step.table) \(alias) ON \(match)"
        }
      }
    }
    for condition in query.conditions {
      let column = column(condition.subject, path)
      switch (condition.comparison, condition.value) {
      case (.notEqual, .empty): conditions.append("\(column) IS NOT NULL")
      case (_, .empty): conditions.append("\(column) IS NULL")
      case (.contains, .text(let part)):
        let plain = part.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
          .replacing("_", with: "\\_")
        values.append(.text("%\(plain)%"))
        conditions.append("\(column) LIKE ?\(values.count) ESCAPE '\\'")
      case (.notEqual, let value):
        values.append(value.value)
        conditions.append("(\(column) <> ?\(values.count) OR \(column) IS NULL)")
      case (let comparison, let value):
        values.append(value.value)
        let sign = comparison == .contains ? "=" : comparison.rawValue
        conditions.append("\(column) \(sign) ?\(values.count)")
      }
    }
    let list = columns.joined(separator: ", ")
    return (
      "\(head)SELECT \(list) FROM \(source) WHERE " + conditions.joined(separator: " AND "), values
    )
  }
}
