internal import TargetEngine

/// Statements that an undo takes back, and those that the undo of an undo brings back.
extension Transaction {
  /// What reverses the level entries of a transaction: the net of a statement's day moves to the next
  /// statement's. What was said anew since stays.
  ///
  /// - Parameter entries: the transaction's.
  func reverseLevels(_ entries: [Entry], of row: JournalRow) throws -> [Entry] {
    let root = try ledger.root(of: row)
    var giving = try GivingWay(ledger)
    var reversed: [Entry] = []
    for (place, own) in entries.ownStatements() {
      var history = try ledger.levels(at: place)
      // From the last day on, so that nothing moves to a statement that goes as well.
      for entry in own.reversed() where entry.isSaid {
        guard let standing = history.statement(on: entry.day),
          try ledger.root(of: standing) == root
        else { continue }
        reversed += try giving.way(try history.takeBack(entry.day))
      }
      for entry in own where !entry.isSaid {
        reversed += try giving.way(try history.bringBack(takenBackBy: entry.seq))
      }
    }
    return reversed
  }
}

extension Ledger {
  /// The transaction in whose way an undo of statements would be: one that said another level for the
  /// same unit and day since.
  ///
  /// - Throws: `UndoFault.alreadyUndone` where nothing of the transaction is left to be undone.
  func laterLevel(_ row: JournalRow) throws -> Int64? {
    guard row.entries.count > 0, try hasLevels() else { return nil }
    let entries = try entries(row.entries)
    let root = try root(of: row)
    var isLeft = row.changes.count > 0 || row.targets.count > 0
    isLeft = isLeft || entries.contains { $0.level == nil }
    var gone: Entry?
    for (place, own) in entries.ownStatements() {
      let history = try levels(at: place)
      for entry in own {
        guard let standing = history.statement(on: entry.day) else {
          isLeft = isLeft || !entry.isSaid
          gone = gone ?? history.entries.last { $0.day == entry.day && $0.isOfOwnStatement }
          continue
        }
        let other = try self.root(of: standing)
        guard entry.isSaid, other == root else { return other }
        isLeft = true
      }
    }
    if !isLeft, let gone, let by = try transaction(ofEntry: gone.seq)?.transaction {
      throw UndoFault.alreadyUndone(by: by)
    }
    return nil
  }

  /// The transaction that first said what another brings back: itself, unless it reverses one.
  fileprivate func root(of row: JournalRow) throws(StorageError) -> Int64 {
    try reversed(by: row).last ?? row.transaction
  }

  fileprivate func root(of entry: Entry) throws(StorageError) -> Int64? {
    try transaction(ofEntry: entry.seq).map { row throws(StorageError) in try root(of: row) }
  }
}

extension [Entry] {
  /// Those that say something of their own day's statement, by place and in the order of their days.
  fileprivate func ownStatements() -> [(place: ListedPlace, entries: [Entry])] {
    Dictionary(grouping: filter(\.isOfOwnStatement)) {
      ListedPlace(indicator: $0.indicator, unit: $0.unit)
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted { $0.day < $1.day }) }
  }
}
