internal import Registers

/// The table in which a register's records lie: a column for each field, two for a dated or secret
/// one, and those that every record has.
final class RegisterTable: Sendable {
  let shape: RegisterShape
  let name: String
  /// All columns, the record's row first.
  let columns: [String]
  let list: String
  /// Lets a record's row take the place of the one with its number, if there is one.
  let replacing: String
  /// The record of a row number.
  let selectOne: String
  /// The records in force of a natural key.
  let selectByKey: String
  /// The record in force of an identity.
  let selectByIdentity: String
  /// For each field with columns of its own what they hold.
  let types: [[FieldColumn.Kind]]
  /// The tables of its lists.
  let members: [MemberTable]
  let form: RecordForm

  init(_ shape: RegisterShape) {
    self.shape = shape
    types = shape.declaredFields.map { $0.kind.columns.map(\.type) }
    members = shape.declaredFields.indices.compactMap { MemberTable(shape, $0) }
    form = RecordForm(shape)
    name = RegisterTable.name(shape.id)
    columns =
      ["id"] + shape.declaredFields.flatMap(RegisterTable.columns)
      + ["stage", "moves", "note", "removed", "extra"]
    list = columns.joined(separator: ", ")
    let updates = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    replacing = " ON CONFLICT (id) DO UPDATE SET \(updates)"
    selectOne = "SELECT \(list) FROM \(name) WHERE id = ?1"
    selectByKey = RegisterTable.selection(list, name, shape, shape.keyFields)
    selectByIdentity = RegisterTable.selection(list, name, shape, shape.identityFields)
  }

  private static func selection(
    _ list: String, _ name: String, _ shape: RegisterShape, _ fields: [Int]
  ) -> String {
    let conditions = fields.enumerated().map { index, field in
      "\(RegisterTable.column(shape.fields[field])) IS NOT DISTINCT FROM ?\(index + 1)"
    }
    return
      "SELECT \(list) FROM \(name) WHERE \((conditions + ["removed = 0"]).joined(separator: " AND "))"
      + " ORDER BY id"
  }

  /// `clinics_project`.
  static func name(_ register: String) -> String {
    register.replacing(".", with: "_").replacing("-", with: "_")
  }

  /// The column by which a field is compared, quoted since some are words of SQL.
  static func column(_ field: FieldShape) -> String { columns(field)[0] }

  /// Whether a field's value is ?1, or its list contains it, in SQL.
  func isValue(of field: Int) -> String {
    if let list = members.first(where: { $0.field == field }) {
      return "id IN (\(list.records(where: "member = ?1", on: nil)))"
    }
    return "\(RegisterTable.column(shape.fields[field])) = ?1"
  }

  static func columns(_ field: FieldShape) -> [String] {
    field.kind.columns.map { "\"\(field.name.replacing("-", with: "_"))\($0.suffix)\"" }
  }

  /// The step that makes the table, or that adds what a later version of the register brought. The
  /// text follows from the declaration and is frozen once released: a test pins its hash.
  func step(_ version: Int) -> String { version == 1 ? creation : addition(version) }

  private var creation: String {
    let fields = definitions(since: 1).map { "  \($0),\n" }
    return """
      CREATE TABLE \(name) (
        id {id},
      \(fields.joined())  stage TEXT NOT NULL, moves TEXT NOT NULL, note TEXT NOT NULL,
        removed {int} NOT NULL, extra TEXT NOT NULL
      ) {table};

      """ + uniqueness(since: 1) + indexes(since: 1) + lists(since: 1)
  }

  private func addition(_ version: Int) -> String {
    definitions(since: version).map { "ALTER TABLE \(name) ADD COLUMN \($0);\n" }.joined()
      + uniqueness(since: version) + indexes(since: version) + lists(since: version)
  }

  private func lists(since version: Int) -> String {
    members.filter { shape.fields[$0.field].since == version }.map(\.creation).joined()
  }

  /// One record in force for each natural key, and for each identity. Where there is an identity the
  /// natural key must be unique only among the records without one.
  private func uniqueness(since version: Int) -> String {
    let fields = { [shape] (places: [Int]) in
      places.map { shape.fields[$0] }.filter { $0.since <= version }
    }
    let (keyFields, identityFields) = (fields(shape.keyFields), fields(shape.identityFields))
    let (key, identity) = (
      keyFields.map(RegisterTable.column), identityFields.map(RegisterTable.column)
    )
    var ddl = ""
    if !key.isEmpty, (keyFields + identityFields).contains(where: { $0.since == version }) {
      if version > 1 { ddl += "DROP INDEX \(name)_key;\n" }
      let among = (["removed = 0"] + identity.map { "\($0) IS NULL" }).joined(separator: " AND ")
      ddl +=
        "CREATE UNIQUE INDEX \(name)_key ON \(name) (\(key.joined(separator: ", ")))"
        + " WHERE \(among);\n"
    }
    if identityFields.contains(where: { $0.since == version }) {
      ddl +=
        "CREATE UNIQUE INDEX \(name)_identity ON \(name) (\(identity.joined(separator: ", ")))"
        + " WHERE removed = 0;\n"
    }
    return ddl
  }

  /// The columns that a version brought, with their types.
  private func definitions(since version: Int) -> [String] {
    shape.declaredFields.filter { $0.since == version }.flatMap { field in
      zip(RegisterTable.columns(field), field.kind.columns).map { "\($0) \($1.type.rawValue)" }
    }
  }

  /// Records are looked for by what they refer to, by their groups and by their unit.
  private var indexed: [Int] {
    shape.fields.indices.filter { field in
      if field == shape.placeField { return true }
      if case .reference = shape.fields[field].kind { return true }
      return shape.groups.contains { $0.field == field }
    }
  }

  private func indexes(since version: Int) -> String {
    indexed.filter { shape.fields[$0].since == version }.map { field in
      let column = shape.fields[field].name.replacing("-", with: "_")
      return "CREATE INDEX \(name)_\(column) ON \(name) (\"\(column)\", id);\n"
    }.joined() + dueIndexes(since: version)
  }

  /// The step that lets the index of the natural key serve for its first field as well, where records
  /// are looked for by that: it gets all records, a removed one under its own number, and the other
  /// index goes. A later version that changes such a key has to make its index like this.
  var thinning: String {
    guard let first = shape.keyFields.first, shape.identityFields.isEmpty, indexed.contains(first)
    else { return "" }
    let key = shape.keyFields.map { RegisterTable.column(shape.fields[$0]) }.joined(separator: ", ")
    return """
      UPDATE \(name) SET removed = id WHERE removed <> 0;
      DROP INDEX \(name)_key;
      DROP INDEX \(name)_\(shape.fields[first].name.replacing("-", with: "_"));
      CREATE UNIQUE INDEX \(name)_key ON \(name) (\(key), removed);

      """
  }

  /// What is due is looked for by its day, among any number of records that are done.
  private func dueIndexes(since version: Int) -> String {
    shape.obligations.filter { $0.since == version }.compactMap(\.columns).map { columns in
      let column = shape.fields[columns.due].name.replacing("-", with: "_")
      return "CREATE INDEX \(name)_due_\(column) ON \(name) (\"\(column)\", stage);\n"
    }.joined()
  }
}

extension RegisterShape {
  /// The fields that have columns of their own.
  var declaredFields: ArraySlice<FieldShape> { fields.prefix { !$0.roles.contains(.office) } }
  /// The columns that the office added, which lie together in one.
  var officeFields: ArraySlice<FieldShape> { fields.drop { !$0.roles.contains(.office) } }
}
