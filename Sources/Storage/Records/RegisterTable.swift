internal import Registers

/// The table in which a register's records lie: a column for each field, two for a dated one, and
/// those that every record has.
final class RegisterTable {
  let shape: RegisterShape
  let name: String
  /// All columns, the record's row first.
  let columns: [String]
  let list: String
  /// Puts a record's row in place of the one with its number, if there is one.
  let upsert: String
  /// The record of a row number.
  let selectOne: String
  /// The record in force of a natural key.
  let selectByKey: String

  init(_ shape: RegisterShape) {
    self.shape = shape
    name = shape.id.replacing(".", with: "_").replacing("-", with: "_")
    columns =
      ["id"] + shape.declaredFields.flatMap(RegisterTable.columns)
      + ["stage", "moves", "note", "removed", "extra"]
    list = columns.joined(separator: ", ")
    let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let updates = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    upsert =
      "INSERT INTO \(name) (\(list)) VALUES (\(places)) ON CONFLICT (id) DO UPDATE SET \(updates)"
    selectOne = "SELECT \(list) FROM \(name) WHERE id = ?1"
    let key = shape.keyFields.enumerated().map { index, field in
      "\(RegisterTable.column(shape.fields[field])) IS NOT DISTINCT FROM ?\(index + 1)"
    }
    selectByKey =
      "SELECT \(list) FROM \(name) WHERE \(key.joined(separator: " AND ")) AND removed = 0"
  }

  /// A field's column, quoted since some are words of SQL.
  static func column(_ field: FieldShape) -> String {
    "\"\(field.name.replacing("-", with: "_"))\""
  }

  /// The value that a list shows, and for a dated field all its steps.
  private static func columns(_ field: FieldShape) -> [String] {
    guard field.kind == .dated else { return [column(field)] }
    return [column(field), steps(field)]
  }

  private static func steps(_ field: FieldShape) -> String {
    "\"\(field.name.replacing("-", with: "_"))_steps\""
  }

  /// The step that makes the table, or that adds what a later version of the register brought. The
  /// text follows from the declaration and is frozen once released: a test pins its hash.
  func step(_ version: Int) -> String { version == 1 ? creation : addition(version) }

  private var creation: String {
    let fields = definitions(since: 1).map { "  \($0),\n" }
    let key = shape.keyFields.filter { shape.fields[$0].since == 1 }
      .map { RegisterTable.column(shape.fields[$0]) }
    return """
      CREATE TABLE \(name) (
        id {id},
      \(fields.joined())  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
        removed {int} NOT NULL, extra TEXT NOT NULL
      ) {table};

      """
        + (key.isEmpty
          ? ""
          : "CREATE UNIQUE INDEX \(name)_key ON \(name) (\(key.joined(separator: ", ")))"
            + " WHERE removed = 0;\n") + indexes(since: 1)
  }

  private func addition(_ version: Int) -> String {
    definitions(since: version).map { "ALTER TABLE \(name) ADD COLUMN \($0);\n" }.joined()
      + indexes(since: version)
  }

  /// The columns that a version brought, with their types.
  private func definitions(since version: Int) -> [String] {
    shape.declaredFields.filter { $0.since == version }.flatMap { field in
      RegisterTable.columns(field).enumerated().map { index, column in
        "\(column) \(index == 0 ? field.kind.columnType : "TEXT")"
      }
    }
  }

  /// Records are looked for by what they refer to, by their groups and by their unit.
  private func indexes(since version: Int) -> String {
    var indexed = shape.fields.indices.filter { field in
      if case .reference = shape.fields[field].kind { return true }
      return shape.groups.contains { $0.field == field }
    }
    if let place = shape.placeField, !indexed.contains(place) { indexed.append(place) }
    return indexed.sorted().filter { shape.fields[$0].since == version }.map { field in
      let column = shape.fields[field].name.replacing("-", with: "_")
      return "CREATE INDEX \(name)_\(column) ON \(name) (\"\(column)\", id);\n"
    }.joined()
  }
}

extension FieldKind {
  /// The type of the column that holds the value.
  fileprivate var columnType: String {
    switch self {
    case .text, .choice: "TEXT"
    case .int, .money, .day, .bool, .unit, .reference, .dated: "{int}"
    }
  }
}

extension RegisterShape {
  /// The fields that have columns of their own.
  var declaredFields: ArraySlice<FieldShape> { fields.prefix { !$0.roles.contains(.office) } }
  /// The columns that the office added, which lie together in one.
  var officeFields: ArraySlice<FieldShape> { fields.drop { !$0.roles.contains(.office) } }
}
