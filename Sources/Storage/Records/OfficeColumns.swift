public import Database
internal import Journal
public import Registers
internal import TargetEngine

/// The columns that an office adds to a register. They are settings, so that the journal shows who
/// added them, and they are part of lists, templates, imports and exports.
extension Ledger {
  /// In the order in which they were added.
  func officeColumns(of register: String) -> [FieldShape] {
    let prefix = OfficeColumn.prefix + register + " "
    // A ledger that cannot be read fails at the next query.
    let rows = try? connection.rows(
      "SELECT name, value FROM setting WHERE name LIKE ?1 ORDER BY id", [.text(prefix + "%")]
    ) { ($0.text(0), $0.text(1)) }
    return (rows ?? []).compactMap { name, value in
      OfficeColumn.field(named: String(name.dropFirst(prefix.count)), value)
    }
  }
}

extension Transaction {
  /// Adds a column of the office to a register, or gives one another title; the caller has checked its name.
  public func setColumn(_ field: FieldShape, of shape: RegisterShape) throws(StorageError) {
    try set(
      setting: OfficeColumn.setting(field.name, of: shape), to: OfficeColumn.value(of: field))
    ledger.forgetSettings()
  }

  /// Takes away a column of the office.
  ///
  /// - Throws: `UndoFault.neededBy` where records have values in it.
  public func removeColumn(_ field: FieldShape, of shape: RegisterShape) throws {
    let id = try connection.first(
      "SELECT id FROM setting WHERE name = ?1",
      [.text(OfficeColumn.setting(field.name, of: shape))]
    ) { $0.int(0) }
    guard let id else { return }
    try forbidUsedColumn(id)
    try connection.run("DELETE FROM setting WHERE id = ?1", [.int(id)])
    try journal.record(Change(subject: .setting, object: id, state: nil))
    ledger.forgetSettings()
  }
}

extension Transaction {
  /// Throws where records in force have values in a column, which can then not be removed again. One that was removed
  /// does not come back while the column is gone.
  func forbidUsedColumn(_ setting: Int64) throws {
    let name = try connection.first(
      "SELECT name FROM setting WHERE id = ?1", [.int(setting)]
    ) { $0.text(0) }
    guard let name, let (register, column) = OfficeColumn.named(name),
      let shape = ledger.shape(register)
    else { return }
    let table = ledger.table(shape)
    let record = try connection.rows(
      "SELECT \(table.list) FROM \(table.name) WHERE removed = 0 AND extra LIKE ?1"
        + " \(LikePattern.escape) ORDER BY id",
      [.text(LikePattern.containing("\(column)="))]
    ) { table.state($0) }.first { state in
      shape.field(named: column).map { !state.data[$0].isEmpty } ?? false
    }
    guard let record else { return }
    throw UndoFault.neededBy(transaction: try giver(ofRecord: record.id) { $0[column] != nil })
  }

  /// Throws where a column would come back with a name that another one of its register has by now.
  func forbidSameTitle(_ setting: String) throws {
    guard let (register, column) = OfficeColumn.named(setting), let shape = ledger.shape(register),
      let own = shape.fields.first(where: { $0.name == column })
    else { return }
    let other = shape.fields.first { other in
      other.name != column
        && [own.name, own.title.zh].contains { other.isNamed($0) }
    }
    guard let other else { return }
    let title = OfficeColumn.setting(other.name, of: shape)
    let id = try connection.first("SELECT id FROM setting WHERE name = ?1", [.text(title)]) {
      $0.int(0)
    }
    throw UndoFault.neededBy(
      transaction: try giver(of: .setting, id ?? 0) { state in
        OfficeColumn.field(named: other.name, state[NamedValue.setting.value] ?? "")
          .map { field in [own.name, own.title.zh].contains { field.isNamed($0) } } ?? false
      })
  }

  /// Throws where a record would come back with a value in a column that was undone, or in another one that
  /// has been made since with the same name.
  func forbidLostColumn(_ fields: FieldList, in shape: RegisterShape, before row: JournalRow) throws
  {
    let names = fields.fields.map(\.name)
    let known = RecordForm.ownNames.union(shape.fields.map(\.name))
    if let lost = names.first(where: { !known.contains($0) }),
      let change = try ledger.formerColumns(of: shape.id)[lost]
    {
      throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: change))
    }
    for name in names
    where shape.field(named: name).map({ shape.fields[$0].roles.contains(.office) }) ?? false {
      guard let made = try making(of: name, in: shape), made >= row.changes.end else { continue }
      throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: made))
    }
  }

  /// The change that made the column which has a name now.
  private func making(of column: String, in shape: RegisterShape) throws(StorageError) -> Int64? {
    try connection.first(
      """
      SELECT MIN(c.seq) FROM setting s JOIN change c ON c.subject = 'setting' AND c.object = s.id
      WHERE s.name = ?1
      """, [.text(OfficeColumn.setting(column, of: shape))]
    ) { $0.optionalInt(0) } ?? nil
  }
}

extension Ledger {
  /// Every column that a register ever had, with the last change of each.
  func formerColumns(of register: String) throws(StorageError) -> [String: Int64] {
    let rows = try connection.rows(
      """
      SELECT c.body, (SELECT MAX(l.seq) FROM change l
        WHERE l.subject = 'setting' AND l.object = c.object)
      FROM change c WHERE c.subject = 'setting' AND c.body LIKE ?1
      """, [.text("name=\(OfficeColumn.prefix)\(register) %")]
    ) { (FieldList(parsing: $0.text(0))["name"] ?? "", $0.int(1)) }
    let columns = rows.compactMap { name, last in
      OfficeColumn.named(name).map { ($0.column, last) }
    }
    return Dictionary(columns) { first, _ in first }
  }
}
