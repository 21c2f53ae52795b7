extension Connection {
  /// Runs one statement that gives no rows.
  public func run(_ sql: String, _ values: [Value] = []) throws(StorageError) {
    let statement = try statement(sql)
    statement.bind(values)
    while try statement.step() {}
  }

  /// Every row of a query, each turned into a value.
  public func rows<Row>(
    _ sql: String, _ values: [Value] = [],
    _ row: (any Statement) throws(StorageError) -> Row
  ) throws(StorageError) -> [Row] {
    let statement = try statement(sql)
    statement.bind(values)
    var rows: [Row] = []
    while try statement.step() { rows.append(try row(statement)) }
    return rows
  }

  /// The rows of a query about many things, asked a few hundred at a time.
  public func rows<Row>(
    of ids: [Int64], _ sql: (String) -> String, row: (any Statement) -> Row
  ) throws(StorageError) -> [Row] {
    var rest = ids[...]
    var found: [Row] = []
    while !rest.isEmpty {
      let part = rest.prefix(Placeholders.count)
      rest = rest.dropFirst(part.count)
      let places =
        part.count == Placeholders.count ? Placeholders.most : Placeholders.first(part.count)
      let statement = try statement(sql(places))
      for (place, id) in part.enumerated() { statement.bind(place + 1, id) }
      while try statement.step() { found.append(row(statement)) }
    }
    return found
  }

  /// The first row of a query as a value; nil when there is none.
  public func first<Row>(
    _ sql: String, _ values: [Value] = [], _ row: (any Statement) -> Row
  ) throws(StorageError) -> Row? {
    let statement = try statement(sql)
    statement.bind(values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return row(statement)
  }
}

/// Builds the parts of a query that depend on how many values there are.
public enum Placeholders {
  /// The placeholders of the first `count` values.
  static func first(_ count: Int) -> String {
    (1...max(count, 1)).map { "?\($0)" }.joined(separator: ", ")
  }

  /// How many things one question is about at most.
  static let count = 400
  static let most = first(count)

  /// ` AND column IN (?2, ?3)` with one placeholder for each value; empty for nil.
  public static func among(_ column: String, _ values: [some Any]?, from first: Int) -> String {
    guard let values else { return "" }
    let places = values.indices.map { "?\(first + $0)" }.joined(separator: ", ")
    return " AND \(column) IN (\(places))"
  }
}
