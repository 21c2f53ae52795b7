public import Database
public import Registers
public import TargetEngine

/// What records name by its key, such as the documents that records and targets rest on.
extension Ledger {
  /// The keys of a register's records, as texts name them.
  public func keys(of shape: RegisterShape) throws -> [String] {
    guard let key = shape.keyFields.first else { return [] }
    return try groups(RecordQuery(), in: shape, by: [.field(key)], sums: []).compactMap {
      if case .text(let text)? = $0.values.first { text } else { nil }
    }
  }

  /// The targets that rest on a document, revisions among them.
  public func targets(document number: String) throws(StorageError) -> [Target] {
    try storedTargets(document: number).map(\.target)
  }

  /// The same with their numbers.
  func storedTargets(document number: String) throws(StorageError) -> [StoredTarget] {
    let form = number.compared
    let numbers = try connection.rows(
      "SELECT DISTINCT document FROM target WHERE document <> '' AND withdrawn = 0"
    ) { $0.text(0) }
    var found: [StoredTarget] = []
    for number in numbers where number.compared == form {
      found += try connection.rows(
        "SELECT \(StoredTarget.columns) FROM target WHERE document = ?1 AND withdrawn = 0",
        [.text(number)]
      ) { StoredTarget($0) }.compactMap { $0 }
    }
    return found.sorted { $0.seq < $1.seq }
  }
}
