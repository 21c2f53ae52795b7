public import Database
internal import Journal

/// A name with a text: a setting of the office, or a file that was imported, known by its digest.
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
}

extension Ledger {
  /// The settings as they were when a transaction was written, from the journal: a closed report looks
  /// as it did then.
  public func settings(through transaction: Int64) throws(StorageError) -> [String: String] {
    let row = try Journal.row(transaction, connection)
    let changes = try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'setting' AND seq < ?1 ORDER BY seq",
      [.int(row?.changes.end ?? .max)]
    ) { ($0.int(0), FieldList(parsing: $0.text(1))) }
    var states: [Int64: FieldList] = [:]
    for (object, state) in changes { states[object] = state }
    let values = states.values.compactMap { state in
      state[NamedValue.setting.key].map { ($0, state[NamedValue.setting.value] ?? "") }
    }
    return Dictionary(values) { first, _ in first }
  }
}

extension Transaction {
  /// Sets one of the office's settings.
  public func set(setting name: String, to value: String) throws(StorageError) {
    _ = try set(.setting, name, value)
  }

  /// Gives a name its text, and returns the row's number.
  func set(
    _ kind: NamedValue, _ name: String, _ value: String
  ) throws(StorageError) -> Int64 {
    let existing = try connection.first(
      "SELECT id FROM \(kind.table) WHERE \(kind.key) = ?1", [.text(name)]
    ) { $0.int(0) }
    let id: Int64 = if let existing { existing } else { try nextID(in: kind.subject) }
    let fields = kind.fields(name, value)
    try put(kind, fields, at: id)
    try journal.record(Change(subject: kind.subject, object: id, state: fields))
    return id
  }

  func put(_ kind: NamedValue, _ fields: FieldList, at id: Int64) throws(StorageError) {
    try connection.run("DELETE FROM \(kind.table) WHERE id = ?1", [.int(id)])
    try connection.run(
      "INSERT INTO \(kind.table) (id, \(kind.key), \(kind.value)) VALUES (?1, ?2, ?3)",
      [.int(id), Value(fields[kind.key] ?? ""), Value(fields[kind.value] ?? "")])
  }
}
