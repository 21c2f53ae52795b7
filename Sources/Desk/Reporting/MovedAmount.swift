internal import Reports
internal import Storage
internal import TargetEngine

/// By how much last month's own amount is another than its closed report has: what was moved between months that are
/// closed, of which the figure to date says nothing.
struct MovedAmount {
  /// The line whose amount it is; in a plan year's first month that of the year before.
  let key: LineKey
  private let line: Line
  private let month: Month
  private let now: Int64
  private let then: Int64
  /// The correction of the same line.
  private let corrected: Int64

  /// Nil where last month is not closed.
  init?(_ line: Line, on day: Day, beside lines: [FrozenLine]) {
    guard let now = line.previousMonth, let then = line.reportedPrevious else { return nil }
    month = day.month.previous
    (self.line, self.now, self.then) = (line, now, then)
    let isCurrent = line.year == line.indicator.planYear(of: day).label
    let key = LineKey(
      indicator: line.indicator.id,
      year: isCurrent ? line.indicator.planYear(of: month).label : line.year)
    self.key = key
    corrected =
      (line.key == key ? line : lines.first { $0.line.key == key }?.line)?.corrected ?? 0
  }

  /// What the report says of it; nil where nothing is another, or the correction says so.
  var note: ReportNote? {
    guard now != then, !isExplained(by: corrected) else { return nil }
    return .previous(line.indicator, month: month, reported: then, now: now)
  }

  /// Whether the report says of it what it did not say before a change.
  func isNoted(by change: LateSum) -> Bool {
    note != nil
      && (change.ofMonth != 0
        || isExplained(by: corrected.subtractingReportingOverflow(change.toDate).partialValue))
  }

  private func isExplained(by corrected: Int64) -> Bool {
    now.subtractingReportingOverflow(then).partialValue == corrected
  }
}
