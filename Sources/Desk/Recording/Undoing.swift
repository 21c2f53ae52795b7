public import Journal
internal import Storage

extension Desk {
  /// Posts the transaction that reverses another.
  public func undo(_ text: String, reason: String) throws -> Written<JournalRow> {
    guard let number = try transactionNumber(text) else {
      throw DeskError.undo(.unknown(transaction: 0))
    }
    do {
      return try write(reason: reason, reverses: number) { transaction in
        let row = try ledger.undoable(number)
        try transaction.reverse(row, in: ledger, today: context.today)
        return row
      }
    } catch let fault as UndoFault {
      throw DeskError.undo(try ledger.settled(fault))
    }
  }
}
