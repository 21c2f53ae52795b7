public import Reports
internal import Storage
public import TargetEngine

extension Desk {
  /// The children of a unit, or its descendants of a kind, against each other.
  ///
  /// - Parameter indicators: codes or names; empty for every indicator.
  public func rankingReport(
    _ indicators: [String], _ month: Month, unit: String?, level: UnitKind?
  ) throws -> RankingReport {
    try ledger.read {
      let unit = try unitOrOffice(unit).unit
      let catalogue = try ledger.indicators()
      let wanted = indicators.isEmpty ? catalogue : try indicators.map { try indicator($0) }
      let closed = try ClosedMonth(month, ledger)
      let standings = RankingDesk(
        desk: self, month: month, unit: unit, level: level, catalogue: catalogue, closed: closed)
      return RankingReport(
        head: try head(closed.isClosed(wanted) ? closed.last : nil), month: month,
        unit: try standings.title(), rankings: try standings.rankings(wanted),
        office: try office())
    }
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

  /// The unit above, as it was called when the month was closed.
  func title() throws -> Unit {
    guard closed.isWhole, let last = closed.last else { return unit }
    return try desk.ledger.frozenUnit(unit.id, transaction: last.transaction) ?? unit
  }

  /// Modules close on different days, so each has its own source.
  func rankings(_ wanted: [Indicator]) throws -> [IndicatorRanking] {
    var figures: [UnitID: UnitFigures] = [:]
    var found: [IndicatorID: IndicatorRanking] = [:]
    for (module, indicators) in Dictionary(grouping: wanted, by: \.module) {
      let now: Standings
      let before: Standings
      if let edition = closed.edition(of: module) {
        now = try frozen(indicators, closed, edition, [.main, .unlisted])
        let earlier = try ClosedMonth(
          month.previous, desk.ledger, before: edition.transaction)
        before =
          if let last = earlier.edition(of: module) {
            try frozen(indicators, earlier, last, [.main, .unlisted])
          } else {
            try frozen(indicators, closed, edition, [.before])
          }
      } else {
        now = try live(indicators, month, &figures, single: wanted.count == 1)
        let earlier = try ClosedMonth(month.previous, desk.ledger)
        before =
          if let last = earlier.edition(of: module) {
            try frozen(indicators, earlier, last, [.main, .unlisted])
          } else {
            try live(indicators, month.previous, &figures, single: wanted.count == 1)
          }
      }
      let above = unit.id
      for ranking in try inParallel(
        indicators,
        { (indicator) throws(OverflowFault) in
          try now.ranking(indicator, after: before, above: above)
        })
      {
        found[ranking.indicator.id] = ranking
      }
    }
    return wanted.compactMap { found[$0.id] }
  }

  private func live(
    _ indicators: [Indicator], _ month: Month, _ figures: inout [UnitID: UnitFigures], single: Bool
  ) throws -> Standings {
    let below = try level.map { try desk.ledger.descendants(of: unit.id, kind: $0) }
    let units = try (below ?? desk.ledger.children(of: unit.id)).map(\.unit)
    let ratio = indicators.containsRatio
    let only = single && !ratio ? indicators.first?.id : nil
    // Both months are read off the same figures; the later month asks first.
    for id in units.map(\.id) + [unit.id] where figures[id] == nil || ratio {
      figures[id] = try desk.figures(
        of: id, on: self.month.lastDay, indicator: only, inheriting: ratio)
    }
    let builder = try desk.builder(catalogue, on: month.lastDay)
    let now = figures
    return Standings(month: month, units: units) { (indicator, id) throws(OverflowFault) in
      try builder.line(indicator, now[id] ?? UnitFigures())
    }
  }

  private func frozen(
    _ indicators: [Indicator], _ closed: ClosedMonth, _ edition: Closing,
    _ parts: Set<FrozenLine.Part>
  ) throws -> Standings {
    let all = try desk.ledger.frozenUnits(transaction: edition.transaction)
    let units = RankingDesk.below(unit.id, level, in: all)
    var lines: [UnitID: [LineKey: Line]] = [:]
    for id in units.map(\.id) + [unit.id] {
      let frozen = try desk.frozenLines(of: id, in: closed, indicators, parts: parts)
      lines[id] = Dictionary(frozen.map { ($0.line.key, $0.line) }) { first, _ in first }
    }
    let month = parts == [.before] ? closed.month.previous : closed.month
    let builder = try desk.builder(catalogue, on: month.lastDay)
    let found = lines
    return Standings(month: month, units: units) { (indicator, id) throws(OverflowFault) in
      // A unit without a frozen line had neither target nor entries then.
      let key = LineKey(indicator: indicator.id, year: month.year)
      if let line = found[id]?[key] { return line }
      return try builder.line(indicator, UnitFigures())
    }
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

/// The units of one month with their lines.
private struct Standings: Sendable {
  private let units: [Unit]
  private let line: LineSource

  typealias LineSource = @Sendable (Indicator, UnitID) throws(OverflowFault) -> Line

  init(month: Month, units: [Unit], line: @escaping LineSource) {
    self.units = units.filter { $0.appears(in: month) }
    self.line = line
  }

  /// The units in order, with their ranks of the month before.
  func ranking(
    _ indicator: Indicator, after before: Standings, above unit: UnitID
  ) throws(OverflowFault) -> IndicatorRanking {
    let earlier = try before.ranks(indicator)
    let (places, lines) = try places(indicator)
    return IndicatorRanking(
      indicator: indicator,
      lines: places.map { place in
        let unit = units[place.index]
        return RankedUnit(
          rank: place.rank, previousRank: earlier[unit.id], unit: unit, line: lines[place.index])
      }, total: try line(indicator, unit))
  }

  private func ranks(_ indicator: Indicator) throws(OverflowFault) -> [UnitID: Int] {
    var ranks: [UnitID: Int] = [:]
    for place in try places(indicator).places { ranks[units[place.index].id] = place.rank }
    return ranks
  }

  private func places(_ indicator: Indicator) throws(OverflowFault) -> (
    places: [Ranked], lines: [Line]
  ) {
    var lines: [Line] = []
    lines.reserveCapacity(units.count)
    for unit in units { lines.append(try line(indicator, unit.id)) }
    return (ranked(zip(units, lines).map { RankingKey($0, $1) }), lines)
  }
}
