public import Database
internal import Journal

/// Files that were imported before, by their bytes.
extension Ledger {
  /// The name under which the same bytes were imported before, with the transaction; nil when
  /// they were not.
  public func imported(sha256: String) throws(StorageError) -> (name: String, transaction: Int64)? {
    guard let digest = try digest(ofImported: sha256),
      let (name, object) = try connection.first(
        "SELECT name, id FROM imported WHERE sha256 = ?1", [.text(digest)],
        { ($0.text(0), $0.int(1)) })
    else { return nil }
    let imports = try imports(of: object).map(\.transaction)
    for number in imports.reversed() where try reversal(of: number) == nil {
      return (name, number)
    }
    return (name, imports.last ?? 0)
  }

  /// What is known of a file once a transaction is undone: what the last import of its bytes in force said; nil where
  /// there is none.
  func imported(_ object: Int64, onceUndone undone: Int64) throws(StorageError) -> FieldList? {
    for (number, file) in try imports(of: object).reversed()
    where try isInForce(number, onceUndone: undone) { return file }
    return nil
  }

  /// The imports of the same bytes, none of them an undo.
  private func imports(
    of object: Int64
  ) throws(StorageError) -> [(transaction: Int64, file: FieldList)] {
    try connection.rows(
      """
      SELECT j.tx, c.body FROM change c JOIN journal j
        ON c.seq >= j.first_change AND c.seq < j.first_change + j.changes
      WHERE c.subject = 'imported' AND c.object = ?1 AND c.body <> '' AND j.reverses = 0
      ORDER BY c.seq
      """, [.int(object)]
    ) { ($0.int(0), FieldList(parsing: $0.text(1))) }
  }

  /// The transactions that imported the same bytes.
  public func importers(ofSHA256 sha256: String) throws(StorageError) -> Set<Int64> {
    guard let digest = try digest(ofImported: sha256) else { return [] }
    return Set(
      try connection.rows(
        """
        SELECT j.tx FROM imported i JOIN change c ON c.subject = 'imported' AND c.object = i.id
        JOIN journal j ON c.seq >= j.first_change AND c.seq < j.first_change + j.changes
        WHERE i.sha256 = ?1
        """, [.text(digest)]
      ) { $0.int(0) })
  }
}
