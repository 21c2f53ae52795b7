public import Journal
public import TargetEngine

extension Ledger {
  /// Why a transaction cannot be undone, with what to undo before it, so that who follows the advice gets there.
  /// Where nothing that can be undone clears the way, what is never undone is named.
  ///
  /// - Parameters:
  ///   - author: in whose name the way is tried; nothing of it is kept.
  ///   - today: see `Transaction.reverse`.
  public func settled(
    _ fault: UndoFault, ofUndoing number: Int64, by author: Author, today: Day
  ) throws -> UndoFault {
    guard !fault.obstacles.isEmpty || fault.isOfRule, let row = try transaction(number) else {
      return fault
    }
    let obstacles = try Obstacles(self, author: author, today: today, about: row)
    let path = try obstacles.path(from: fault.obstacles.last)
    if let path, case .breaks(let problem, _) = fault { return .breaks(problem, neededBy: path) }
    if let path { return .neededBy(path) }
    if let (number, subject) = obstacles.kept { return .keptBy(transaction: number, subject) }
    guard obstacles.isExhaustive else { return fault }
    switch fault {
    case .breaks(let problem, _): return .breaks(problem, neededBy: [])
    case .neededBy(let other): return .builtOver(transaction: other)
    default: return fault
    }
  }
}
