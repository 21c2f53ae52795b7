public import Database

/// Writes one transaction into the journal.
///
/// It gathers what is hashed (changes, target revisions, entries and frozen lines, each in the order of
/// their numbers) and is sealed at the end. Its callers write the rows of entries, targets and lines
/// themselves, add them to the form of their part, and count them in `row`.
public final class JournalWriter {
  /// The database in which it writes.
  public let connection: any Connection
  /// The transaction's own row so far.
  public var row: JournalRow
  /// The target revisions in canonical form.
  public var targetForm = Canonical()
  /// The entries in canonical form.
  public var entryForm = Canonical()
  /// The frozen lines in canonical form.
  public var lineForm = Canonical()
  private var changeForm = Canonical()
  private let previous: [UInt8]
  private var inserts: [String: BulkInsert] = [:]

  /// Begins the transaction that follows the newest one; the caller has begun a transaction of the
  /// database.
  ///
  /// - Throws: `StorageError.contradictory` when no number is left for another transaction.
  public init(_ connection: any Connection, by author: Author) throws(StorageError) {
    self.connection = connection
    let last = try Journal.last(connection)
    if let last, !last.canBeFollowed { throw .contradictory(in: "journal #\(last.transaction)") }
    previous = last?.hash ?? Head.none.hash
    row = JournalRow(after: last, by: author)
  }

  /// Whether nothing was written; an empty transaction is not kept.
  public var isEmpty: Bool {
    row.changes.count == 0 && row.targets.count == 0 && row.entries.count == 0
      && row.lines.count == 0
  }

  /// The statements that write many rows into a table, kept for the next time.
  public func bulk(
    into table: String, columns: [String], suffix: String = ""
  ) throws(StorageError) -> BulkInsert {
    if let known = inserts[table + suffix] { return known }
    let insert = BulkInsert(connection, into: table, columns: columns, suffix: suffix)
    inserts[table + suffix] = insert
    return insert
  }

  /// Computes the hash and writes the journal's row.
  public func seal() throws(StorageError) -> Head {
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

  /// Writes a change; the caller has written the state itself.
  public func record(_ change: Change) throws(StorageError) {
    try record(change.subject, [change.object], ChangeBatch(change))
  }

  /// Writes changes of things of one kind; the caller has written their states.
  ///
  /// - Parameter objects: in their order; those of a list follow each other.
  public func record(
    _ subject: Change.Subject, _ objects: [Int64], _ changes: ChangeBatch
  ) throws(StorageError) {
    try hide(changes)
    let first = row.changes.end
    let insert = try bulk(
      into: "change", columns: ["seq", "subject", "object", "extent", "body"])
    var thing = 0
    try changes.bodies.withBytes { body throws(StorageError) in
      try insert.insert(count: changes.extents.count) { statement, offset, index in
        let body = body(index)
        statement.bind(offset, first + Int64(thing))
        statement.bind(offset + 1, subject.rawValue)
        statement.bind(offset + 2, objects[thing])
        statement.bind(offset + 3, Int64(changes.extents[index]))
        statement.bind(offset + 4, borrowed: body)
        changeForm.begin(.change)
        changeForm.add(subject.rawValue)
        changeForm.add(objects[thing])
        changeForm.add(bytes: body)
        thing += changes.extents[index]
      }
    }
    row.changes.count += Int64(thing)
  }

  /// Keeps texts beside the chain.
  private func hide(_ changes: ChangeBatch) throws(StorageError) {
    if changes.salts.isEmpty { return }
    let first = row.changes.end
    let insert = try bulk(into: "change_text", columns: ["seq", "salt", "body"])
    let length = HiddenText.saltLength
    try changes.hidden.withBytes { text throws(StorageError) in
      let rows = (0..<changes.hidden.count).filter { !text($0).isEmpty }
      try changes.salts.borrowed { salts throws(StorageError) in
        try insert.insert(count: rows.count) { statement, offset, index in
          statement.bind(offset, first + Int64(rows[index]))
          statement.bind(
            offset + 1,
            borrowed: UnsafeRawBufferPointer(rebasing: salts[index * length..<(index + 1) * length])
          )
          statement.bind(offset + 2, borrowed: text(rows[index]))
        }
      }
    }
  }
}

extension [UInt8] {
  /// Runs `body` with the bytes, which stay where they are until it returns.
  fileprivate func borrowed<Result>(
    _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    let outcome = withUnsafeBytes { bytes in
      Swift.Result { () throws(StorageError) in try body(bytes) }
    }
    return try outcome.get()
  }
}
