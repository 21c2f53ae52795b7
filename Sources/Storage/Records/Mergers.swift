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
    let changes = try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'merger' ORDER BY seq"
    ) { (object: $0.int(0), into: FieldList(parsing: $0.text(1))["into"].flatMap { Int64($0) }) }
    // An undone merger has no state any more.
    var into: [RecordID: RecordID] = [:]
    for change in changes { into[change.object] = change.into }
    var doubles: [RecordID] = []
    var next = [record]
    while let kept = next.popLast() {
      let merged = into.filter { $0.value == kept && !doubles.contains($0.key) }.keys.sorted()
      doubles += merged
      next += merged
    }
    return doubles
  }
}
