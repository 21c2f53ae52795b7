public import Database
internal import Journal
public import Registers

extension Transaction {
  /// Destroys what a record's texts, secrets and personal fields say, now and in its history, with
  /// its key and the salts, also those of the files it came from. What it posted stays, and history
  /// still verifies.
  ///
  /// - Parameter document: what orders it.
  /// - Throws: `SecretsFault.historyInClear` for a record from before texts were kept apart.
  public func erase(
    _ state: RecordState, in shape: RegisterShape, document: String
  ) throws -> RecordState {
    guard try ledger.erasure(of: state.id) == nil else { throw SecretsFault.alreadyErased }
    let history = try ledger.changes(of: state.id)
    try forbidClear(history, in: shape)
    var erased = state
    for index in shape.fields.indices where shape.fields[index].isHidden {
      erased.data[index] = .empty
    }
    erased.note = ""
    for change in history {
      try connection.run("DELETE FROM change_text WHERE seq = ?1", [.int(change.seq)])
    }
    try connection.run("DELETE FROM record_key WHERE record = ?1", [.int(state.id)])
    try destroySalts(since: history)
    var fields = FieldList()
    fields.add("document", document)
    try journal.record(Change(subject: .erasure, object: state.id, state: fields))
    try write(erased, in: shape)
    return erased
  }

  private func forbidClear(_ history: [RecordChange], in shape: RegisterShape) throws {
    let hidden = Set(shape.fields.filter(\.isHidden).map(\.name) + ["note"])
    for change in history {
      let open = FieldList(parsing: change.body, ledger.naming(of: change.body))
      if hidden.contains(where: { open[$0] != nil }) { throw SecretsFault.historyInClear }
    }
  }
}

extension Ledger {
  /// The document by which a record's texts were destroyed, with the transaction that did it; nil
  /// when they were not.
  public func erasure(
    of record: RecordID
  ) throws(StorageError) -> (document: String, transaction: Int64)? {
    let found = try connection.first(
      "SELECT seq, body FROM change WHERE subject = 'erasure' AND object = ?1", [.int(record)]
    ) { (seq: $0.int(0), document: FieldList(parsing: $0.text(1))["document"] ?? "") }
    guard let found else { return nil }
    return (found.document, try transaction(ofChange: found.seq))
  }
}

extension FieldShape {
  /// Whether the journal keeps its values apart from the chain, as salted digests: what is free
  /// text, secret or personal may have to be destroyed one day.
  public var isHidden: Bool {
    kind.element == .text || kind.element == .file || isSecret || roles.contains(.personal)
  }
}
