public import Journal
public import Reports
public import Storage

/// A transaction that was undone.
public struct UndoneTransaction: Sendable {
  /// The row of the undone one.
  public var row: JournalRow
  /// Levels that it had said in place of others: their days have none now, from what to what it had made them.
  public var withdrawn: [LevelNotice]
  /// Entries that count again beside others that say the same.
  public var repeated: [RepeatedEntry]
  /// Rows of other files that were left out because of what was undone, and that nothing else says.
  public var passedOver: [PassedOver]
}

/// A number that counts twice, perhaps on purpose.
public struct RepeatedEntry: Sendable {
  /// The entry that counts again.
  public var entry: TracedEntry
  /// The one that says the same, by its id: `K3F7-29.1`.
  public var other: String
}

extension Desk {
  /// Posts the transaction that reverses another.
  public func undo(_ text: String, reason: String) throws -> Written<UndoneTransaction> {
    guard let number = try transactionNumber(text) else {
      throw DeskError.undo(.unknown(transaction: 0))
    }
    do {
      var (notices, forms) = (RecordNotices(), FormsChanged())
      var written = try write(reason: reason, reverses: number) { transaction in
        let row = try ledger.undoable(number)
        let before = try FormsBefore(self)
        let reversed = try transaction.reverse(row, in: ledger, today: context.today)
        notices = try self.notices(of: reversed)
        forms = try FormsChanged(self, since: before)
        return UndoneTransaction(
          row: row, withdrawn: try ledger.notices(of: try ledger.withdrawnLevels(of: row)),
          repeated: try repeated(byUndoing: row, transaction),
          passedOver: try passedOver(byUndoing: row, reversed, transaction))
      }
      written.notices = notices
      written.tell(forms)
      return written
    } catch let fault as UndoFault {
      let settled = try ledger.settled(
        fault, ofUndoing: number, by: try author(reason: reason), today: context.today)
      throw DeskError.undo(settled)
    }
  }

  /// What is to be said of records that have an earlier state, or other rules, again.
  private func notices(of reversed: Reversed) throws -> RecordNotices {
    var (notices, lacking) = (RecordNotices(), LackingRecords())
    var rosters = TouchedRosters(ledger)
    notices.counted = try ledger.notices(of: reversed.shifts)
    notices.uncounted = try self.notices(uncounted: reversed.uncounted)
    for (shape, state) in reversed.standing { lacking.note(state, in: shape) }
    notices.lacking = try lacking.notices(ledger)
    for record in reversed.restored {
      rosters.touch(record.shape, old: record.old, new: record.new)
    }
    notices.rosters = try rosters.differing()
    return notices
  }

  /// Rows that were left out because of what is gone with an undo, or has gone before what it brings back.
  private func passedOver(
    byUndoing row: JournalRow, _ reversed: Reversed, _ transaction: Transaction
  ) throws -> [PassedOver] {
    if let number = try ledger.takenAway(byUndoing: row) {
      return try transaction.passedOver(for: number, reversed)
    }
    return try ledger.broughtBack(byUndoing: row).map(transaction.passedOver(bringingBack:)) ?? []
  }

  /// What counts again beside others that say the same, once an undo was undone.
  private func repeated(
    byUndoing row: JournalRow, _ transaction: Transaction
  ) throws -> [RepeatedEntry] {
    guard let back = try ledger.broughtBack(byUndoing: row) else { return [] }
    let entries = try ledger.entries(back.entries).filter { $0.source.isEmpty && $0.level == nil }
    let pairs = try transaction.standingEqual(to: entries, except: back.entries.range)
    return zip(try traced(pairs.map(\.entry)), try traced(pairs.map(\.other))).map {
      RepeatedEntry(entry: $0, other: $1.id)
    }
  }

  /// A transaction's number from `1204`, `#1204` or `K3F7-1204`.
  public func transactionNumber(_ text: String) throws -> Int64? {
    var plain = text.hasPrefix("#") ? String(text.dropFirst()) : text
    let site = try ledger.site() + "-"
    if plain.uppercased().hasPrefix(site) { plain = String(plain.dropFirst(site.count)) }
    if let end = plain.firstIndex(where: { $0 == "·" }) { plain = String(plain[..<end]) }
    return Int64(plain)
  }
}
