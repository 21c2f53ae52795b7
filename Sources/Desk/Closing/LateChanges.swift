internal import Storage
internal import TargetEngine

extension Ledger {
  /// What is to be said of a transaction that changes anything of closed months: of figures, of targets, and
  /// of where units belong.
  func lateNotices(_ transaction: Transaction) throws -> [LateNotice] {
    guard let closed = try ClosedMonths(self) else { return [] }
    let tree = LateNotice(
      change: .tree, months: [closed.last], next: closed.last.next, indicators: [])
    let changes = try closed.changesOfWhatWasSaid(by: transaction)
    let figures = closed.notices(of: changes)
    return figures
      + [
        closed.notice(targets: try transaction.changedTargets()),
        try transaction.movesUnits() ? tree : nil,
      ].compactMap { $0 }
  }
}

/// Which months are closed for which indicators.
struct ClosedMonths {
  /// The last closed month.
  let last: Month
  private let closings: [Closing]
  private let indicators: [IndicatorID: Indicator]

  /// Nil where no month is closed.
  init?(_ ledger: Ledger) throws {
    closings = try ledger.closings()
    guard let last = closings.map(\.month).max() else { return nil }
    self.last = last
    indicators = Dictionary(try ledger.indicators().map { ($0.id, $0) }) { first, _ in first }
  }

  private func months(of indicator: IndicatorID) -> [Month] {
    closings.filter { $0.holds(indicators[indicator]?.module) }.map(\.month)
  }

  /// What a transaction changes of what closed reports said: not of plan years that had ended before the first of
  /// them, unless they are carried over.
  func changesOfWhatWasSaid(by transaction: Transaction) throws -> [LateChange] {
    let changes = try transaction.changes(through: last)
    let early = changes.filter { change in
      guard let year = change.year, let indicator = indicators[change.indicator],
        let first = months(of: change.indicator).min()
      else { return false }
      return year < indicator.planYear(of: first).label
    }
    guard !early.isEmpty else { return changes }
    let carried = try transaction.carriedYears(in: last)
    return changes.filter { change in
      !early.contains(change)
        || carried.contains(LineKey(indicator: change.indicator, year: change.year ?? 0))
    }
  }

  /// What is to be said of changed figures: where nothing is left of a change by the last closed month, no report
  /// to come shows it.
  func notices(of changes: [LateChange]) -> [LateNotice] {
    var lasting: [(indicator: IndicatorID, month: Month)] = []
    var passing: (months: Set<Month>, indicators: Set<IndicatorID>) = ([], [])
    for (indicator, changes) in Dictionary(grouping: changes, by: \.indicator) {
      let closed = months(of: indicator)
      guard let last = closed.max() else { continue }
      if changes.contains(where: { $0.isToDate && $0.holds(in: last) }) {
        lasting += changes.filter(\.isOfMonth).map { (indicator, $0.month) }
      } else {
        let changed = closed.filter { month in
          changes.contains { $0.isToDate && $0.holds(in: month) }
        }
        // What a month takes back itself leaves only its own amount another one.
        let own = closed.filter { month in changes.contains { $0.isOfMonth && $0.month == month } }
        let months = changed.isEmpty ? own : changed
        passing.months.formUnion(months)
        if !months.isEmpty { passing.indicators.insert(indicator) }
      }
    }
    let notice =
      passing.months.isEmpty
      ? nil
      : LateNotice(
        change: .passing, months: passing.months.sorted(), next: last.next,
        indicators: named(passing.indicators))
    return [self.notice(figures: lasting), notice].compactMap { $0 }
  }

  /// Indicators in the order of their numbers.
  private func named(_ ids: Set<IndicatorID>) -> [Indicator] {
    ids.sorted().compactMap { indicators[$0] }
  }

  /// What is to be said of figures of months.
  func notice(figures: [(indicator: IndicatorID, month: Month)]) -> LateNotice? {
    notice(
      .figures,
      figures.map { indicator, month in
        // What lies before the first closed month is in its figures too.
        let closed = months(of: indicator)
        return (indicator, closed.filter { $0 >= month }.min().map { [$0] } ?? [], closed.max())
      })
  }

  /// What is to be said of targets that hold from days on.
  func notice(targets: [(indicator: IndicatorID, from: Day)]) -> LateNotice? {
    notice(
      .target,
      targets.map { indicator, day in
        let closed = months(of: indicator)
        return (indicator, closed.filter { day <= $0.lastDay }, closed.max())
      })
  }

  /// - Parameter found: the closed months that changes of indicators are about, each with the last closed one.
  private func notice(
    _ change: LateNotice.Change, _ found: [(indicator: IndicatorID, months: [Month], last: Month?)]
  ) -> LateNotice? {
    let late = found.filter { !$0.months.isEmpty }
    guard let last = late.compactMap(\.last).max() else { return nil }
    return LateNotice(
      change: change, months: Set(late.flatMap(\.months)).sorted(), next: last.next,
      indicators: named(Set(late.map(\.indicator))))
  }
}

extension LateChange {
  /// Whether a month has it and none that follows it.
  fileprivate func holds(in month: Month) -> Bool {
    self.month <= month && until.map { month < $0 } ?? true
  }
}

extension Closing {
  /// Whether it froze a module's lines: those of its own, or of all.
  fileprivate func holds(_ module: String?) -> Bool {
    self.module.isEmpty || self.module == module
  }
}
