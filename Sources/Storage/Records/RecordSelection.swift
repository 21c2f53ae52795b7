internal import Registers
internal import TargetEngine

extension Ledger {
  /// From a register to the unit of its records: its own table first, then those of the records
  /// that it names, each with the column that leads on.
  func path(of shape: RegisterShape) -> [RegisterTable.Step] {
    var path: [RegisterTable.Step] = []
    var next: RegisterShape? = shape
    while let shape = next, let place = shape.placeField, path.count < 8 {
      path.append(
        RegisterTable.Step(
          table: table(shape).name, column: RegisterTable.column(shape.fields[place])))
      let registers = shape.fields[place].kind.registers
      if registers.isEmpty { return path }
      if registers.count > 1 { return either(of: registers).map { path + [$0] } ?? [] }
      next = self.shape(registers[0])
    }
    return []
  }

  /// The step to the records of several registers, whose units are their own.
  private func either(of registers: [String]) -> RegisterTable.Step? {
    let places = registers.compactMap { shape($0) }.compactMap { shape in
      shape.placeField.flatMap { place in
        shape.fields[place].kind == .unit ? (table(shape).name, shape.fields[place]) : nil
      }
    }
    guard places.count == registers.count else { return nil }
    let tables = places.map { "SELECT id, \(RegisterTable.column($1)) AS place FROM \($0)" }
    return RegisterTable.Step(
      table: "(\(tables.joined(separator: " UNION ALL ")))", column: "place")
  }
}

extension RegisterTable {
  /// What stands for a list among the columns of a question: its members, one row for each.
  func memberships(
    of subjects: [RecordQuery.Subject], on day: Day?
  ) -> [(subject: RecordQuery.Subject, column: String, join: String)] {
    members.enumerated().compactMap { index, list in
      guard subjects.contains(.field(list.field)) else { return nil }
      let alias = "m\(index)"
      // Who belonged to it twice is in it once.
      let rows =
        "SELECT DISTINCT record, member FROM \(list.name) WHERE 1 = 1\(list.inForce(on: day))"
      return (
        .field(list.field), "\(alias).member",
        " LEFT JOIN (\(rows)) \(alias) ON \(alias).record = r.id"
      )
    }
  }

  /// A table on the way to a record's unit.
  struct Step {
    var table: String
    var column: String
  }

  /// What the table of a step is called, beginning with the register's own.
  static func alias(_ step: Int) -> String { step == 0 ? "r" : "r\(step)" }

  func column(_ subject: RecordQuery.Subject, _ path: [Step]) -> String {
    switch subject {
    case .stage: "r.stage"
    case .place:
      path.last.map { "\(RegisterTable.alias(path.count - 1)).\($0.column)" } ?? "NULL"
    case .field(let field): "r." + RegisterTable.shownColumn(shape.fields[field])
    }
  }

  /// `SELECT … FROM … WHERE …` with its values.
  func selection(
    _ query: RecordQuery, columns: [String], path: [Step], joins: [String] = []
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
      conditions.append(test(condition, on: query.day, path, &values))
    }
    let list = columns.joined(separator: ", ")
    return (
      "\(head)SELECT \(list) FROM \(source)\(joins.joined()) WHERE "
        + conditions.joined(separator: " AND "), values
    )
  }

  /// A condition in SQL, its values added to those before.
  private func test(
    _ condition: RecordQuery.Condition, on day: Day?, _ path: [Step], _ values: inout [Value]
  ) -> String {
    if case .field(let field) = condition.subject, !condition.value.isEmpty,
      let list = members.first(where: { $0.field == field })
    {
      let isOther = condition.comparison == .notEqual
      let test = comparison(
        isOther ? .equal : condition.comparison, "member", condition.value, &values)
      return "r.id \(isOther ? "NOT IN" : "IN") (\(list.records(where: test, on: day)))"
    }
    guard case .field(let field) = condition.subject else {
      return comparison(
        condition.comparison, column(condition.subject, path), condition.value, &values)
    }
    var column = RegisterTable.sought(shape.fields[field], in: "r.")
    if shape.fields[field].kind == .moment, case .day = condition.value {
      column = "(\(column) / 10000)"
    }
    return comparison(
      condition.comparison, column, shape.fields[field].compared(condition.value), &values)
  }

  private func comparison(
    _ comparison: RecordQuery.Comparison, _ column: String, _ value: Datum,
    _ values: inout [Value]
  ) -> String {
    switch (comparison, value) {
    case (.notEqual, .empty): return "\(column) IS NOT NULL"
    case (_, .empty): return "\(column) IS NULL"
    case (.contains, .text(let part)):
      let plain = part.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
        .replacing("_", with: "\\_")
      values.append(.text("%\(plain)%"))
      return "\(column) LIKE ?\(values.count) ESCAPE '\\'"
    case (.notEqual, _):
      values.append(value.value)
      return "(\(column) <> ?\(values.count) OR \(column) IS NULL)"
    default:
      values.append(value.value)
      let sign = comparison == .contains ? "=" : comparison.rawValue
      return "\(column) \(sign) ?\(values.count)"
    }
  }
}
