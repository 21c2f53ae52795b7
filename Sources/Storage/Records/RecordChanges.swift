public import Database
internal import Journal
public import Registers

/// One state in a record's history, as the journal keeps it.
struct RecordChange {
  var seq: Int64
  /// The part in the chain; empty when the record was deleted.
  var body: String
  /// The part beside the chain.
  var hidden: String

  /// The state; nil when the record was deleted.
  func fields(_ ledger: Ledger) -> FieldList? { ledger.state(body, hidden: hidden) }
}

/// Reads the changes of records. It remembers the list that it read last, since many records are
/// asked for in the order of their numbers.
struct RecordChanges {
  private let connection: any Connection
  private var list: (seq: Int64, objects: Range<RecordID>, body: ListBody)?

  init(_ connection: any Connection) { self.connection = connection }

  /// The changes of a record, oldest first: the first one may be a line of a list.
  mutating func of(_ record: RecordID) throws(StorageError) -> [RecordChange] {
    let own = try connection.rows(
      """
      SELECT c.seq, c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
      WHERE c.subject = 'record' AND c.object = ?1 ORDER BY c.seq
      """, [.int(record)]
    ) { RecordChange(seq: $0.int(0), body: $0.text(1), hidden: $0.text(2)) }
    guard let (seq, body) = try line(of: record) else { return own }
    let hidden = try connection.first(
      "SELECT body FROM change_text WHERE seq = ?1", [.int(seq)]
    ) { $0.text(0) }
    return [RecordChange(seq: seq, body: body, hidden: hidden ?? "")] + own
  }

  /// The line of the list that a record came with; nil when it was added by itself.
  private mutating func line(
    of record: RecordID
  ) throws(StorageError) -> (seq: Int64, body: String)? {
    if list?.objects.contains(record) != true {
      list = try connection.list(before: record) { row, objects in
        (row.int(0), objects, ListBody(row.text(3)))
      }
    }
    guard let list, list.objects.contains(record) else { return nil }
    let line = record - list.objects.lowerBound
    return list.body[Int(line)].map { (list.seq &+ line, $0) }
  }
}

extension Connection {
  /// The last list that begins at or before a record, with the range of its records.
  fileprivate func list<Result>(
    before record: RecordID, _ row: (any Statement, Range<RecordID>) -> Result
  ) throws(StorageError) -> Result? {
    try first(
      """
      SELECT seq, object, extent, body FROM change
      WHERE subject = 'list' AND object <= ?1 ORDER BY object DESC LIMIT 1
      """, [.int(record)]
    ) { row($0, ListBody.objects(from: $0.int(1), $0.int(2))) }
  }
}

extension Ledger {
  func changes(of record: RecordID) throws(StorageError) -> [RecordChange] {
    var changes = RecordChanges(connection)
    return try changes.of(record)
  }

  /// The register that a record belongs to; nil when there is no such record.
  public func register(of record: RecordID) throws(StorageError) -> RegisterShape? {
    let last = try connection.first(
      """
      SELECT body FROM change WHERE subject = 'record' AND object = ?1 ORDER BY seq DESC LIMIT 1
      """, [.int(record)]
    ) { Ledger.register(told: $0.bytes(0)) }
    let listed = { () throws(StorageError) in
      try self.connection.list(before: record) { row, objects in
        objects.contains(record) ? Ledger.register(told: row.bytes(3)) : ""
      }
    }
    guard let id = if let last { last } else { try listed() } else { return nil }
    return shape(id)
  }

  /// The register in the first line of a body; empty for a deleted record.
  private static func register(told body: UnsafeBufferPointer<UInt8>) -> String {
    let line = body.prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line.dropFirst(RecordForm.register.count), as: UTF8.self)
  }

  /// The transaction that a record came with.
  func transaction(thatMade record: RecordID) throws(StorageError) -> Int64 {
    try transaction(ofChange: try changes(of: record).first?.seq ?? 0)
  }
}
