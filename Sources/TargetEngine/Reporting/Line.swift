/// One line of a monthly report: an indicator in a plan year for one unit, as of a day.
///
/// Amounts are in the indicator's smallest unit. A closing freezes what a line is made from.
public struct Line: Sendable {
  public var indicator: Indicator
  /// The plan year.
  public var year: Int
  public var plan: Plan?
  public var actual: Actual
  /// The month's own amount, the month before's, and that of the same month a year ago; nil for
  /// a ratio, the last also when the unit had no entry in that whole year.
  public var month: Int64?
  public var previousMonth: Int64?
  public var sameMonthLastYear: Int64?
  /// Corrections of months already reported. Source: `engine.md`, "Closing a month".
  public var corrected: Int64
  /// The amount of the month before as its closed report has it; nil where that month is not closed.
  public var reportedPrevious: Int64?
  public let completion: Completion
  /// What it looks like on paper.
  public var form = PrintedForm.current

  /// - Parameters:
  ///   - day: the report day.
  ///   - tolerance: see `Completion`.
  public init(
    indicator: Indicator, year: Int, plan: Plan?, actual: Actual, month: Int64?,
    previousMonth: Int64?, sameMonthLastYear: Int64?, corrected: Int64, on day: Day,
    tolerance: Fraction
  ) {
    self.indicator = indicator
    self.year = year
    self.plan = plan
    self.actual = actual
    self.month = month
    self.previousMonth = previousMonth
    self.sameMonthLastYear = sameMonthLastYear
    self.corrected = corrected
    completion = Completion(
      of: indicator, actual: actual.value(decimals: indicator.decimals), plan: plan, year: year,
      on: day, tolerance: tolerance)
  }

  public var key: LineKey { LineKey(indicator: indicator.id, year: year) }
}

/// What a line looks like on paper: a closed one keeps the looks of its day.
public enum PrintedForm: Int, Sendable {
  /// Without English names, without the two figures of a ratio and without notes.
  case first = 1
  /// What a ranking's total has beside its rows without the month's share; no records that do not count, and
  /// nothing of a month before that is other than it was reported.
  case second
  case third

  public static let current = PrintedForm.third
}

/// Which line of a unit's report.
public struct LineKey: Sendable, Hashable {
  public var indicator: IndicatorID
  public var year: Int

  public init(indicator: IndicatorID, year: Int) {
    self.indicator = indicator
    self.year = year
  }
}

extension LineKey: Comparable {
  public static func < (a: LineKey, b: LineKey) -> Bool {
    a.indicator == b.indicator ? a.year < b.year : a.indicator < b.indicator
  }
}
