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
  /// What must be said beside the figures, each of one unit.
  public var notes: [UnitNote] = []

  public init(indicator: Indicator, lines: [RankedUnit], total: Line) {
    self.indicator = indicator
    self.lines = lines
    self.total = total
  }
}

extension IndicatorRanking {
  /// Whether anybody ranked has a target or, unless the indicator is a part, an amount.
  public var isKept: Bool {
    ([total] + lines.map(\.line)).contains { line in
      line.plan != nil || line.actual != .amount(0) && !line.isRatio && !indicator.isPart
    }
  }
}

/// What must be said of one unit beside its figures, or of all.
public struct UnitNote: Sendable {
  public var unit: Unit?
  public var note: ReportNote

  public init(unit: Unit?, note: ReportNote) {
    self.unit = unit
    self.note = note
  }
}

/// A unit with its place this month and last.
public struct RankedUnit: Sendable {
  public var rank: Int?
  public var previousRank: Int?
  public var unit: Unit
  public var line: Line
  /// False for a unit that, after the due day, has sent none of the forms that it owed for the indicator's month.
  public var isReported = true

  /// The line's, but for a unit that has not reported.
  public var status: Status { isReported ? line.completion.status : .notReported }

  public init(rank: Int?, previousRank: Int?, unit: Unit, line: Line) {
    self.rank = rank
    self.previousRank = previousRank
    self.unit = unit
    self.line = line
  }
}

/// Where a unit stands by its line of one indicator.
extension RankingKey {
  public init(_ unit: Unit, _ line: Line) {
    self.init(
      code: unit.code, completion: line.completion, direction: line.indicator.direction,
      target: line.plan?.amount)
  }
}
