internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

/// Names of records that an undo leaves without a record. Source: `engine.md`, "A record that others name is
/// not removed".
extension Transaction {
  /// Throws where a record names another that is out of force: the undo restored the name, or took out what is
  /// named. Throws too where the undo takes out a record that absorbed another one meanwhile.
  ///
  /// - Parameter records: those to which the undo gave an earlier state, all of them stored.
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
    var documents = TargetDocuments(ledger)
    for record in going { try forbidNamed(record, &documents, after: row) }
    try forbidLostMergers(going, after: row)
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
  private func forbidNamed(
    _ record: RestoredRecord, _ documents: inout TargetDocuments, after row: JournalRow
  ) throws {
    guard let old = record.old else { return }
    // What another record has as its key as well is that one's name.
    let isShared = try ledger.records(likeKeyOf: old, in: record.shape).contains { $0.id != old.id }
    for other in ledger.allShapes() {
      for mention in other.mentions(of: record.shape.id) {
        let value = mention.value(of: old, in: record.shape)
        if value.isEmpty || mention.isByKey && isShared { continue }
        for referrer in try ledger.records(in: other, where: mention.field, is: value)
        where referrer.id != record.id {
          let compared = { other.fields[mention.field].compared($0) }
          let giver = try giver(ofRecord: referrer.id) { state in
            RecordState(id: referrer.id, state, other).data[mention.field].values
              .contains { compared($0) == compared(value) }
          }
          if mention.isByKey, giver <= row.transaction { continue }
          throw UndoFault.neededBy(transaction: giver)
        }
      }
    }
    guard !isShared, let number = record.shape.documentNumber(of: old) else { return }
    for target in try documents.targets(number) where target.seq >= row.targets.end {
      throw UndoFault.neededBy(transaction: try transaction(of: "target", target.seq))
    }
  }

  /// Throws where a record goes that absorbed another one after the undone transaction: both would be gone.
  private func forbidLostMergers(_ going: [RestoredRecord], after row: JournalRow) throws {
    if going.isEmpty { return }
    let ids = Set(going.map(\.id))
    for merger in try ledger.mergers()
    where ids.contains(merger.into) && merger.seq >= row.changes.end {
      throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: merger.seq))
    }
  }
}

extension RecordState {
  /// The records that it names.
  fileprivate var named: Set<RecordID> { Set(data.flatMap(\.values).compactMap(\.record)) }
}
