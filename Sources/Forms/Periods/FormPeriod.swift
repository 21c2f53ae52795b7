public import TargetEngine

/// The stretch of time, or the event, for which a unit submits a form. A `FormCalendar` makes it.
///
/// Its text is the one that files and the database keep: `2021`, `2021-H1`, `2021-Q2`, `2021-06`,
/// `2021-W30`, `2021-07-25`, `烟花/2021-07-25T18`. The order is that of time.
///
/// ```swift
/// let period = try FormCalendar(.quarter, firstMonth: 10)?.period("2021年第一季度")
/// period?.description  // 2021-Q1
/// period?.firstDay     // 2020-10-01
/// period?.lastDay      // 2020-12-31
/// ```
public struct FormPeriod: Sendable, Hashable {
  let span: Span

  enum Span: Sendable, Hashable {
    /// A year, or one of the equal parts of it, counted from 1.
    case part(Int, of: PlanYear, length: Period.Length)
    case month(Month)
    case week(FormWeek)
    case day(Day)
    case event(FormEvent)

    var year: Int {
      switch self {
      case .part(_, let year, _): year.label
      case .month(let month): month.year
      case .week(let week): week.year
      case .day(let day): day.year
      case .event(let event): event.time.day.year
      }
    }
  }

  /// Nil in years that plans do not have either.
  init?(_ span: Span) {
    self.span = span
    guard PlanYear.range.contains(span.year) else { return nil }
  }

  /// The cycle of the forms that have it.
  public var cycle: FormCycle {
    switch span {
    case .part(_, _, let length): FormCycle(length)
    case .month: .month
    case .week: .week
    case .day: .day
    case .event: .once
    }
  }

  /// The year in its name.
  public var year: Int { span.year }

  /// Of an event the day that is asked about.
  public var firstDay: Day {
    switch span {
    case .part(let number, let year, let length):
      year.start.adding((number - 1) * length.rawValue).firstDay
    case .month(let month): month.firstDay
    case .week(let week): week.firstDay
    case .day(let day): day
    case .event(let event): event.time.day
    }
  }

  /// The day on which stocks are read and on which flows are posted.
  public var lastDay: Day {
    switch span {
    case .part(let number, let year, let length):
      year.start.adding(number * length.rawValue - 1).lastDay
    case .month(let month): month.lastDay
    case .week(let week): week.lastDay
    case .day(let day): day
    case .event(let event): event.time.day
    }
  }

  /// The minute up to which it tells: the last day's last, or the one that is asked about.
  public var end: Moment {
    guard case .event(let event) = span else { return lastDay.lastMinute }
    return event.time.end
  }

  /// The name of the event; nil for the periods of a calendar.
  public var event: String? {
    guard case .event(let event) = span else { return nil }
    return event.name
  }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { firstDay <= day && day <= lastDay }
}

extension FormPeriod: CustomStringConvertible {
  public var description: String {
    switch span {
    case .part(_, let year, .year): "\(year.label)"
    case .part(let number, let year, .halfYear): "\(year.label)-H\(number)"
    case .part(let number, let year, _): "\(year.label)-Q\(number)"
    case .month(let month): month.description
    case .week(let week): week.description
    case .day(let day): day.description
    case .event(let event): event.description
    }
  }
}

extension FormPeriod: Comparable {
  public static func < (a: FormPeriod, b: FormPeriod) -> Bool {
    (a.end, a.firstDay, a.description) < (b.end, b.firstDay, b.description)
  }
}
