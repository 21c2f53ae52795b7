internal import Database
internal import Registers
internal import TargetEngine

/// A question for records of one register: its SQL, and the values that are bound in it.
struct RecordQuestion {
  private let table: RegisterTable
  private let query: RecordQuery
  private let path: [RegisterTable.Step]
  private(set) var values: [Value] = []
  /// The columns of values that lie ahead for some records, made once.
  private var columns: [RecordQuery.Subject: String] = [:]

  init(_ table: RegisterTable, _ query: RecordQuery, path: [RegisterTable.Step]) {
    (self.table, self.query, self.path) = (table, query, path)
  }

  /// Adds a value, and returns what stands for it.
  mutating func bind(_ value: Value) -> String {
    values.append(value)
    return "?\(values.count)"
  }

  /// What stands for a subject: its column, or the value of the day where that is another one.
  mutating func column(_ subject: RecordQuery.Subject) -> String {
    let own =
      switch subject {
      case .stage: "r.stage"
      case .note: "r.note"
      case .place:
        path.last.map { "\(RegisterTable.alias(path.count - 1)).\($0.column)" } ?? "NULL"
      case .field(let field): "r." + RegisterTable.shownColumn(table.shape.fields[field])
      }
    guard !query.ahead.isEmpty, subject.mayLieAhead(in: table.shape) else { return own }
    if let known = columns[subject] { return known }
    let cases = query.ahead.map { state in
      let value = state.value(of: subject, in: table.shape).value
      return " WHEN \(bind(.int(state.id))) THEN \(value == .null ? "NULL" : bind(value))"
    }
    let column = "CASE r.id\(cases.joined()) ELSE \(own) END"
    columns[subject] = column
    return column
  }

  /// `SELECT … FROM … WHERE …`.
  mutating func selection(_ columns: [String], joins: [String] = []) -> String {
    var conditions = ["r.removed = 0"]
    // Nothing of a register without units belongs to one.
    if query.unit != nil, path.isEmpty { conditions.append("1 = 0") }
    let (head, source) = source(&conditions)
    if let begun = query.begun, let start = table.shape.startField {
      let column = column(.field(start))
      let day = bind(.int(Int64(begun.rawValue)))
      conditions.append("(\(column) IS NULL OR \(column) <= \(day))")
    }
    conditions += query.conditions.map { test($0) }
    return "\(head)SELECT \(columns.joined(separator: ", ")) FROM \(source)\(joins.joined()) WHERE "
      + conditions.joined(separator: " AND ")
  }

  /// The register's table with those that lead to units, and what begins the question.
  private mutating func source(_ conditions: inout [String]) -> (head: String, source: String) {
    guard let unit = query.unit, !path.isEmpty else {
      var source = "\(table.name) r"
      if path.count > 1 {
        for (index, step) in path.enumerated().dropFirst() {
          let before = "\(RegisterTable.alias(index - 1)).\(path[index - 1].column)"
          source += " LEFT JOIN \(step.table) r\(index) ON r\(index).id = \(before)"
        }
      }
      return ("", source)
    }
    let head =
      "WITH RECURSIVE below (id) AS (SELECT CAST(\(bind(.int(unit))) AS BIGINT) UNION"
      + " SELECT u.id FROM below b JOIN unit u ON u.parent = b.id) "
    var source = "below b"
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
    return (head, source)
  }

  private mutating func test(_ condition: RecordQuery.Condition) -> String {
    if case .field(let field) = condition.subject, !condition.value.isEmpty,
      let list = table.members.first(where: { $0.field == field })
    {
      let isOther = condition.comparison == .notEqual
      let test = comparison(isOther ? .equal : condition.comparison, "member", condition.value)
      return "r.id \(isOther ? "NOT IN" : "IN") (\(list.records(where: test, on: query.day)))"
    }
    guard case .field(let field) = condition.subject else {
      return comparison(condition.comparison, column(condition.subject), condition.value)
    }
    let shape = table.shape.fields[field]
    // A name is looked for in the form in which it is compared.
    var column =
      shape.isName ? RegisterTable.sought(shape, in: "r.") : column(condition.subject)
    if shape.kind == .moment, case .day = condition.value { column = "(\(column) / 10000)" }
    return comparison(condition.comparison, column, shape.compared(condition.value))
  }

  private mutating func comparison(
    _ comparison: RecordQuery.Comparison, _ column: String, _ value: Datum
  ) -> String {
    switch (comparison, value) {
    case (_, .list(let members)):
      let isOther = comparison == .notEqual
      // A list without members is none of which anything could be.
      if members.isEmpty { return isOther ? "1 = 1" : "1 = 0" }
      let values = members.map { bind($0.value.value) }.joined(separator: ", ")
      return isOther
        ? "(\(column) NOT IN (\(values)) OR \(column) IS NULL)" : "\(column) IN (\(values))"
    case (.notEqual, .empty): return "\(column) IS NOT NULL"
    case (_, .empty): return "\(column) IS NULL"
    case (.contains, .text(let part)):
      return "\(column) LIKE \(bind(.text(LikePattern.containing(part)))) \(LikePattern.escape)"
    case (.notEqual, _): return "(\(column) <> \(bind(value.value)) OR \(column) IS NULL)"
    default:
      let sign = comparison == .contains ? "=" : comparison.rawValue
      return "\(column) \(sign) \(bind(value.value))"
    }
  }
}
