/// A calendar day in Asia/Shanghai, held as a day and never as an instant.
///
/// Its raw value is the number that the database stores and a person reads: `20210628`.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let rawValue: Int

  /// Nil unless the three numbers name a day of the Gregorian calendar from 1900 to 2999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysIn(month: month, year: year)
    else { return nil }
    rawValue = year * 10_000 + month * 100 + day
  }

  /// Nil unless `rawValue` has the form `20210628` and is a day of the calendar.
  public init?(rawValue: Int) {
    self.init(year: rawValue / 10_000, month: rawValue / 100 % 100, day: rawValue % 100)
  }

  /// For numbers already known to be a day: the parts come from another `Day` or `Month`.
  init(known year: Int, _ month: Int, _ day: Int) {
    rawValue = year * 10_000 + month * 100 + day
  }

  public var year: Int { rawValue / 10_000 }
  public var monthOfYear: Int { rawValue / 100 % 100 }
  public var dayOfMonth: Int { rawValue % 100 }
  public var month: Month { Month(known: year, monthOfYear) }
  public var daysInMonth: Int { Day.daysIn(month: monthOfYear, year: year) }

  /// `2021-06-28`.
  public var description: String {
    "\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
  }

  public static func < (a: Day, b: Day) -> Bool { a.rawValue < b.rawValue }

  static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The same day `count` months on, or that month's last day when it is shorter.
  public func adding(months count: Int) -> Day {
    let target = month.adding(count)
    return Day(
      known: target.year, target.monthOfYear, min(dayOfMonth, target.lastDay.dayOfMonth))
  }

  /// Whole months that can be added to this day without passing `end`; 0 when none can.
  ///
  /// Source: `engine.md`, "needed per month".
  public func wholeMonths(until end: Day) -> Int {
    let apart = (end.year - year) * 12 + end.monthOfYear - monthOfYear
    guard apart > 0 else { return 0 }
    return adding(months: apart) <= end ? apart : apart - 1
  }
}
