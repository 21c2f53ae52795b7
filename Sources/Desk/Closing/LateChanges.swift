internal import Storage
internal import TargetEngine

extension Ledger {
  /// What is to be said of a transaction's entries that lie in closed months.
  func lateFigures(_ transaction: Transaction) throws -> LateNotice? {
    guard let last = try closings().map(\.month).max() else { return nil }
    return try late(try transaction.changes(through: last))
  }

  /// What is to be said of changes that lie in closed months.
  func late(_ changes: [(indicator: IndicatorID, month: Month)]) throws -> LateNotice? {
    if changes.isEmpty { return nil }
    let closings = try closings()
    let modules = Dictionary(try indicators().map { ($0.id, $0.module) }) { first, _ in first
    }
    var months: Set<Month> = []
    var next: Month?
    for (indicator, month) in changes {
      guard let module = modules[indicator] else { continue }
      let closed = closings.filter { $0.holds(module) }.map(\.month)
      // What lies before the first closed month is in its figures too.
      guard let first = closed.filter({ $0 >= month }).min(), let last = closed.max() else {
        continue
      }
      months.insert(first)
      next = max(next ?? last.next, last.next)
    }
    return next.map { LateNotice(change: .figures, months: months.sorted(), next: $0) }
  }

  /// What is to be said of a target that takes effect in a closed month.
  func lateTarget(of indicator: Indicator, from day: Day) throws -> LateNotice? {
    let closed = try closings().filter { $0.holds(indicator.module) }.map(\.month)
    let late = Set(closed.filter { day <= $0.lastDay }).sorted()
    guard !late.isEmpty, let last = closed.max() else { return nil }
    return LateNotice(change: .target, months: late, next: last.next)
  }

  /// What is to be said of units that belong elsewhere from now on.
  func lateTree() throws -> LateNotice? {
    try closings().map(\.month).max().map {
      LateNotice(change: .tree, months: [$0], next: $0.next)
    }
  }
}

extension Closing {
  /// Whether it froze a module's lines: those of its own, or of all.
  fileprivate func holds(_ module: String) -> Bool { self.module.isEmpty || self.module == module }
}
