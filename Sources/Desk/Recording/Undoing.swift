public import Journal
internal import Storage
internal import TargetEngine

extension Desk {
  /// Posts the transaction that reverses another.
  public func undo(_ text: String, reason: String) throws -> Written<JournalRow> {
    guard let number = try transactionNumber(text) else {
      throw DeskError.undo(.unknown(transaction: 0))
    }
    do {
      var isMove = false
      var written = try write(reason: reason, reverses: number) { transaction in
        let row = try ledger.undoable(number)
        let before = try parents(ofUnitsIn: row)
        try transaction.reverse(row, in: ledger)
        let after = try parents(ofUnitsIn: row)
        isMove = before.contains { unit, parent in after[unit].map { $0 != parent } ?? false }
        return row
      }
      if isMove { written.late = try written.late ?? ledger.lateTree() }
      return written
    } catch let fault as UndoFault {
      throw DeskError.undo(try ledger.settled(fault))
    }
  }

  /// Where the units stand that a transaction changed; without those that are not there.
  private func parents(ofUnitsIn row: JournalRow) throws -> [UnitID: UnitID?] {
    var parents: [UnitID: UnitID?] = [:]
    for id in try ledger.unitsChanged(in: row) {
      if let unit = try ledger.unit(id: id)?.unit { parents[id] = .some(unit.parent) }
    }
    return parents
  }
}
