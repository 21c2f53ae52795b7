public import Database
internal import Journal

/// Rows of an import that were left out since earlier entries say the same, none of which counts any more.
public struct PassedOver: Sendable, Hashable {
  /// The import.
  public var transaction: Int64
  /// Its files.
  public var files: [String]
  /// How many rows.
  public var rows: Int
}

extension Transaction {
  /// Notes how many rows of this import are left out, by the transactions with the entries that they equal. An
  /// import that writes nothing else is no transaction, and notes nothing.
  public func note(passedOver rows: [Set<Int64>: Int]) throws(StorageError) {
    if rows.isEmpty || isEmpty { return }
    var state = FieldList()
    let ordered = rows.map { (others: $0.key.sorted(), count: $0.value) }
      .sorted { $0.others.lexicographicallyPrecedes($1.others) }
    for (others, count) in ordered {
      state.add("value", "\(count) " + others.map { "\($0)" }.joined(separator: ","))
    }
    try journal.record(Change(subject: .passedOver, object: number, state: state))
  }
}

extension Ledger {
  /// The rows of imports in force that were left out because of entries of a transaction, which is about to be
  /// undone, and which no other entries say.
  public func passedOver(for number: Int64) throws(StorageError) -> [PassedOver] {
    let notes = try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'passedOver' AND object > ?1 ORDER BY seq",
      [.int(number)]
    ) { ($0.int(0), FieldList(parsing: $0.text(1)).all("value")) }
    var found: [PassedOver] = []
    for (transaction, values) in notes where try reversal(of: transaction) == nil {
      var rows = 0
      for value in values {
        let parts = value.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]) else { continue }
        let others = parts[1].split(separator: ",").compactMap { Int64($0) }
        guard others.contains(number) else { continue }
        var isSaid = false
        for other in others where other != number {
          if try reversal(of: other) == nil { isSaid = true }
        }
        if !isSaid { rows += count }
      }
      guard rows > 0, let row = try self.transaction(transaction) else { continue }
      found.append(
        PassedOver(transaction: transaction, files: try importedFiles(in: row), rows: rows))
    }
    return found
  }
}
