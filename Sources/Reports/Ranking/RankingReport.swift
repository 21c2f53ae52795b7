public import TargetEngine

/// The units below one against each other, by one or several indicators.
public struct RankingReport: Sendable {
  public var head: String
  public var month: Month
  public var unit: Unit
  public var rankings: [IndicatorRanking]
  public var office: Office

  public init(
    head: String, month: Month, unit: Unit, rankings: [IndicatorRanking], office: Office
  ) {
    self.head = head
    self.month = month
    self.unit = unit
    self.rankings = rankings
    self.office = office
  }
}

/// One indicator's ranking.
public struct IndicatorRanking: Sendable {
  public var indicator: Indicator
  public var lines: [RankedUnit]
  /// The line of the unit above.
  public var total: Line

  public init(indicator: Indicator, lines: [RankedUnit], total: Line) {
    self.indicator = indicator
    self.lines = lines
    self.total = total
  }
}

extension IndicatorRanking {
  /// Whether anybody ranked has a target or an amount.
  public var isKept: Bool {
    ([total] + lines.map(\.line)).contains { line in
      line.plan != nil || line.actual != .amount(0) && !line.isRatio
    }
  }
}

/// A unit with its place this month and last.
public struct RankedUnit: Sendable {
  public var rank: Int?
  public var previousRank: Int?
  public var unit: Unit
  public var line: Line

  public init(rank: Int?, previousRank: Int?, unit: Unit, line: Line) {
    self.rank = rank
    self.previousRank = previousRank
    self.unit = unit
    self.line = line
  }
}

/// Ranks units by their lines of one indicator. Source: `engine.md`, "Ranking".
public func ranking(of lines: [(unit: Unit, line: Line)]) -> [(rank: Int?, unit: Unit, line: Line)]
{
  ranked(lines) { item in
    RankingKey(
      code: item.unit.code, completion: item.line.completion,
      direction: item.line.indicator.direction, target: item.line.plan?.amount)
  }.map { ($0.rank, $0.entry.unit, $0.entry.line) }
}
