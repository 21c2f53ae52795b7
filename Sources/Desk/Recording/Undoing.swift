public import Journal
internal import Storage

/// A transaction that was undone.
public struct UndoneTransaction: Sendable {
  /// The row of the undone one.
  public var row: JournalRow
  /// Levels that it had said in place of others: their days have none now, from what to what it had made them.
  public var withdrawn: [LevelNotice]
}

extension Desk {
  /// Posts the transaction that reverses another.
  public func undo(_ text: String, reason: String) throws -> Written<UndoneTransaction> {
    guard let number = try transactionNumber(text) else {
      throw DeskError.undo(.unknown(transaction: 0))
    }
    do {
      return try write(reason: reason, reverses: number) { transaction in
        let row = try ledger.undoable(number)
        try transaction.reverse(row, in: ledger, today: context.today)
        return UndoneTransaction(
          row: row, withdrawn: try ledger.notices(of: try ledger.withdrawnLevels(of: row)))
      }
    } catch let fault as UndoFault {
      throw DeskError.undo(try ledger.settled(fault))
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
