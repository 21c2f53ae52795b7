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
    return (rows ?? []).compactMap { name, kind in
      let title = String(name.dropFirst(prefix.count))
      return FieldKind(officeWord: kind).map {
        FieldShape(name: title, title: Text(title, title), kind: $0, roles: .office)
      }
    }
  }
}

extension Transaction {
  /// Adds a column of the office to a register; the caller has checked its name.
  public func addColumn(_ field: FieldShape, to shape: RegisterShape) throws(StorageError) {
    try set(
      setting: "\(OfficeColumn.prefix)\(shape.id) \(field.name)",
      to: field.kind.officeWord ?? "text")
    ledger.forgetSettings()
  }
}

extension Transaction {
  /// Throws where records have values in a column, which can then not be removed again.
  func forbidUsedColumn(_ setting: Int64) throws {
    let name = try connection.first(
      "SELECT name FROM setting WHERE id = ?1", [.int(setting)]
    ) { $0.text(0) }
    guard let name, name.hasPrefix(OfficeColumn.prefix) else { return }
    let words = name.dropFirst(OfficeColumn.prefix.count).split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return }
    let (register, column) = (String(words[0]), String(words[1]))
    guard let seq = try firstChange(with: column, in: register) else { return }
    throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: seq))
  }
}

extension Transaction {
  /// The first change with a value in a column.
  private func firstChange(
    with column: String, in register: String
  ) throws(StorageError) -> Int64? {
    let isOfRegister = "register=\(register)\n%"
    let told =
      try connection.first(
        """
        SELECT MIN(c.seq) FROM change c
        LEFT JOIN change_text t ON t.seq >= c.seq AND t.seq < c.seq + c.extent
        WHERE c.subject IN ('record', 'list') AND c.body LIKE ?1
          AND (c.body LIKE ?2 OR '\n' || t.body LIKE ?2)
        """, [.text(isOfRegister), .text("%\n\(column)=%")]
      ) { $0.optionalInt(0) } ?? nil
    if let told { return told }
    let lists = try connection.rows(
      "SELECT seq, body FROM change WHERE subject = 'list' AND body LIKE ?1 ORDER BY seq",
      [.text(isOfRegister)]
    ) { (seq: $0.int(0), list: ListBody($0.text(1))) }
    return lists.first { _, list in
      (0..<list.count).contains { list[$0].map { FieldList(parsing: $0)[column] != nil } ?? false }
    }?.seq
  }
}

private enum OfficeColumn {
  static let prefix = "column "
}

extension FieldKind {
  /// The kinds that such a column may have, by the word for each.
  public static let officeKinds: [(word: String, kind: FieldKind)] = [
    ("text", .text), ("int", .int), ("money", .money), ("day", .day), ("bool", .bool),
  ]

  init?(officeWord word: String) {
    guard let found = FieldKind.officeKinds.first(where: { $0.word == word }) else { return nil }
    self = found.kind
  }

  var officeWord: String? { FieldKind.officeKinds.first { $0.kind == self }?.word }
}
