internal import Database
internal import Registers
internal import TargetEngine

/// The table of the members of one list field, to find the records whose list contains a value. The
/// list itself, in its order, is in the record's row: the table is an index of it, and one changed
/// member is one changed row.
struct MemberTable: Sendable {
  /// The index of the field.
  let field: Int
  /// `union_contract__employers`.
  let name: String
  let element: FieldKind
  let isDated: Bool
  let columns: [String]

  init?(_ shape: RegisterShape, _ field: Int) {
    guard case .list(let element, let isDated) = shape.fields[field].kind else { return nil }
    (self.field, self.element, self.isDated) = (field, element, isDated)
    name =
      "\(RegisterTable.name(shape.id))__\(shape.fields[field].name.replacing("-", with: "_"))"
    columns = ["record", "member"] + (isDated ? ["since", "until"] : [])
  }

  /// Missing days are stored as days before and after all others, so that no column is NULL.
  static let (first, last): (Int64, Int64) = (0, 99_999_999)

  var creation: String {
    let days = isDated ? ", since {int} NOT NULL, until {int} NOT NULL" : ""
    return """
      CREATE TABLE \(name) (
        record {int} NOT NULL, member \(element.columns[0].type.rawValue) NOT NULL\(days),
        PRIMARY KEY (\(columns.joined(separator: ", ")))
      ) {clustered};
      CREATE INDEX \(name)_member ON \(name) (member, record);

      """
  }

  /// A member's values for the columns after the record's.
  func row(_ member: Datum.Member) -> [Scalar] {
    let days = [
      member.since.map { Int64($0.rawValue) } ?? MemberTable.first,
      member.until.map { Int64($0.rawValue) } ?? MemberTable.last,
    ]
    return [member.value.scalar] + (isDated ? days.map { .int($0) } : [])
  }

  /// The rows of a record's list as its own row has it.
  func rows(of state: RecordState) -> [[Scalar]] {
    if case .list(let members) = state.data[field] { members.map(row) } else { [] }
  }

  /// The rows of a record in the table.
  func standing(
    _ record: RecordID, _ connection: any Connection
  ) throws(StorageError) -> [[Scalar]] {
    let list = columns.dropFirst().joined(separator: ", ")
    return try connection.rows(
      "SELECT \(list) FROM \(name) WHERE record = ?1", [.int(record)], row)
  }

  private func row(_ statement: any Statement) -> [Scalar] {
    let types = [element.columns[0].type] + (isDated ? [.int, .int] : [])
    return types.enumerated().map { Scalar(statement, $0, $1) }
  }

  /// The SQL condition of records with a member that passes `test`; of a dated list only members of
  /// a day, where one is given.
  func records(where test: String, on day: Day?) -> String {
    "SELECT record FROM \(name) WHERE \(test)\(inForce(on: day))"
  }

  /// ` AND …`, the SQL condition of members of a day.
  func inForce(on day: Day?) -> String {
    guard isDated, let day else { return "" }
    return " AND since <= \(day.rawValue) AND until >= \(day.rawValue)"
  }
}

extension Transaction {
  /// Updates the tables of a record's lists from its row. Rows that stay are not touched.
  func storeMembers(of state: RecordState, in table: RegisterTable) throws(StorageError) {
    for members in table.members {
      let wanted = Set(members.rows(of: state))
      let standing = Set(try members.standing(state.id, connection))
      try delete(standing.subtracting(wanted), of: state.id, from: members)
      let added = wanted.subtracting(standing).map { [.int(state.id)] + $0 }
      try insert(added, into: members)
    }
  }

  /// Deletes a record's rows from the tables of its lists.
  func deleteMembers(of record: RecordID, in table: RegisterTable) throws(StorageError) {
    for members in table.members {
      try connection.run("DELETE FROM \(members.name) WHERE record = ?1", [.int(record)])
    }
  }

  /// Inserts rows, each with its record first.
  func insert(_ rows: [[Scalar]], into members: MemberTable) throws(StorageError) {
    if rows.isEmpty { return }
    let insert = try journal.bulk(into: members.name, columns: members.columns)
    try insert.insert(count: rows.count) { statement, offset, row in
      for (column, scalar) in rows[row].enumerated() {
        statement.bind(offset + column, Value(scalar))
      }
    }
  }

  private func delete(
    _ rows: Set<[Scalar]>, of record: RecordID, from members: MemberTable
  ) throws(StorageError) {
    let test = members.columns.enumerated().map { "\($1) = ?\($0 + 1)" }
      .joined(separator: " AND ")
    for row in rows {
      try connection.run(
        "DELETE FROM \(members.name) WHERE \(test)", [.int(record)] + row.map { Value($0) })
    }
  }
}

/// The tables of lists are derived from the rows of records.
extension Ledger {
  /// The names of the tables whose rows differ from the derived ones.
  func memberFaults() throws(StorageError) -> [Inconsistency] {
    var wrong: [Inconsistency] = []
    for table in allShapes().map({ self.table($0) }) {
      for members in table.members {
        var count = 0
        var isWrong = false
        try eachRecord(in: table) { state throws(StorageError) in
          let wanted = members.rows(of: state)
          count += wanted.count
          let standing = try members.standing(state.id, self.connection)
          isWrong = isWrong || Set(wanted) != Set(standing)
        }
        let standing = try connection.first("SELECT COUNT(*) FROM \(members.name)") { $0.int(0) }
        if isWrong || Int64(count) != standing { wrong.append(.file(members.name)) }
      }
    }
    return wrong
  }

  /// Rewrites the tables.
  func rebuildMembers(_ writer: Transaction) throws(StorageError) {
    for table in allShapes().map({ self.table($0) }) {
      for members in table.members {
        try connection.run("DELETE FROM \(members.name)")
        try eachRecord(in: table) { state throws(StorageError) in
          try writer.insert(
            members.rows(of: state).map { [.int(state.id)] + $0 }, into: members)
        }
      }
    }
  }

  private func eachRecord(
    in table: RegisterTable, _ body: (RecordState) throws(StorageError) -> Void
  ) throws(StorageError) {
    let states = try connection.rows("SELECT \(table.list) FROM \(table.name) ORDER BY id") {
      table.state($0)
    }
    for state in states { try body(state) }
  }
}
