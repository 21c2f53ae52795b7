internal import Storage
internal import TargetEngine

extension Desk {
  /// What is to be said of a transaction's entries that lie in closed months.
  func lateFigures(_ transaction: Transaction) throws -> LateNotice? {
    guard let last = try lastClosed(nil) else { return nil }
    let changes = try transaction.changes(through: last)
    if changes.isEmpty { return nil }
    let modules = Dictionary(try ledger.indicators().map { ($0.id, $0.module) }) { first, _ in first
    }
    var months: Set<Month> = []
    var next: Month?
    var closed: [Month: ClosedMonth] = [:]
    for (indicator, month) in changes {
      guard let module = modules[indicator] else { continue }
      let editions = try closed[month] ?? ClosedMonth(month, ledger)
      closed[month] = editions
      guard editions.edition(of: module) != nil, let last = try lastClosed(module) else { continue }
      months.insert(month)
      next = max(next ?? last.next, last.next)
    }
    return next.map { LateNotice(change: .figures, months: months.sorted(), next: $0) }
  }

  /// What is to be said of a target that takes effect in a closed month.
  func lateTarget(of indicator: Indicator, from day: Day) throws -> LateNotice? {
    guard let last = try lastClosed(indicator.module), day <= last.lastDay else { return nil }
    let closed = Set(try closedMonths(indicator.module)).filter { day <= $0.lastDay }
    return closed.isEmpty
      ? nil : LateNotice(change: .target, months: closed.sorted(), next: last.next)
  }

  /// What is to be said of units that belong elsewhere from now on.
  func lateTree() throws -> LateNotice? {
    try lastClosed(nil).map { LateNotice(change: .tree, months: [$0], next: $0.next) }
  }

  /// The last month that a module closed, or that any did.
  private func lastClosed(_ module: String?) throws -> Month? { try closedMonths(module).max() }

  private func closedMonths(_ module: String?) throws -> [Month] {
    try ledger.closings().filter { closing in
      module.map { closing.module.isEmpty || closing.module == $0 } ?? true
    }.map(\.month)
  }
}
