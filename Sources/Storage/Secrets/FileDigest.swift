internal import Cryptography
public import Database
public import Journal
public import Registers

/// By which digest a file that was imported is known. The one of a list with texts, secrets or names
/// of records is salted, since a name or a number can be guessed from a digest of what stands around
/// it: the chain has the salted digest, and the salt lies beside it until a record that the file may
/// have held is erased.
enum FileDigest {
  static let mark = "salted:"
  static let saltLength = 16

  /// What stands for a file's SHA-256.
  static func salted(_ sha256: String, _ salt: [UInt8]) -> String {
    mark + hexadecimal(SHA256.hash(salt + Array(sha256.utf8)))
  }
}

extension Ledger {
  /// The names of the files that a transaction imported.
  public func importedFiles(in row: JournalRow) throws(StorageError) -> [String] {
    try connection.rows(
      """
      SELECT body FROM change WHERE seq >= ?1 AND seq < ?2 AND subject = 'imported' ORDER BY seq
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { FieldList(parsing: $0.text(0))["name"] }.compactMap { $0 }
  }

  /// Whether rows of entries that a transaction imported are of one file only, as far as can be known: it
  /// imported no other, or they were written at once.
  public func isOfOneFile(_ row: JournalRow) throws(StorageError) -> Bool {
    if try importedFiles(in: row).count < 2 { return true }
    let stretches = try connection.rows(
      """
      SELECT s.first FROM span s WHERE s.first >= ?1 AND s.first < ?2 AND EXISTS (
        SELECT 1 FROM entry e WHERE e.seq >= s.first AND e.seq < s.first + s.entries
          AND e.source = '' AND e.record IS NULL)
      """, [.int(row.entries.first), .int(row.entries.end)]
    ) { $0.int(0) }
    return stretches.count < 2
  }

  /// The digest by which bytes are known that were imported before.
  func digest(ofImported sha256: String) throws(StorageError) -> String? {
    let plain = try connection.first(
      "SELECT 1 FROM imported WHERE sha256 = ?1", [.text(sha256)]
    ) { _ in true }
    if plain != nil { return sha256 }
    return try connection.rows(
      "SELECT i.sha256, s.salt FROM import_salt s JOIN imported i ON i.id = s.imported"
    ) { row in
      let digest = row.text(0)
      return FileDigest.salted(sha256, row.blob(1)) == digest ? digest : nil
    }.compactMap { $0 }.first
  }

  /// The names of files that may have held a record and are known by digests without salt, as
  /// earlier versions wrote them into the chain: they outlast an erasure. Of all that were imported
  /// since the record was made these are the ones of transactions with records, and of those with
  /// nothing else, in which a list changed nothing.
  public func plainDigests(of record: RecordID) throws(StorageError) -> [String] {
    guard let made = try changes(of: record).first,
      let row = try transaction(transaction(ofChange: made.seq))
    else { return [] }
    let files = try connection.rows(
      """
      SELECT seq, body FROM change WHERE subject = 'imported' AND seq >= ?1 ORDER BY seq
      """, [.int(row.changes.first)]
    ) { (seq: $0.int(0), file: FieldList(parsing: $0.text(1))) }
    var names: [String] = []
    for (seq, file) in files {
      guard let digest = file["sha256"], !digest.hasPrefix(FileDigest.mark),
        let name = file["name"], !names.contains(name),
        let row = try transaction(transaction(ofChange: seq)), try mayHoldRecords(row)
      else { continue }
      names.append(name)
    }
    return names
  }

  private func mayHoldRecords(_ row: JournalRow) throws(StorageError) -> Bool {
    if row.entries.count == 0, row.targets.count == 0 {
      let other = try connection.first(
        "SELECT 1 FROM change WHERE seq >= ?1 AND seq < ?2 AND subject <> 'imported' LIMIT 1",
        [.int(row.changes.first), .int(row.changes.end)]
      ) { _ in true }
      if other == nil { return true }
    }
    return try connection.first(
      """
      SELECT 1 FROM change WHERE seq >= ?1 AND seq < ?2 AND subject IN ('record', 'list') LIMIT 1
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { _ in true } != nil
  }
}

extension Transaction {
  /// Remembers a file's bytes, so that a second import of them is noticed.
  ///
  /// - Parameter isPersonal: whether it has columns that may tell of persons.
  public func remember(
    file name: String, sha256: String, isPersonal: Bool
  ) throws(StorageError) {
    if let known = try ledger.digest(ofImported: sha256) {
      _ = try set(.imported, known, name)
      return
    }
    guard isPersonal else {
      _ = try set(.imported, sha256, name)
      return
    }
    let salt = randomBytes(FileDigest.saltLength)
    let id = try set(.imported, FileDigest.salted(sha256, salt), name)
    try connection.run(
      "INSERT INTO import_salt (imported, salt) VALUES (?1, ?2)", [.int(id), .blob(salt)])
  }

  /// Destroys the salts of files that may have held a record: of all that were imported since it was
  /// made, as a list may have told of it without changing it.
  func destroySalts(since history: [RecordChange]) throws(StorageError) {
    guard let made = history.first,
      let row = try ledger.transaction(ledger.transaction(ofChange: made.seq))
    else { return }
    try connection.run(
      """
      DELETE FROM import_salt WHERE imported IN (
        SELECT object FROM change WHERE subject = 'imported' AND seq >= ?1)
      """, [.int(row.changes.first)])
  }
}
