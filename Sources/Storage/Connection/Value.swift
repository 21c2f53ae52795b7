/// A value for a placeholder, where speed does not matter.
public enum Value: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  case null
  case int(Int64)
  case text(String)
  case blob([UInt8])

  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(_ value: Int?) { self = value.map { .int(Int64($0)) } ?? .null }
  public init(_ value: Int64?) { self = value.map { .int($0) } ?? .null }
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}

extension Statement {
  func bind(_ index: Int, _ text: String) {
    var text = text
    text.withUTF8 { bind(index, text: $0) }
  }

  func bind(_ index: Int, _ value: Value) {
    switch value {
    case .null: bindNull(index)
    case .int(let int): bind(index, int)
    case .text(let text): bind(index, text)
    case .blob(let bytes): bind(index, blob: bytes)
    }
  }

  func bind(_ values: [Value]) {
    for (index, value) in values.enumerated() { bind(index + 1, value) }
  }

  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
  func blob(_ column: Int) -> [UInt8] { Array(bytes(column)) }
  func optionalInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
}

enum Placeholders {
  /// ` AND column IN (?2, ?3)` for so many values; nothing when any will do.
  static func among(_ column: String, _ values: [some Any]?, from first: Int) -> String {
    guard let values else { return "" }
    let places = values.indices.map { "?\(first + $0)" }.joined(separator: ", ")
    return " AND \(column) IN (\(places))"
  }
}

extension Connection {
  /// Runs one statement that gives no rows.
  func run(_ sql: String, _ values: [Value] = []) throws(StorageError) {
    let statement = try statement(sql)
    statement.bind(values)
    while try statement.step() {}
  }

  /// Every row of a query, each turned into a value.
  func rows<Row>(
    _ sql: String, _ values: [Value] = [],
    _ row: (any Statement) throws(StorageError) -> Row
  ) throws(StorageError) -> [Row] {
    let statement = try statement(sql)
    statement.bind(values)
    var rows: [Row] = []
    while try statement.step() { rows.append(try row(statement)) }
    return rows
  }

  /// The rows of a query about so many things that its placeholders have to be filled several times.
  func rows<Row>(
    of ids: [Int64], _ sql: (String) -> String, row: (any Statement) -> Row
  ) throws(StorageError) -> [Row] {
    var rest = ids[...]
    var found: [Row] = []
    while !rest.isEmpty {
      let part = rest.prefix(400)
      rest = rest.dropFirst(part.count)
      let places = (1...part.count).map { "?\($0)" }.joined(separator: ", ")
      let statement = try statement(sql(places))
      for (place, id) in part.enumerated() { statement.bind(place + 1, id) }
      while try statement.step() { found.append(row(statement)) }
    }
    return found
  }

  /// The first row of a query, if any.
  public func first<Row>(
    _ sql: String, _ values: [Value] = [], _ row: (any Statement) -> Row
  ) throws(StorageError) -> Row? {
    let statement = try statement(sql)
    statement.bind(values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return row(statement)
  }

  /// Runs `body` in one transaction: all of it happens, or nothing.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try begin()
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }
}
