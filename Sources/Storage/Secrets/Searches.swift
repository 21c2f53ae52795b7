public import Database
public import Journal
public import Registers

/// A search by a secret, as the journal keeps it: never what was looked for.
public struct SecretSearch: Sendable, Hashable {
  /// The change that tells of it.
  public var change: Int64
  /// The name of the secret field.
  public var field: String
  /// The record that was found; nil where none was.
  public var record: RecordID?
  /// How many values were looked for that nobody has.
  public var misses: Int
}

extension Ledger {
  /// The searches by secrets that some changes tell of, one for each record found.
  public func searches(in changes: Range<Int64>) throws(StorageError) -> [SecretSearch] {
    try searches("seq >= ?2 AND seq < ?3", [.int(changes.lowerBound), .int(changes.upperBound)])
  }

  /// The searches that found a record, each with its transaction.
  public func searches(
    finding record: RecordID
  ) throws(StorageError) -> [(row: JournalRow, search: SecretSearch)] {
    var found: [(row: JournalRow, search: SecretSearch)] = []
    for search in try searches("object = ?2", [.int(record)]) {
      guard let row = try transaction(transaction(ofChange: search.change)) else { continue }
      found.append((row, search))
    }
    return found
  }

  private func searches(
    _ condition: String, _ values: [Value]
  ) throws(StorageError) -> [SecretSearch] {
    try connection.rows(
      "SELECT seq, object, body FROM change WHERE subject = ?1 AND \(condition) ORDER BY seq",
      [.text(Change.Subject.reveal.rawValue)] + values
    ) { (change: $0.int(0), record: $0.int(1), body: FieldList(parsing: $0.text(2))) }
    .compactMap { change, record, body in
      body["search"].map {
        SecretSearch(
          change: change, field: $0, record: record == Ledger.noRecord ? nil : record,
          misses: record == Ledger.noRecord ? body["misses"].flatMap { Int($0) } ?? 1 : 0)
      }
    }
  }
}
