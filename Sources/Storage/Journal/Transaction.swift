internal import Database

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
  private var inserts: [String: BulkInsert] = [:]
  /// The number of the next record, once it is known.
  var nextRecord: Int64?
  /// The units above those that have posted, as long as no unit changes.
  var tree = UnitTree()
  /// What it has added where levels were said.
  var levelEffects = LevelEffects()
  /// Targets that changed, whose plans are derived anew before the seal.
  var touched = PlanKeys()

  init(_ ledger: Ledger, author: Author) throws(StorageError) {
    self.ledger = ledger
    connection = ledger.connection
    let last = try Journal.last(connection)
    if let last, !last.canBeFollowed { throw .contradictory(in: "journal #\(last.transaction)") }
    previous = last?.hash ?? Head.none.hash
    row = JournalRow(after: last, by: author)
  }

  /// The transaction's number.
  public var number: Int64 { row.transaction }

  /// Writes a change into the journal; the caller has written the state itself.
  func record(_ change: Change) throws(StorageError) {
    try record(change.subject, [change.object], ChangeBatch(change))
  }

  /// The statements that write many rows into a table, kept for the next time.
  func bulk(
    into table: String, columns: [String], suffix: String = ""
  ) throws(StorageError) -> BulkInsert {
    if let known = inserts[table + suffix] { return known }
    let insert = BulkInsert(connection, into: table, columns: columns, suffix: suffix)
    inserts[table + suffix] = insert
    return insert
  }

  /// Whether nothing was written; an empty transaction is not kept.
  public var isEmpty: Bool {
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
        entries: entryForm.finish(), lines: lineForm.finish()),
      identity: try Journal.identity(connection))
    let places = (1...row.values.count).map { "?\($0)" }.joined(separator: ", ")
    try connection.run(
      "INSERT INTO journal (\(JournalRow.columns)) VALUES (\(places))", row.values)
    return Head(transaction: row.transaction, hash: row.hash)
  }
}
