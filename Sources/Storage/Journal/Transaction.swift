/// A journal transaction while it is being written.
///
/// It gathers what is hashed: changes, target revisions, entries and frozen lines, each in the
/// order of their numbers, and is sealed when `Ledger.write` ends.
public final class Transaction {
  let ledger: Ledger
  let connection: any Connection
  var row: JournalRow
  private let previous: [UInt8]
  var changeForm = Canonical()
  var targetForm = Canonical()
  var entryForm = Canonical()
  var lineForm = Canonical()
  /// The number of the next record, once it is known.
  var nextRecord: Int64?
  /// Targets that changed, whose plans are derived anew before the seal.
  var touched: Set<PlanKey> = []

  init(_ ledger: Ledger, author: Author) throws(StorageError) {
    self.ledger = ledger
    connection = ledger.connection
    let last = try Journal.last(connection)
    previous = last?.hash ?? Head.none.hash
    row = JournalRow(after: last, by: author)
  }

  /// The transaction's number.
  public var number: Int64 { row.transaction }

  /// Writes a change into the journal; the caller has written the state itself.
  func record(_ change: Change) throws(StorageError) {
    var body = change.body
    if !change.hidden.isEmpty { body += "\n" + (try hide(change.hidden)) }
    let statement = try connection.statement(
      "INSERT INTO change (seq, subject, object, body) VALUES (?1, ?2, ?3, ?4)")
    statement.bind(1, row.changes.end)
    statement.bind(2, change.subject.rawValue)
    statement.bind(3, change.object)
    body.withUTF8 { statement.bind(4, text: $0) }
    _ = try statement.step()
    changeForm.begin(.change)
    changeForm.add(change.subject.rawValue)
    changeForm.add(change.object)
    changeForm.add(body)
    row.changes.count += 1
  }

  /// Keeps a text beside the chain; returns the line that stands for it.
  private func hide(_ text: String) throws(StorageError) -> String {
    let hidden = HiddenText(text)
    let statement = try connection.statement(
      "INSERT INTO change_text (seq, salt, body) VALUES (?1, ?2, ?3)")
    statement.bind(1, row.changes.end)
    statement.bind(2, blob: hidden.salt)
    statement.bind(3, hidden.text)
    _ = try statement.step()
    return hidden.digestLine
  }

  /// Whether anything was written; an empty transaction is not kept.
  var isEmpty: Bool {
    row.changes.count == 0 && row.targets.count == 0 && row.entries.count == 0
      && row.lines.count == 0
  }

  /// Computes the hash and writes the journal's row.
  func seal() throws -> Head {
    try replan()
    row.hash = row.sealed(
      after: previous,
      JournalRow.Digests(
        changes: changeForm.finish(), targets: targetForm.finish(),
        entries: entryForm.finish(), lines: lineForm.finish()))
    let places = (1...row.values.count).map { "?\($0)" }.joined(separator: ", ")
    try connection.run(
      "INSERT INTO journal (\(JournalRow.columns)) VALUES (\(places))", row.values)
    return Head(transaction: row.transaction, hash: row.hash)
  }
}
