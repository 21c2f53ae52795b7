public import Registers
public import TargetEngine

/// The documents that records and targets rest on, named by their numbers.
extension Ledger {
  /// The register whose key is a document's number; nil where there is none.
  public var documents: RegisterShape? {
    allShapes().first { shape in
      shape.keyFields.contains { shape.fields[$0].roles.contains(.basis) }
    }
  }

  /// Every document's number.
  public func documentNumbers() throws -> [String] {
    guard let shape = documents, let key = shape.keyFields.first else { return [] }
    return try records(RecordQuery(), in: shape).compactMap {
      if case .text(let number) = $0.data[key] { number } else { nil }
    }
  }

  /// The targets that rest on a document, revisions among them.
  public func targets(document number: String) throws(StorageError) -> [Target] {
    try connection.rows(
      "SELECT \(StoredTarget.columns) FROM target WHERE document = ?1 AND withdrawn = 0 ORDER BY seq",
      [.text(number)]
    ) { StoredTarget($0)?.target }.compactMap { $0 }
  }
}
