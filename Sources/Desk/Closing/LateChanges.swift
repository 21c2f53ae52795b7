internal import Storage
internal import TargetEngine

extension Ledger {
  /// What is to be said of a transaction that changes anything of closed months: figures, else targets, else
  /// where units belong.
  func lateNotice(_ transaction: Transaction) throws -> LateNotice? {
    let closings = try closings()
    guard let last = closings.map(\.month).max() else { return nil }
    let modules = Dictionary(try indicators().map { ($0.id, $0.module) }) { first, _ in first }
    let closed = { (indicator: IndicatorID) in
      closings.filter { $0.holds(modules[indicator]) }.map(\.month)
    }
    let figures = try transaction.changes(through: last).map { indicator, month in
      // What lies before the first closed month is in its figures too.
      let closed = closed(indicator)
      return (closed.filter { $0 >= month }.min().map { [$0] } ?? [], closed.max())
    }
    if let notice = LateNotice(.figures, figures) { return notice }
    let targets = try transaction.changedTargets().map { indicator, day in
      let closed = closed(indicator)
      return (closed.filter { day <= $0.lastDay }, closed.max())
    }
    if let notice = LateNotice(.target, targets) { return notice }
    return try transaction.movesUnits() ? LateNotice(.tree, [([last], last)]) : nil
  }
}

extension LateNotice {
  /// - Parameter found: the closed months that changes are about, each with the last closed one.
  fileprivate init?(_ change: Change, _ found: [(months: [Month], last: Month?)]) {
    let late = found.filter { !$0.months.isEmpty }
    guard let last = late.compactMap(\.last).max() else { return nil }
    self.init(change: change, months: Set(late.flatMap(\.months)).sorted(), next: last.next)
  }
}

extension Closing {
  /// Whether it froze a module's lines: those of its own, or of all.
  fileprivate func holds(_ module: String?) -> Bool {
    self.module.isEmpty || self.module == module
  }
}
