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
