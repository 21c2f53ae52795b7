internal import Database
internal import TargetEngine

/// A step of a plan as its row in the database.
struct PlanRow: Equatable {
  var since: Int64
  var source: String
  var amount: Int64
  var parts: String
  var children: Int64

  static let columns = "since, \(Plan.columns)"
  static let columnNames = columns.split(separator: ", ").map(String.init)

  init(_ step: PlanTimeline.Step) {
    since = Int64(step.from.rawValue)
    source = step.plan.source.rawValue
    amount = step.plan.amount
    parts = PlanText.write(step.plan.parts)
    children = Int64(step.plan.children)
  }

  init(_ row: any Statement, at column: Int) {
    since = row.int(column)
    source = row.text(column + 1)
    amount = row.int(column + 2)
    parts = row.text(column + 3)
    children = row.int(column + 4)
  }
}

/// The indicators and years of some lines, by which a question is narrowed.
struct LineRange {
  var indicators: ClosedRange<IndicatorID>
  var years: ClosedRange<Int>

  /// One indicator, or all of them, in one year.
  init(_ indicator: IndicatorID?, year: Int) {
    indicators = indicator.map { $0...$0 } ?? IndicatorID.min...IndicatorID.max
    years = year...year
  }

  /// Nil when there are no lines.
  ///
  /// - Parameter lines: in ascending order.
  init?(_ lines: [LineKey]) {
    guard let first = lines.first, let last = lines.last else { return nil }
    let labels = lines.map(\.year)
    indicators = first.indicator...max(first.indicator, last.indicator)
    years = (labels.min() ?? first.year)...(labels.max() ?? first.year)
  }

  /// Its placeholders are those from the second to the fifth.
  static let condition = "indicator BETWEEN ?2 AND ?3 AND year BETWEEN ?4 AND ?5"

  var values: [Value] {
    [
      .int(indicators.lowerBound), .int(indicators.upperBound), Value(years.lowerBound),
      Value(years.upperBound),
    ]
  }
}
