internal import Registers

/// The steps of the schema that make and extend a register's table.
extension RegisterTable {
  /// The step that makes the table, or that adds what a later version of the register brought. The
  /// text follows from the declaration and is frozen once released: a test pins its hash.
  func step(_ version: Int) -> String {
    if version == 1 { return creation }
    return version > versionCompared ? extending(version) : addition(version)
  }

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

  func lists(since version: Int) -> String {
    members.filter { shape.fields[$0.field].since == version }.map(\.creation).joined()
  }

  /// One record in force for each natural key, and for each identity. Where there is an identity the
  /// natural key must be unique only among the records without one.
  private func uniqueness(since version: Int) -> String {
    let key = keyFields(through: version)
    var ddl = ""
    if !key.isEmpty,
      (key + identityFields(through: version)).contains(where: { $0.since == version })
    {
      if version > 1 { ddl += "DROP INDEX \(name)_key;\n" }
      ddl += uniqueKey(through: version)
    }
    return ddl + identityIndex(since: version)
  }

  func keyFields(through version: Int) -> [FieldShape] {
    shape.keyFields.map { shape.fields[$0] }.filter { $0.since <= version }
  }

  func identityFields(through version: Int) -> [FieldShape] {
    shape.identityFields.map { shape.fields[$0] }.filter { $0.since <= version }
  }

  /// The columns of fields as they were before names had two.
  private func compared(_ fields: [FieldShape]) -> [String] {
    fields.map { RegisterTable.declared($0)[0] }
  }

  func uniqueKey(through version: Int) -> String {
    let key = compared(keyFields(through: version)).joined(separator: ", ")
    let identity = compared(identityFields(through: version)).map { "\($0) IS NULL" }
    let among = (["removed = 0"] + identity).joined(separator: " AND ")
    return "CREATE UNIQUE INDEX \(name)_key ON \(name) (\(key)) WHERE \(among);\n"
  }

  func identityIndex(since version: Int) -> String {
    let identity = identityFields(through: version)
    guard identity.contains(where: { $0.since == version }) else { return "" }
    let columns = compared(identity).joined(separator: ", ")
    return "CREATE UNIQUE INDEX \(name)_identity ON \(name) (\(columns)) WHERE removed = 0;\n"
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

  func indexes(since version: Int) -> String {
    indexed.filter { shape.fields[$0].since == version }.map { field in
      let column = shape.fields[field].name.replacing("-", with: "_")
      return "CREATE INDEX \(name)_\(column) ON \(name) (\"\(column)\", id);\n"
    }.joined() + dueIndexes(since: version)
  }

  /// The step that lets the index of the natural key serve for its first field as well, where records
  /// are looked for by that: it gets all records, a removed one under its own number, and the other
  /// index goes.
  var thinning: String {
    let key = keyFields(through: versionCompared)
    guard isThinned, let first = key.first else { return "" }
    return """
      UPDATE \(name) SET removed = id WHERE removed <> 0;
      DROP INDEX \(name)_key;
      DROP INDEX \(name)_\(first.name.replacing("-", with: "_"));
      \(thinnedKey(key))
      """
  }

  var isThinned: Bool {
    guard let first = shape.keyFields.first, shape.fields[first].since <= versionCompared else {
      return false
    }
    return identityFields(through: versionCompared).isEmpty && indexed.contains(first)
  }

  func thinnedKey(_ key: [FieldShape]) -> String {
    let columns = compared(key).joined(separator: ", ")
    return "CREATE UNIQUE INDEX \(name)_key ON \(name) (\(columns), removed);\n"
  }

  /// What is due is looked for by its day, among any number of records that are done.
  private func dueIndexes(since version: Int) -> String {
    shape.obligations.filter { $0.since == version }.compactMap(\.columns).map { columns in
      let column = shape.fields[columns.due].name.replacing("-", with: "_")
      return "CREATE INDEX \(name)_due_\(column) ON \(name) (\"\(column)\", stage);\n"
    }.joined()
  }
}
