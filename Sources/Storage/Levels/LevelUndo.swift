internal import Database
public import Journal
internal import TargetEngine

/// Statements that an undo withdraws, and those that the undo of an undo restores.
extension Transaction {
  /// The entries that reverse the level entries of a transaction: the sum of a statement's day
  /// moves to the day of the next statement. A newer statement of the same day stays. What forms say follows from
  /// their submissions.
  ///
  /// - Parameter entries: the transaction's.
  func reverseLevels(_ entries: [Entry], of row: JournalRow) throws -> [Entry] {
    let root = try ledger.root(of: row)
    var reversed: [Entry] = []
    for (place, own) in entries.ownStatements() {
      var history = try ledger.levels(at: place)
      // Backwards, so that nothing moves to the day of a statement that is withdrawn as well.
      for entry in own.reversed() where entry.isSaid && !history.isOfForm(entry) {
        guard let standing = history.statement(on: entry.day),
          try ledger.root(of: standing) == root
        else { continue }
        reversed += try history.takeBack(entry.day)
      }
      for entry in own where !entry.isSaid && !history.isOfForm(entry) {
        reversed += try history.bringBack(takenBackBy: entry.seq)
      }
    }
    return reversed
  }
}

extension Ledger {
  /// A later transaction that replaced a statement of this one for the same unit and day.
  ///
  /// - Throws: `UndoFault.alreadyUndone` when nothing of the transaction is left to be undone.
  func laterLevel(_ row: JournalRow) throws -> Int64? {
    guard row.entries.count > 0, try hasLevels() else { return nil }
    let entries = try entries(row.entries)
    let root = try root(of: row)
    var isLeft = row.changes.count > 0 || row.targets.count > 0
    isLeft = isLeft || entries.contains { $0.level == nil }
    var gone: Entry?
    for (place, own) in entries.ownStatements() {
      let history = try levels(at: place)
      for entry in own where !history.isOfForm(entry) {
        guard let standing = history.statement(on: entry.day) else {
          isLeft = isLeft || !entry.isSaid
          gone = gone ?? history.entries.last { $0.day == entry.day && $0.isOfOwnStatement }
          continue
        }
        // What a form said again, since this was undone, goes with it.
        let own = row.entries.first..<max(row.entries.first, row.entries.end)
        if own.contains(standing.seq), history.isOfForm(standing) {
          isLeft = true
          continue
        }
        // What people withdrew does not come back, whatever a form says in its place since.
        if entry.isSaid, history.isOfForm(standing), history.saidByPeople(on: entry.day) == nil {
          gone =
            gone
            ?? history.entries.last { $0.day == entry.day && $0.isOfOwnStatement && !$0.isSaid }
          continue
        }
        let other = try self.root(of: standing)
        guard entry.isSaid, other == root else {
          return try acceptance(of: standing, in: history, after: entry.seq) ?? other
        }
        isLeft = true
      }
    }
    if !isLeft, let gone, let by = try transaction(ofEntry: gone.seq) {
      // A statement that was replaced goes with the one that replaced it.
      guard try chainReversed(by: by).contains(row.transaction) else {
        throw UndoFault.hasNoEffect
      }
      throw UndoFault.alreadyUndone(by: by.transaction)
    }
    return nil
  }

  /// The statements of an undone transaction in whose place none stands, though they had replaced others: what
  /// these said before, and the undone one after.
  public func withdrawnLevels(of row: JournalRow) throws -> [MovedLevel] {
    guard row.entries.count > 0, try hasLevels() else { return [] }
    var withdrawn: [MovedLevel] = []
    for (place, own) in try entries(row.entries).ownStatements() {
      let history = try levels(at: place)
      for entry in own where history.statement(on: entry.day) == nil {
        // What was withdrawn by then was not replaced.
        let earlier = history.entries.last {
          $0.day == entry.day && $0.isOfOwnStatement && $0.seq < entry.seq
        }
        guard case .said(let now) = entry.level, let earlier,
          case .said(let before) = earlier.level, try self.root(of: earlier) != root(of: row)
        else { continue }
        // A form says its levels again by itself, as long as it is accepted.
        if EntrySource.isOfForm(earlier.source) { continue }
        withdrawn.append(MovedLevel(place: place, day: entry.day, before: before, now: now))
      }
    }
    return withdrawn
  }

  /// The transaction that first made the statements of another one: itself, unless it reverses one.
  func root(of row: JournalRow) throws(StorageError) -> Int64 {
    try chainReversed(by: row).last ?? row.transaction
  }

  /// The transaction in force that first said after another statement what a form says of the same day: where an undo
  /// says it again, that which is to be undone.
  private func acceptance(
    of standing: Entry, in history: LevelHistory, after seq: Int64
  ) throws(StorageError) -> Int64? {
    guard EntrySource.isOfForm(standing.source) else { return nil }
    let same = history.entries.filter {
      $0.seq > seq && $0.day == standing.day && $0.source == standing.source
    }
    for entry in same.reversed() {
      guard let row = try transaction(ofEntry: entry.seq), row.reverses == 0,
        try reversal(of: row.transaction) == nil
      else { continue }
      return row.transaction
    }
    return nil
  }

  func root(of entry: Entry) throws(StorageError) -> Int64? {
    // What was brought back is undone with what said it.
    let seq = LevelSource.origin(in: entry.source) ?? entry.seq
    return try transaction(ofEntry: seq).map { row throws(StorageError) in try root(of: row) }
  }
}

extension LevelHistory {
  /// Whether an entry makes or withdraws a statement of a form, which follows from what was accepted.
  fileprivate func isOfForm(_ entry: Entry) -> Bool {
    let said = entry.isSaid ? entry : statement(takenBackBy: entry.seq)
    return said.map { EntrySource.isOfForm($0.source) } ?? false
  }
}

extension [Entry] {
  /// Those that make or withdraw a statement of their own day, by place and in the order of days. What was brought
  /// back beside them is another transaction's.
  fileprivate func ownStatements() -> [(place: ListedPlace, entries: [Entry])] {
    let own = filter { $0.isOfOwnStatement && LevelSource.origin(in: $0.source) == nil }
    return Dictionary(grouping: own) {
      ListedPlace(indicator: $0.indicator, unit: $0.unit)
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted { $0.day < $1.day }) }
  }
}
