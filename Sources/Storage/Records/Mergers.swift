public import Database
internal import Journal
public import Registers

extension Transaction {
  /// Notes that a record was merged into another, so that who erases the one that stays erases both.
  public func note(_ old: RecordID, mergedInto kept: RecordID) throws(StorageError) {
    var state = FieldList()
    state.add("into", kept)
    try journal.record(Change(subject: .merger, object: old, state: state))
  }
}

extension Ledger {
  /// The records that were merged into one, those that were merged into these included.
  public func doubles(of record: RecordID) throws(StorageError) -> [RecordID] {
    let mergers = try mergers()
    var doubles: [RecordID] = []
    var next = [record]
    while let kept = next.popLast() {
      let merged = mergers.filter { $0.into == kept && !doubles.contains($0.old) }.map(\.old)
      doubles += merged
      next += merged
    }
    return doubles
  }

  /// The mergers in force, by the number of the record that went.
  func mergers() throws(StorageError) -> [Merger] {
    let changes = try connection.rows(
      "SELECT object, body, seq FROM change WHERE subject = 'merger' ORDER BY seq"
    ) { row in
      let into = FieldList(parsing: row.text(1))["into"].flatMap { RecordID($0) }
      return (
        old: row.int(0), merger: into.map { Merger(old: row.int(0), into: $0, seq: row.int(2)) }
      )
    }
    // An undone merger has no state any more.
    var last: [RecordID: Merger] = [:]
    for change in changes { last[change.old] = change.merger }
    return last.values.sorted { $0.old < $1.old }
  }
}

/// A record that was merged into another.
struct Merger {
  var old: RecordID
  var into: RecordID
  /// The change that says so.
  var seq: Int64
}
