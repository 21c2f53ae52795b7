internal import Registers
internal import Storage

/// The records whose keys this transaction changed, as they were before it. Which record a row tells of
/// is decided by the records before its list, so that the order of the rows decides nothing.
struct ChangedKeys {
  /// A record before its key changed, and the row that changed it.
  struct Change {
    var record: RecordState
    var place: RowPlace?
    /// Whether that row named the record by its number and gave it another key, so that the one that it had
    /// is free.
    var isRenamed = false
  }

  private var changes: [RecordID: Change] = [:]
  private var records: [FirmKey: [RecordID]] = [:]

  /// The first change of a record's key; nil where it has the key that it had.
  subscript(_ record: RecordID) -> Change? { changes[record] }

  mutating func note(_ old: RecordState, at place: RowPlace?, in shape: RegisterShape) {
    guard changes[old.id] == nil else { return }
    changes[old.id] = Change(record: old, place: place)
    records[FirmKey(old, shape), default: []].append(old.id)
  }

  /// Notes that a row which named a record by its number gave it another key.
  mutating func noteRenamed(_ record: RecordID) { changes[record]?.isRenamed = true }

  /// Those that were alike in what no record lacks of the natural key.
  func records(likeFirmKeyOf state: RecordState, in shape: RegisterShape) -> [RecordState] {
    if records.isEmpty { return [] }
    return (records[FirmKey(state, shape)] ?? []).compactMap { changes[$0]?.record }
  }
}
