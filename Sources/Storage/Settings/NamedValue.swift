/// A name with a text: a setting of the office, or a file that was imported, known by its hash.
struct NamedValue {
  let subject: Change.Subject
  let table: String
  let key: String
  let value: String

  static let setting = NamedValue(
    subject: .setting, table: "setting", key: "name", value: "value")
  static let imported = NamedValue(
    subject: .imported, table: "imported", key: "sha256", value: "name")

  func fields(_ name: String, _ text: String) -> FieldList {
    var fields = FieldList()
    fields.add(key, name)
    fields.add(value, text)
    return fields
  }
}

extension Ledger {
  /// The office's settings by name.
  public func settings() throws(StorageError) -> [String: String] {
    let rows = try connection.rows("SELECT name, value FROM setting") { ($0.text(0), $0.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// The name under which the same bytes were imported before, with the transaction; nil when
  /// they were not.
  public func imported(sha256: String) throws(StorageError) -> (name: String, transaction: Int64)? {
    try connection.first(
      """
      SELECT i.name, (
        SELECT MAX(j.tx) FROM change c JOIN journal j
          ON c.seq >= j.first_change AND c.seq < j.first_change + j.changes
        WHERE c.subject = 'imported' AND c.object = i.id)
      FROM imported i WHERE i.sha256 = ?1
      """, [.text(sha256)]
    ) { ($0.text(0), $0.int(1)) }
  }
}

extension Transaction {
  /// Sets one of the office's settings.
  public func set(setting name: String, to value: String) throws(StorageError) {
    try set(.setting, name, value)
  }

  /// Remembers a file's bytes, so that a second import of them is noticed.
  public func remember(file name: String, sha256: String) throws(StorageError) {
    try set(.imported, sha256, name)
  }

  private func set(
    _ kind: NamedValue, _ name: String, _ value: String
  ) throws(StorageError) {
    let existing = try connection.first(
      "SELECT id FROM \(kind.table) WHERE \(kind.key) = ?1", [.text(name)]
    ) { $0.int(0) }
    let id: Int64 = if let existing { existing } else { try nextID(in: kind.subject) }
    let fields = kind.fields(name, value)
    try put(kind, fields, at: id)
    try record(Change(subject: kind.subject, object: id, state: fields))
  }

  func put(_ kind: NamedValue, _ fields: FieldList, at id: Int64) throws(StorageError) {
    try connection.run("DELETE FROM \(kind.table) WHERE id = ?1", [.int(id)])
    try connection.run(
      "INSERT INTO \(kind.table) (id, \(kind.key), \(kind.value)) VALUES (?1, ?2, ?3)",
      [.int(id), Value(fields[kind.key] ?? ""), Value(fields[kind.value] ?? "")])
  }
}
