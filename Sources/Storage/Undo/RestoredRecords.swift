internal import Journal
internal import Registers
internal import TargetEngine

/// A record to which an undo gave an earlier state.
struct RestoredRecord {
  let id: RecordID
  let shape: RegisterShape
  /// Nil where it had been undone.
  let old: RecordState?
  /// Nil where the undone transaction made it.
  let new: RecordState?

  /// Whether it is in force now and was not before.
  var returns: Bool { !(new?.isRemoved ?? true) && old?.isRemoved ?? true }
  /// Whether it was in force before and is not now.
  var goes: Bool { !(old?.isRemoved ?? true) && new?.isRemoved ?? true }

  /// Whether it says other than before what a row said of it.
  ///
  /// - Parameter columns: those in which the row said anything.
  func differs(in columns: some Sequence<String>) -> Bool {
    guard let old, let new, !goes else { return goes }
    return columns.contains { name in
      switch name {
      case KnownRows.stage: old.moves != new.moves
      case KnownRows.note: old.note != new.note
      default: shape.field(named: name).map { old.data[$0] != new.data[$0] } ?? false
      }
    }
  }
}

extension Transaction {
  /// Gives the records that a transaction changed the states from before it.
  func restoreRecords(
    before row: JournalRow, _ reposting: inout Reposting, _ rules: inout GroupRules
  ) throws -> [RestoredRecord] {
    var changes = RecordChanges(connection)
    var restored: [RestoredRecord] = []
    let aside = try setAside(whatChangedKeysIn: row, &changes)
    for id in try ledger.changedThings(row).records {
      let state = try changes.of(id).last { $0.seq < row.changes.first }?.fields(ledger)
      let (shape, old, new) = try restore(record: id, to: state, before: row, from: aside[id])
      try reposting.touch(shape, old: old, new: new)
      rules.touch(shape, old: old, new: new)
      restored.append(RestoredRecord(id: id, shape: shape, old: old, new: new))
    }
    return restored
  }

  /// Lets the records make way to which a transaction gave other keys: among each other they may get back
  /// what another one has.
  ///
  /// - Returns: their present states.
  private func setAside(
    whatChangedKeysIn row: JournalRow, _ changes: inout RecordChanges
  ) throws -> [RecordID: RecordState] {
    let ids = try connection.rows(
      "SELECT DISTINCT object FROM change WHERE subject = 'record' AND seq >= ?1 AND seq < ?2",
      [.int(row.changes.first), .int(row.changes.end)]
    ) { $0.int(0) }
    var aside: [RecordID: RecordState] = [:]
    for id in ids {
      guard let shape = try ledger.register(of: id), let old = try ledger.record(id, in: shape),
        let before = try changes.of(id).last(where: { $0.seq < row.changes.first })?.fields(ledger),
        !old.isRemoved, !shape.hasSameKey(old, RecordState(id: id, before, shape))
      else { continue }
      try setAside(id, in: shape)
      aside[id] = old
    }
    return aside
  }
}
