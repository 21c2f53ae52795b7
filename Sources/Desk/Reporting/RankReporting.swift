public import Reports
public import Storage
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
      let now = try Standings(self, month, unit, level, catalogue, wanted)
      let before = try Standings(self, month.previous, unit, level, catalogue, wanted, after: now)
      return RankingReport(
        head: try head(now.closed.isClosed(wanted) ? now.closed.last : nil), month: month,
        unit: now.unit, rankings: try wanted.map { try now.ranking($0, after: before) },
        office: try office())
    }
  }
}

/// The lines of a unit and of those ranked below it in one month, live or frozen.
private final class Standings {
  let closed: ClosedMonth
  private(set) var unit: Unit
  private let desk: Desk
  private let month: Month
  private let builder: LineBuilder
  private var units: [Unit]
  private var frozenUnits: [Unit]
  private var live: [UnitID: UnitFigures] = [:]
  private var frozen: [UnitID: [LineKey: Line]] = [:]

  init(
    _ desk: Desk, _ month: Month, _ unit: Unit, _ level: UnitKind?, _ catalogue: [Indicator],
    _ wanted: [Indicator], after later: Standings? = nil
  ) throws {
    self.desk = desk
    self.month = month
    self.unit = unit
    builder = try desk.builder(catalogue, on: month.lastDay)
    let closed = try ClosedMonth(month, desk.ledger)
    self.closed = closed
    let isFrozen = wanted.filter { closed.edition(of: $0.module) != nil }
    let isOpen = wanted.filter { closed.edition(of: $0.module) == nil }

    units = []
    frozenUnits = []
    if !isOpen.isEmpty {
      let below = try level.map { try desk.ledger.descendants(of: unit.id, kind: $0) }
      units = try (below ?? desk.ledger.children(of: unit.id)).map(\.unit)
      let single = wanted.count == 1 && !wanted.containsRatio ? wanted[0].id : nil
      for id in units.map(\.id) + [unit.id] {
        live[id] =
          try later?.live[id]
          ?? desk.figures(
            of: id, on: month.lastDay, indicator: single, inheriting: isOpen.containsRatio)
      }
    }
    guard !isFrozen.isEmpty, let last = closed.last else { return }
    let all = try desk.ledger.frozenUnits(transaction: last.transaction)
    self.unit = all.first { $0.id == unit.id } ?? unit
    frozenUnits = Standings.below(unit.id, level, in: all)
    for id in frozenUnits.map(\.id) + [unit.id] {
      let lines = try desk.frozenLines(of: id, in: closed, isFrozen).filter { !$0.isCarried }
      frozen[id] = Dictionary(lines.map { ($0.line.key, $0.line) }) { first, _ in first }
    }
  }

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

  /// The units in order, with their ranks of the month before.
  func ranking(_ indicator: Indicator, after before: Standings) throws -> IndicatorRanking {
    let earlier = Dictionary(
      try before.ranks(indicator).map { ($0.unit.id, $0.rank) }, uniquingKeysWith: { first, _ in first })
    return IndicatorRanking(
      indicator: indicator,
      lines: try ranks(indicator).map { item in
        RankedUnit(
          rank: item.rank, previousRank: earlier[item.unit.id] ?? nil, unit: item.unit,
          line: item.line)
      }, total: try line(indicator, unit.id))
  }

  private func ranks(_ indicator: Indicator) throws -> [(rank: Int?, unit: Unit, line: Line)] {
    let isFrozen = closed.edition(of: indicator.module) != nil
    let units = (isFrozen ? frozenUnits : units).filter { $0.appears(in: month) }
    return Reports.ranking(of: try units.map { ($0, try line(indicator, $0.id)) })
  }

  /// A unit without a frozen line had neither target nor entries then.
  private func line(_ indicator: Indicator, _ id: UnitID) throws -> Line {
    if closed.edition(of: indicator.module) != nil {
      let key = LineKey(indicator: indicator.id, year: month.year)
      return try frozen[id]?[key] ?? builder.line(indicator, UnitFigures())
    }
    return try builder.line(indicator, live[id] ?? UnitFigures())
  }
}
