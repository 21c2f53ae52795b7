internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

/// Names of records that an undo leaves without a record. Source: `engine.md`, "A record that others name is
/// not removed".
extension Transaction {
  /// Throws where a record names another that is out of force, since the undo restored the name or took out
  /// what is named, and where a record goes into which another was merged.
  ///
  /// - Parameter records: those to which the undo gave an earlier state; only now is none of them in the way of
  ///   another.
  func forbidUnfoundedNames(_ records: [RestoredRecord], after row: JournalRow) throws {
    var asked: Set<RecordID> = []
    for record in records {
      guard let new = record.new, !new.isRemoved else { continue }
      let named = new.named.subtracting(record.returns ? [] : record.old?.named ?? [])
      for id in named where id != record.id && asked.insert(id).inserted {
        try forbidMissing(id)
      }
    }
    let going = records.filter { $0.goes || $0.new == nil }
    for record in going { try forbidNamed(record, after: row) }
    try forbidLostMergers(going)
  }

  /// Throws for a record that is out of force.
  func forbidMissing(_ id: RecordID) throws {
    if let shape = try ledger.register(of: id), let record = try ledger.record(id, in: shape),
      !record.isRemoved
    {
      return
    }
    let last = try ledger.changes(of: id).last?.seq ?? 0
    throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: last))
  }

  /// Throws where something in force names a record that goes. A text with its key is a name only where it
  /// was written when the record was there.
  private func forbidNamed(_ record: RestoredRecord, after row: JournalRow) throws {
    guard let old = record.old else { return }
    // What another record has as its key as well is that one's name.
    let isShared = try ledger.records(likeKeyOf: old, in: record.shape).contains { $0.id != old.id }
    for other in ledger.allShapes() {
      for mention in other.mentions(of: record.shape.id) {
        let value = mention.value(of: old, in: record.shape)
        if value.isEmpty || mention.isByKey && isShared { continue }
        for referrer in try ledger.records(in: other, where: mention.field, is: value)
        where referrer.id != record.id {
          let named = try naming(value, mention.field, in: other, by: referrer.id)
          if mention.isByKey, named < row.changes.end { continue }
          throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: named))
        }
      }
    }
    guard !isShared, let number = record.shape.documentNumber(of: old) else { return }
    for target in try ledger.storedTargets(document: number) where target.seq >= row.targets.end {
      throw UndoFault.neededBy(transaction: try transaction(of: "target", target.seq))
    }
  }

  /// The change since which a record names a value in a field without a break.
  private func naming(
    _ value: Datum, _ field: Int, in shape: RegisterShape, by id: RecordID
  ) throws -> Int64 {
    let changes = try ledger.changes(of: id).reversed().prefix { change in
      change.fields(ledger).map {
        let data = RecordState(id: id, $0, shape).data[field]
        return data == value || data.values.contains(value)
      } ?? false
    }
    return changes.last?.seq ?? 0
  }

  /// Throws where a record goes into which another was merged: both would be gone.
  private func forbidLostMergers(_ going: [RestoredRecord]) throws {
    if going.isEmpty { return }
    let ids = Set(going.map(\.id))
    for merger in try ledger.mergers() where ids.contains(merger.into) {
      throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: merger.seq))
    }
  }
}

extension RecordState {
  /// The records that it names.
  fileprivate var named: Set<RecordID> { Set(data.flatMap(\.values).compactMap(\.record)) }
}
