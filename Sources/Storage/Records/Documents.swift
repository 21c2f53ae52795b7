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
    var documents = TargetDocuments(self)
    return try documents.targets(number).map(\.target)
  }
}

/// The documents that targets rest on, by their numbers as they are compared; read once for many.
struct TargetDocuments {
  private let ledger: Ledger
  private var numbers: [String: [String]]?

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The targets that rest on a document, revisions among them, in the order in which they were set.
  mutating func targets(_ number: String) throws(StorageError) -> [StoredTarget] {
    let connection = ledger.connection
    if numbers == nil {
      let written = try connection.rows(
        "SELECT DISTINCT document FROM target WHERE document <> '' AND withdrawn = 0"
      ) { $0.text(0) }
      numbers = Dictionary(grouping: written, by: \.compared)
    }
    var found: [StoredTarget] = []
    for written in numbers?[number.compared] ?? [] {
      found += try connection.rows(
        "SELECT \(StoredTarget.columns) FROM target WHERE document = ?1 AND withdrawn = 0",
        [.text(written)]
      ) { StoredTarget($0) }.compactMap { $0 }
    }
    return found.sorted { $0.seq < $1.seq }
  }
}
