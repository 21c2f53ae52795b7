internal import Database
internal import Journal
internal import Registers

/// Who gave a thing what it has: what is in the way of an undo is named by the transaction that put it there. Source:
/// `engine.md`, "Undo".
extension Transaction {
  /// The transaction in force that gave a thing what it has, so that its undo takes it away again: not a later one
  /// that changed something else, nor an undo that only brought back what was there.
  ///
  /// - Parameter has: whether a state has it; the present one does.
  func giver(
    of subject: Change.Subject, _ object: Int64, _ has: (FieldList) -> Bool
  ) throws -> Int64 {
    try giver(among: try changes(of: subject, object), has)
  }

  /// See `giver(of:_:_:)`.
  func giver(ofRecord id: RecordID, _ has: (FieldList) -> Bool) throws -> Int64 {
    try giver(among: try ledger.changes(of: id), has)
  }

  /// The transaction since which a thing is without a break as it is now; nil where it is not so.
  func turn(
    of subject: Change.Subject, _ object: Int64, _ is: (FieldList) -> Bool
  ) throws -> Int64? {
    let changes = try changes(of: subject, object)
    return try stretch(of: changes[...], `is`).first.map {
      try ledger.transaction(ofChange: $0.seq)
    }
  }

  /// Whether a record has had something without a break since before a transaction.
  func hasKept(
    _ id: RecordID, since row: JournalRow, _ has: (FieldList) -> Bool
  ) throws -> Bool {
    let changes = try ledger.changes(of: id)
    return try stretch(of: changes[...], has).first.map { $0.seq < row.changes.end } ?? false
  }

  private func giver(
    among changes: [RecordChange], _ has: (FieldList) -> Bool
  ) throws -> Int64 {
    var earlier = changes[...]
    var giver = try ledger.transaction(ofChange: changes.last?.seq ?? 0)
    while let first = try stretch(of: earlier, has).first {
      giver = try ledger.transaction(ofChange: first.seq)
      // What an undo brought back was given before the transaction that it undid.
      guard let row = try ledger.transaction(giver), row.reverses > 0,
        let undone = try ledger.transaction(row.reverses),
        earlier.contains(where: { undone.changes.range.contains($0.seq) })
      else { break }
      earlier = earlier.prefix { $0.seq < undone.changes.first }
    }
    return giver
  }

  /// The last of some changes from before this transaction, as far back as all of them have something.
  private func stretch(
    of changes: ArraySlice<RecordChange>, _ has: (FieldList) -> Bool
  ) throws -> ArraySlice<RecordChange> {
    let earlier = changes.prefix { $0.seq < journal.row.changes.first }
    let others = earlier.lastIndex { !($0.fields(ledger).map(has) ?? false) }
    return earlier[(others.map { $0 + 1 } ?? earlier.startIndex)...]
  }

  private func changes(
    of subject: Change.Subject, _ object: Int64
  ) throws(StorageError) -> [RecordChange] {
    try connection.rows(
      """
      SELECT c.seq, c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
      WHERE c.subject = ?1 AND c.object = ?2 ORDER BY c.seq
      """, [.text(subject.rawValue), .int(object)]
    ) { RecordChange(seq: $0.int(0), body: $0.text(1), hidden: $0.text(2)) }
  }
}
