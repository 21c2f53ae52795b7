public import Database
public import Forms
internal import Journal
internal import TargetEngine

/// A form with its number in the ledger.
public struct StoredForm: Sendable, Hashable, Identifiable {
  public let id: Int64
  public var definition: FormDefinition

  public var code: String { definition.code }

  init(id: Int64, _ definition: FormDefinition) {
    self.id = id
    self.definition = definition
  }

  /// - Throws: for a body that says no definition.
  init(id: Int64, body: String) throws(StorageError) {
    guard let definition = FormDefinition(FieldList(parsing: body)) else {
      throw .contradictory(in: "form \(id)")
    }
    self.init(id: id, definition)
  }
}

extension Ledger {
  /// All forms by their codes.
  public func forms() throws(StorageError) -> [StoredForm] {
    try connection.rows("SELECT id, body FROM form ORDER BY code") { row throws(StorageError) in
      try StoredForm(id: row.int(0), body: row.text(1))
    }
  }

  /// A form by its code; nil when there is none.
  public func form(code: String) throws(StorageError) -> StoredForm? {
    try form(where: "code = ?1", .text(code))
  }

  func form(id: Int64) throws(StorageError) -> StoredForm? {
    try form(where: "id = ?1", .int(id))
  }

  private func form(
    where condition: String, _ value: Value
  ) throws(StorageError) -> StoredForm? {
    let row = try connection.first("SELECT id, body FROM form WHERE \(condition)", [value]) {
      (id: $0.int(0), body: $0.text(1))
    }
    guard let row else { return nil }
    return try StoredForm(id: row.id, body: row.body)
  }
}

extension Transaction {
  /// Keeps a definition, in place of the form of the same code.
  ///
  /// - Throws: `FormInUse` where a submission that was sent would get another version.
  @discardableResult
  public func set(_ definition: FormDefinition) throws -> StoredForm {
    let known = try ledger.form(code: definition.code)?.id
    let id: Int64 = if let known { known } else { try nextID(in: .form) }
    let form = StoredForm(id: id, definition)
    if known != nil, let sent = try ledger.otherwiseJudged(form) { throw sent }
    try put(form: id, definition.fields)
    try journal.record(Change(subject: .form, object: id, state: definition.fields))
    return form
  }

  func put(form id: Int64, _ state: FieldList) throws(StorageError) {
    try connection.run("DELETE FROM form WHERE id = ?1", [.int(id)])
    try connection.run(
      "INSERT INTO form (id, code, body) VALUES (?1, ?2, ?3)",
      [.int(id), .text(state["code"] ?? ""), .text(state.openText)])
  }
}
