internal import Storage
internal import TargetEngine

extension Desk {
  /// What an office should look at beside its records: units that it does not count, numbers that may
  /// count twice, months that are not closed.
  func officeAdvice() throws -> [Advice] {
    try besideOffice() + countsTwice(catalogue()) + uncounted(catalogue())
      + listsWithoutRegister(catalogue()) + leftToNoLists().map { .leftToNoList($0) } + unclosed()
  }

  /// Roots beside the office's own unit or the one that it stands under.
  func besideOffice() throws -> [Advice] {
    guard let office = try officeUnit()?.unit.id else { return [] }
    let own = Set(try ledger.ancestors(of: office) + [office])
    let others = try ledger.roots().filter { stored in
      !own.contains(stored.unit.id) && stored.merged == nil && stored.unit.closed == nil
    }
    return others.isEmpty ? [] : [.besideOffice(others)]
  }

  /// Of the office and the units directly below it, as reports warn.
  func countsTwice(_ catalogue: [Indicator]) throws -> [Advice] {
    guard let office = try officeUnit()?.unit.id else { return [] }
    let places = try ledger.toldBesideLists(of: office, among: catalogue)
    return try Set(places.map(\.indicator)).sorted().flatMap { id -> [Advice] in
      guard let indicator = catalogue.first(where: { $0.id == id }) else { return [] }
      return try toldTwice(indicator, at: places.filter { $0.indicator == id })
    }
  }

  /// Numbers are corrected where their unit takes numbers; where a rule says that it reports by list, the rule is
  /// changed first.
  private func toldTwice(_ indicator: Indicator, at places: [ListedPlace]) throws -> [Advice] {
    var corrigible: [StoredUnit] = []
    var kept: [Advice] = []
    for place in places {
      guard let unit = try ledger.unit(id: place.unit) else { continue }
      let lists = try ledger.listsOverNumbers(of: place)
      if lists.isEmpty {
        corrigible.append(unit)
      } else {
        kept.append(.keptBesideLists(indicator, unit, since: lists))
      }
    }
    return (corrigible.isEmpty ? [] : [.countsTwice(indicator, corrigible)]) + kept
  }

  /// Records that do not count by a day, since their units report by number.
  ///
  /// - Parameter day: nil for today.
  func uncounted(_ catalogue: [Indicator], on day: Day? = nil) throws -> [Advice] {
    let found = try ledger.uncounted(
      through: day ?? context.today, for: Set(catalogue.map(\.id)))
    return try Dictionary(grouping: found, by: \.rule).compactMap { rule, records in
      guard let indicator = catalogue.first(where: { $0.id == rule.indicator }),
        let unit = try ledger.unit(id: rule.unit)
      else { return nil }
      return (indicator, unit, rule.since, Set(records.map(\.record)).sorted())
    }.sorted { ($0.0.id, $0.1.unit.code, $0.2) < ($1.0.id, $1.1.unit.code, $1.2) }
      .map { .uncounted($0, $1, since: $2, $3) }
  }

  /// Rules by list of earlier versions that nothing can ever follow.
  private func listsWithoutRegister(_ catalogue: [Indicator]) throws -> [Advice] {
    let rules = try ledger.sourcings().filter(\.byList)
    if rules.isEmpty { return [] }
    let posted = ledger.postedIndicators
    return try rules.compactMap { rule in
      guard let indicator = catalogue.first(where: { $0.id == rule.indicator }),
        !posted.contains(indicator.code), let unit = try ledger.unit(id: rule.unit)
      else { return nil }
      return .listWithoutRegister(indicator, unit, since: rule.since)
    }
  }

  /// The months since the last closing of all modules that are over.
  private func unclosed() throws -> [Advice] {
    guard var month = try ledger.closings().filter({ $0.module.isEmpty }).map(\.month).max() else {
      return []
    }
    var open: [Month] = []
    while month.next.lastDay < context.today, open.count < 120 {
      month = month.next
      open.append(month)
    }
    return open.isEmpty ? [] : [.notClosed(open)]
  }
}
