public import Reports
internal import Storage
public import TargetEngine

extension Desk {
  /// The children of a unit, or its descendants of a kind, against each other.
  ///
  /// - Parameters:
  ///   - indicators: codes or names; empty for every indicator.
  ///   - isLatest: today's figures, also of a closed month.
  ///   - withNotes: also what only people read.
  public func rankingReport(
    _ indicators: [String], _ month: Month, unit: String?, level: UnitKind?,
    isLatest: Bool = false, withNotes: Bool = false
  ) throws -> RankingReport {
    try ledger.read {
      let unit = try unitOrOffice(unit).unit
      let catalogue = try ledger.indicators()
      let closed = try isLatest ? ClosedMonth(month, []) : ClosedMonth(month, ledger)
      let wanted =
        try indicators.isEmpty
        ? catalogue.filter { try !isLater($0, than: closed) } : indicators.map { try indicator($0) }
      let reporting = try FormReporting(
        self, month, wanted.filter { closed.edition(of: $0.module) == nil })
      let standings = RankingDesk(
        desk: self, month: month, unit: unit, level: level, catalogue: catalogue, closed: closed,
        reporting: reporting)
      var rankings = try standings.rankings(wanted)
      let frozen = withNotes ? try frozenNotes(of: nil, in: closed, wanted) : [:]
      for place in rankings.indices where withNotes {
        rankings[place].notes =
          try closed.edition(of: rankings[place].indicator.module) == nil
          ? notes(rankings[place], above: unit, on: month.lastDay, reporting)
          : notes(rankings[place], above: unit, frozen: frozen)
      }
      let last = closed.isClosed(wanted) ? closed.last(of: wanted) : nil
      return RankingReport(
        head: try head(last), month: month,
        unit: try standings.title(), rankings: rankings,
        office: try office(of: last))
    }
  }
}

extension Desk {
  /// Whether an indicator was added when its module had closed a month already.
  private func isLater(_ indicator: Indicator, than closed: ClosedMonth) throws -> Bool {
    guard let edition = closed.edition(of: indicator.module) else { return false }
    return try ledger.added(indicator.id) ?? 0 > edition.transaction
  }
}

/// Ranks the units below one, from the ledger or from what was frozen.
private struct RankingDesk {
  let desk: Desk
  let month: Month
  let unit: Unit
  let level: UnitKind?
  let catalogue: [Indicator]
  let closed: ClosedMonth
  /// Of what is not closed.
  let reporting: FormReporting

  /// The unit above, as it was called when the month was closed.
  func title() throws -> Unit {
    guard closed.isWhole, let last = closed.last(of: catalogue) else {
      return try desk.titled(unit)
    }
    return try desk.frozenUnit(unit.id, of: last) ?? desk.titled(unit)
  }

  /// Modules close on different days, so each has its own source.
  func rankings(_ wanted: [Indicator]) throws -> [IndicatorRanking] {
    var found: [IndicatorID: IndicatorRanking] = [:]
    var live: LiveStandings?
    for (module, indicators) in Dictionary(grouping: wanted, by: \.module) {
      let now: any Standings
      let before: any Standings
      if let edition = closed.edition(of: module) {
        now = try frozen(indicators, closed, edition, [.main, .unlisted])
        before =
          try closedBefore(ClosedMonth(month.previous, desk.ledger, before: edition.transaction))
          ?? frozen(indicators, closed, edition, [.before])
      } else {
        let open = try live ?? self.live(wanted.filter { closed.edition(of: $0.module) == nil })
        live = open
        now = open
        before =
          try closedBefore(ClosedMonth(month.previous, desk.ledger))
          ?? open.before(
            try desk.builder(catalogue, on: month.previous.lastDay),
            unreported: FormReporting(desk, month.previous, indicators).missing)
      }
      func closedBefore(_ earlier: ClosedMonth) throws -> FrozenStandings? {
        try earlier.edition(of: module).map {
          try frozen(indicators, earlier, $0, [.main, .unlisted])
        }
      }
      for ranking in try inParallel(
        indicators,
        { (indicator) throws(OverflowFault) in try IndicatorRanking(indicator, now, after: before) }
      ) {
        found[ranking.indicator.id] = ranking
      }
    }
    return wanted.compactMap { found[$0.id] }
  }

  private func live(_ indicators: [Indicator]) throws -> LiveStandings {
    let below = try level.map { try desk.ledger.descendants(of: unit.id, kind: $0) }
    let units = try UnitTitles(desk.ledger).titled(
      try (below ?? desk.ledger.children(of: unit.id)).map(\.unit))
    return LiveStandings(
      month: month, units: units,
      table: try desk.figureTable(units.map(\.id) + [unit.id], indicators, on: month.lastDay),
      builder: try desk.builder(catalogue, on: month.lastDay), unreported: reporting.missing)
  }

  private func frozen(
    _ indicators: [Indicator], _ closed: ClosedMonth, _ edition: Closing,
    _ parts: Set<FrozenLine.Part>
  ) throws -> FrozenStandings {
    let all = try desk.ledger.frozenUnits(transaction: edition.transaction)
    let units = try UnitTitles(frozen: all).titled(RankingDesk.below(unit.id, level, in: all))
    var lines: [UnitID: [LineKey: Line]] = [:]
    for id in units.map(\.id) + [unit.id] {
      let frozen = try desk.frozenLines(of: id, in: closed, indicators, parts: parts)
      lines[id] = Dictionary(frozen.map { ($0.line.key, $0.line) }) { first, _ in first }
    }
    let month = parts == [.before] ? closed.month.previous : closed.month
    return FrozenStandings(
      month: month, units: units, above: unit.id, found: lines,
      unreported: try desk.ledger.frozenUnreported(
        transaction: edition.transaction, parts == [.before] ? .before : .main),
      form: edition.form,
      builder: try desk.builder(catalogue, on: month.lastDay))
  }

  /// The children of a unit in a frozen tree, or its descendants of a kind.
  private static func below(_ unit: UnitID, _ level: UnitKind?, in all: [Unit]) -> [Unit] {
    guard let level else { return all.filter { $0.parent == unit } }
    let parents = Dictionary(all.map { ($0.id, $0.parent) }) { first, _ in first }
    return all.filter { candidate in
      guard candidate.kind == level, candidate.id != unit else { return false }
      var next = candidate.parent
      while let id = next, id != unit { next = parents[id] ?? nil }
      return next == unit
    }
  }
}
