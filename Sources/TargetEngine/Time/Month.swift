/// A calendar month. Its raw value is what the database stores: `202106`.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let rawValue: Int

  /// Nil unless it is a month from 1900 to 2999.
  public init?(year: Int, month: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
    rawValue = year * 100 + month
  }

  public init?(rawValue: Int) {
    self.init(year: rawValue / 100, month: rawValue % 100)
  }

  init(known year: Int, _ month: Int) { rawValue = year * 100 + month }

  public var year: Int { rawValue / 100 }
  public var monthOfYear: Int { rawValue % 100 }
  public var firstDay: Day { Day(known: year, monthOfYear, 1) }
  public var lastDay: Day {
    Day(known: year, monthOfYear, Day.daysIn(month: monthOfYear, year: year))
  }
  public var previous: Month { adding(-1) }
  public var next: Month { adding(1) }
  public var yearBefore: Month { adding(-12) }

  public func adding(_ months: Int) -> Month {
    let count = year * 12 + monthOfYear - 1 + months
    return Month(known: count / 12, count % 12 + 1)
  }

  /// `2021-06`.
  public var description: String {
    "\(year)-\(monthOfYear < 10 ? "0" : "")\(monthOfYear)"
  }

  public static func < (a: Month, b: Month) -> Bool { a.rawValue < b.rawValue }
}
