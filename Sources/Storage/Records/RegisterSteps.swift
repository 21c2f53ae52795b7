internal import Registers

/// The steps of the schema that make and extend a register's table.
extension RegisterTable {
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
    let compared = { (field: FieldShape) in RegisterTable.declared(field)[0] }
    let (key, identity) = (keyFields.map(compared), identityFields.map(compared))
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
      zip(RegisterTable.declared(field), field.kind.columns).map { "\($0) \($1.type.rawValue)" }
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
    let key = shape.keyFields.map { RegisterTable.declared(shape.fields[$0])[0] }
      .joined(separator: ", ")
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
