public import Database

/// Reads the journal.
public enum Journal {
  /// The newest transaction; nil in a new database.
  public static func last(_ connection: any Connection) throws(StorageError) -> JournalRow? {
    try connection.first(
      "SELECT \(JournalRow.columns) FROM journal ORDER BY tx DESC LIMIT 1", [], JournalRow.init)
  }

  /// The newest transaction and its hash.
  public static func head(_ connection: any Connection) throws(StorageError) -> Head {
    guard let last = try last(connection) else { return Head.none }
    return Head(transaction: last.transaction, hash: last.hash)
  }

  /// The head of a ledger whose history another one does not contain; nil where it does, or where
  /// nothing was written yet.
  ///
  /// Of a ledger by whichever version: these two columns were always there.
  public static func head(
    of connection: any Connection, missingFrom other: any Connection
  ) throws(StorageError) -> Head? {
    let columns = "SELECT tx, hash FROM journal"
    let head = try connection.first("\(columns) ORDER BY tx DESC LIMIT 1") {
      Head(transaction: $0.int(0), hash: $0.blob(1))
    }
    guard let head else { return nil }
    let same = try other.first("\(columns) WHERE tx = ?1", [.int(head.transaction)]) { $0.blob(1) }
    return same == head.hash ? nil : head
  }

  /// What the database says of itself once and for all: its site, and whether it began bare.
  public static func identity(_ connection: any Connection) throws(StorageError) -> String {
    let rows = try connection.rows("SELECT name, value FROM identity ORDER BY name") {
      "\($0.text(0))=\($0.text(1))"
    }
    return rows.joined(separator: "\n")
  }

  /// A transaction by its number; nil when there is none.
  public static func row(
    _ transaction: Int64, _ connection: any Connection
  ) throws(StorageError) -> JournalRow? {
    try connection.first(
      "SELECT \(JournalRow.columns) FROM journal WHERE tx = ?1", [.int(transaction)],
      JournalRow.init)
  }

  /// The transaction that wrote an entry.
  public static func row(
    ofEntry seq: Int64, _ connection: any Connection
  ) throws(StorageError) -> JournalRow? {
    try connection.first(
      """
      SELECT \(JournalRow.columns) FROM journal
      WHERE entries > 0 AND first_entry <= ?1 ORDER BY first_entry DESC LIMIT 1
      """, [.int(seq)], JournalRow.init)
  }
}
