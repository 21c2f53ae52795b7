public import TargetEngine

extension FormCalendar {
  /// The first day on which a change holds, as the column `from` of a definition's files has it: a period,
  /// or for a form that is asked once a day.
  public func start(_ text: some StringProtocol) throws(FormPeriodFault) -> Day {
    guard cycle == .once else { return try period(text).firstDay }
    guard let day = Day(text) else { throw .unreadable }
    guard PlanYear.range.contains(day.year) else { throw .noSuchYear(day.year) }
    return day
  }

  /// Whether a period begins on a day.
  func begins(_ day: Day) -> Bool { period(of: day).map { $0.firstDay == day } ?? true }

  /// The text of a first day: the period that begins there.
  public func startText(_ day: Day) -> String { period(of: day)?.description ?? day.description }
}
