internal import Storage
internal import TargetEngine

/// What a closing would freeze.
struct ClosingPlan {
  /// The modules.
  var modules: Set<String>
  /// Their indicators.
  var indicators: [Indicator]
  /// Whether all modules had closed the month together.
  var wasWhole: Bool
  /// Earlier months with figures that stay open for ever.
  var openBefore: [Month]
}

extension Desk {
  /// Whether figures of a month may still come in the ordinary way: its last day has not passed.
  func isUnfinished(_ month: Month) -> Bool { month.lastDay >= context.today }

  /// What a closing of a month freezes.
  ///
  /// - Throws: what stands in the way of it, see `close`.
  func closingPlan(
    _ month: Month, module: String?, reissue: String?, isConfirmed: Bool
  ) throws -> ClosingPlan {
    let catalogue = try catalogue(module: module)
    if reissue == nil, month.firstDay > context.today { throw DeskError.notYet(month) }
    guard PlanYear.range.contains(month.year) else { throw DeskError.badYear("\(month.year)") }
    let closed = try ClosedMonth(month, ledger)
    let modules = try modulesToClose(
      month, Set(catalogue.map(\.module)), closed, isWhole: module == nil, reissue: reissue)
    if reissue == nil, isUnfinished(month), !isConfirmed { throw DeskError.notOver(month) }
    let indicators = catalogue.filter { modules.contains($0.module) }
    let figures = try monthsOfFirst(indicators)
    if let figures, !isConfirmed { try expectNear(month, figures) }
    return ClosingPlan(
      modules: modules, indicators: indicators, wasWhole: closed.isWhole,
      openBefore: (figures ?? []).filter { $0 < month })
  }

  /// The months with figures of indicators that are closed for the first time; nil where none is. Those
  /// before it are not closed later.
  private func monthsOfFirst(_ indicators: [Indicator]) throws -> [Month]? {
    let closed = Set(try ledger.closings().map(\.module))
    if closed.contains("") { return nil }
    let new = indicators.filter { !closed.contains($0.module) }
    return new.isEmpty ? nil : try ledger.monthsWithEntries(of: Set(new.map(\.id)))
  }

  /// A slip in the year of a first closing would have to be followed by a closing of every month since.
  private func expectNear(_ month: Month, _ figures: [Month]) throws {
    let isBeforeAll = figures.first.map { month < $0 } ?? false
    let isLongPast = month < context.today.month.adding(-24)
    guard isBeforeAll || isLongPast else { return }
    throw DeskError.farFirst(month, figuresFrom: figures.first)
  }

  /// Which modules a closing freezes: those still open, or for a reissue those closed before.
  private func modulesToClose(
    _ month: Month, _ wanted: Set<String>, _ closed: ClosedMonth, isWhole: Bool, reissue: String?
  ) throws -> Set<String> {
    let done = wanted.filter { closed.edition(of: $0) != nil }
    if reissue != nil {
      guard !done.isEmpty else { throw DeskError.notClosed(month) }
      return done
    }
    let open = wanted.subtracting(done)
    guard !open.isEmpty || (isWhole && !closed.isWhole) else {
      throw DeskError.alreadyClosed(month, modules: done.sorted())
    }
    let all = try ledger.closings()
    for module in open {
      let months = all.filter { $0.module == module || $0.module.isEmpty }.map(\.month)
      if let last = months.max(), last.next != month { throw DeskError.closeFirst(last.next) }
    }
    return open
  }
}
