/// A length of time as rules give it: 20 working days, 12 months.
public struct Term: Sendable, Hashable {
  public enum Measure: String, Sendable, CaseIterable { case days, workingDays, months, years }

  public var count: Int
  public var measure: Measure

  /// - Parameter count: not below 0.
  public init(_ count: Int, _ measure: Measure) {
    self.count = max(count, 0)
    self.measure = measure
  }

  /// The last day of the term. It begins the day after `day`; months and years end on the same
  /// day of the month, or on the month's last when it has none such (民法典 art. 202).
  public func end(after day: Day, _ calendar: WorkCalendar) throws(CalendarFault) -> Day {
    switch measure {
    case .days: day.adding(days: count)
    case .workingDays: try calendar.adding(workingDays: count, to: day)
    case .months: day.adding(clampedMonths: count)
    case .years: day.adding(clampedMonths: min(count, 9999) * 12)
    }
  }
}

/// On which day something is due. Source: `engine.md`, "Obligations and recurrence".
public enum DueRule: Sendable, Hashable {
  /// A day that an office sets: it stays where it is, whatever day it is.
  case on(Day)
  /// Within a term that the office sets itself, which does not move either.
  case within(Term, after: Day)
  /// Within a term of the law: when its last day is not worked, the next one that is takes its
  /// place (民法典 arts. 201, 203).
  case lawfully(Term, after: Day)

  /// - Throws: when the term leads into a year whose holidays are not known.
  public func day(_ calendar: WorkCalendar) throws(CalendarFault) -> Day {
    switch self {
    case .on(let day): day
    case .within(let term, let start): try term.end(after: start, calendar)
    case .lawfully(let term, let start):
      try calendar.workingDay(from: try term.end(after: start, calendar))
    }
  }
}

extension Day {
  /// As `adding(months:)`, at most the calendar's last day.
  fileprivate func adding(clampedMonths count: Int) -> Day {
    let left = (2999 - year) * 12 + 12 - monthOfYear
    return count > left ? .last : adding(months: max(count, 0))
  }
}
