public import TargetEngine

/// By when a form is to be submitted, counted from its period. Source: `forms.md`, "Due".
///
/// ```swift
/// let due = FormDue("+1-05", movesPastHolidays: true)  // the 5th of the next month
/// try due?.deadline(of: june2021, .shipped).day        // 2021-07-05
/// ```
public struct FormDue: Sendable, Hashable {
  /// How the day is found.
  public enum Rule: Sendable, Hashable {
    /// `+1-05`: a day of the month that lies so many months after the period's last; the month's last
    /// day where it is shorter.
    case dayOfMonth(Int, monthsAfter: Int)
    /// `11-11`: a day of the calendar year in the period's name; the month's last day where it is
    /// shorter.
    case dayOfYear(month: Int, day: Int)
    /// `+1`, `5 working days`: a term that begins the day after the period's last.
    case term(Term)
    /// `2021-07-25`: a day told for one period.
    case on(Day)
  }

  public var rule: Rule
  /// Nil where the whole day is in time.
  public var time: ClockTime?
  /// Whether the next working day takes the place of a day that is not worked.
  public var movesPastHolidays: Bool

  public init(_ rule: Rule, at time: ClockTime? = nil, movesPastHolidays: Bool = false) {
    self.rule = rule
    self.time = time
    self.movesPastHolidays = movesPastHolidays
  }

  /// The deadline of a period.
  ///
  /// - Throws: where it depends on a year whose holidays are not known.
  public func deadline(
    of period: FormPeriod, _ calendar: WorkCalendar
  ) throws(CalendarFault) -> FormDeadline {
    var day = try rule.day(of: period, calendar)
    // A day that was set stays where it is.
    if case .on = rule { return deadline(on: day) }
    if movesPastHolidays { day = try calendar.workingDay(from: day) }
    return deadline(on: day)
  }

  private func deadline(on day: Day) -> FormDeadline {
    guard let time, let minute = Moment(day, hour: time.hour, minute: time.minute) else {
      return .day(day)
    }
    return .minute(minute)
  }
}

extension FormDue.Rule {
  fileprivate func day(
    of period: FormPeriod, _ calendar: WorkCalendar
  ) throws(CalendarFault) -> Day {
    switch self {
    case .dayOfMonth(let day, let months):
      return period.lastDay.month.adding(months).day(clamping: day)
    case .dayOfYear(let month, let day):
      return Month(year: period.year, month: month)?.day(clamping: day) ?? period.lastDay
    case .term(let term): return try term.end(after: period.lastDay, calendar)
    case .on(let day): return day
    }
  }
}

extension Month {
  /// A day of the month, or the nearest that it has.
  fileprivate func day(clamping day: Int) -> Day {
    Day(year: year, month: monthOfYear, day: day) ?? (day < 1 ? firstDay : lastDay)
  }
}
