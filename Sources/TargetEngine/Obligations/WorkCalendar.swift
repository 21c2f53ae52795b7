/// Which days are worked: Monday to Friday, but for holidays, and the weekend days that make up
/// for them (调休).
public struct WorkCalendar: Sendable {
  private var byYear: [Int: HolidayYear]

  public init(_ years: [HolidayYear] = []) {
    byYear = Dictionary(years.map { ($0.year, $0) }) { _, last in last }
  }

  /// The years whose holidays are known.
  public var years: [Int] { byYear.keys.sorted() }

  /// The holidays of a year; nil when nobody has told them yet.
  public subscript(year: Int) -> HolidayYear? { byYear[year] }

  /// This calendar with some years in place of its own.
  public func replacing(_ years: [HolidayYear]) -> WorkCalendar {
    var calendar = self
    for year in years { calendar.byYear[year.year] = year }
    return calendar
  }

  /// - Throws: for a year without holidays, since a guess would be wrong without a word.
  public func isWorking(_ day: Day) throws(CalendarFault) -> Bool {
    guard let year = byYear[day.year] else { throw .noHolidays(of: day.year) }
    return switch year.entry(on: day)?.kind {
    case .off: false
    case .work: true
    case nil: !day.isWeekend
    }
  }

  /// The day itself when it is worked, else the next that is.
  public func workingDay(from day: Day) throws(CalendarFault) -> Day {
    var day = day
    while try !isWorking(day), day < .last { day = day.adding(days: 1) }
    return day
  }

  /// The day on which `count` working days are over. The count begins the next day.
  public func adding(workingDays count: Int, to day: Day) throws(CalendarFault) -> Day {
    var day = day
    var left = count
    while left > 0, day < .last {
      day = day.adding(days: 1)
      if try isWorking(day) { left -= 1 }
    }
    return day
  }
}

/// Why a working day cannot be told.
public enum CalendarFault: Error, Sendable, Equatable {
  case noHolidays(of: Int)
}

extension Day {
  public static let first = Day(known: 1900, 1, 1)
  public static let last = Day(known: 2999, 12, 31)

  /// The day `count` days later, at most the calendar's last.
  public func adding(days count: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(count)
    return overflow ? .last : Day(number: sum) ?? .last
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  public var isWeekend: Bool { weekday > 4 }
}
