internal import Reports
internal import TargetEngine

/// The units that are ranked in one month, with their lines and that of the unit above.
protocol Standings: Sendable {
  /// Those that exist in the month.
  var units: [Unit] { get }

  func lines(_ indicator: Indicator) throws(OverflowFault) -> (units: [Line], total: Line)
  /// What the units are ranked by.
  func keys(_ indicator: Indicator) throws(OverflowFault) -> [RankingKey]
  /// The units that have not sent the forms of which the indicator's figures are.
  func unreported(_ indicator: Indicator) -> Set<UnitID>
}

extension Standings {
  /// The keys in the order of the units, of which those that have not reported are set aside.
  fileprivate func ranked(_ indicator: Indicator, _ keys: [RankingKey]) -> [Ranked] {
    let unreported = unreported(indicator)
    if unreported.isEmpty { return TargetEngine.ranked(keys) }
    return TargetEngine.ranked(
      zip(units, keys).map { unreported.contains($0.id) ? $1.notReported : $1 })
  }
}

extension IndicatorRanking {
  /// The units in order, with their ranks of the month before.
  init(
    _ indicator: Indicator, _ now: any Standings, after before: any Standings
  ) throws(OverflowFault) {
    var earlier: [UnitID: Int] = [:]
    for place in before.ranked(indicator, try before.keys(indicator)) {
      earlier[before.units[place.index].id] = place.rank
    }
    let (lines, total) = try now.lines(indicator)
    let keys = zip(now.units, lines).map { RankingKey($0, $1) }
    let unreported = now.unreported(indicator)
    self.init(
      indicator: indicator,
      lines: now.ranked(indicator, keys).map { place in
        let unit = now.units[place.index]
        var ranked = RankedUnit(
          rank: place.rank, previousRank: earlier[unit.id], unit: unit, line: lines[place.index])
        ranked.isReported = !unreported.contains(unit.id)
        return ranked
      }, total: total)
  }
}

/// Standings as the ledger has them now.
struct LiveStandings: Standings {
  let units: [Unit]
  /// The figures of all units, those too that do not exist in the month; the unit above is last.
  private let table: FigureTable
  private let all: [Unit]
  /// The rows of the table that `units` are.
  private let rows: [Int]
  private let builder: LineBuilder
  private let unreported: [IndicatorID: Set<UnitID>]

  init(
    month: Month, units all: [Unit], table: FigureTable, builder: LineBuilder,
    unreported: [IndicatorID: Set<UnitID>]
  ) {
    self.unreported = unreported
    self.all = all
    self.table = table
    self.builder = builder
    rows = all.indices.filter { all[$0].appears(in: month) }
    units = rows.map { all[$0] }
  }

  /// The month before, read off the same figures.
  func before(
    _ builder: LineBuilder, unreported: [IndicatorID: Set<UnitID>]
  ) -> LiveStandings {
    LiveStandings(
      month: builder.day.month, units: all, table: table, builder: builder,
      unreported: unreported)
  }

  func unreported(_ indicator: Indicator) -> Set<UnitID> { unreported[indicator.id] ?? [] }

  func lines(_ indicator: Indicator) throws(OverflowFault) -> (units: [Line], total: Line) {
    var lines = try builder.lines(indicator, of: table)
    let total = lines.removeLast()
    return (units.count == all.count ? lines : rows.map { lines[$0] }, total)
  }

  func keys(_ indicator: Indicator) throws(OverflowFault) -> [RankingKey] {
    let keys = try builder.rankingKeys(indicator, of: table, codes: all.map(\.code))
    return rows.map { keys[$0] }
  }
}

/// Standings as a closing froze them.
struct FrozenStandings: Standings {
  let units: [Unit]
  private let above: UnitID
  private let found: [UnitID: [LineKey: Line]]
  private let unreported: [IndicatorID: Set<UnitID>]
  private let form: PrintedForm
  private let builder: LineBuilder

  /// - Parameter form: the closing's.
  init(
    month: Month, units: [Unit], above: UnitID, found: [UnitID: [LineKey: Line]],
    unreported: [IndicatorID: Set<UnitID>], form: PrintedForm, builder: LineBuilder
  ) {
    self.unreported = unreported
    self.units = units.filter { $0.appears(in: month) }
    self.above = above
    self.found = found
    self.form = form
    self.builder = builder
  }

  func lines(_ indicator: Indicator) throws(OverflowFault) -> (units: [Line], total: Line) {
    var lines: [Line] = []
    for unit in units { lines.append(try line(indicator, unit.id)) }
    return (lines, try line(indicator, above))
  }

  func keys(_ indicator: Indicator) throws(OverflowFault) -> [RankingKey] {
    zip(units, try lines(indicator).units).map { RankingKey($0, $1) }
  }

  func unreported(_ indicator: Indicator) -> Set<UnitID> { unreported[indicator.id] ?? [] }

  private func line(_ indicator: Indicator, _ unit: UnitID) throws(OverflowFault) -> Line {
    // A unit without a frozen line had neither target nor entries then.
    let key = LineKey(
      indicator: indicator.id, year: indicator.planYear(of: builder.day).label)
    if let line = found[unit]?[key] { return line }
    var line = try builder.line(indicator, UnitFigures())
    line.form = form
    return line
  }
}
