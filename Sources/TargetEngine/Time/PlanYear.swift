/// Twelve months of a plan, named after the calendar year in which they end.
///
/// Everything that an indicator's plan calls "the year" is one of these; no calendar year stands in
/// for it. `engine.md`, "Indicators".
///
/// ```swift
/// let statistical = PlanYear(2021, firstMonth: 10)
/// statistical?.firstDay  // 2020-10-01
/// statistical?.lastDay   // 2021-09-30
/// ```
public struct PlanYear: Sendable, Hashable {
  /// The years that plans may have; any other year of four digits is a slip of the hand.
  public static let range = 1949...2199
  /// The months in which a plan year may begin.
  public static let firstMonths = 1...12

  /// What commands, files and the database call it.
  public let label: Int
  /// The calendar month in which it begins, 1 to 12.
  public let firstMonth: Int

  /// Nil where the calendar does not reach, or there is no such month.
  public init?(_ label: Int, firstMonth: Int = 1) {
    guard (1901...2999).contains(label), PlanYear.firstMonths.contains(firstMonth) else {
      return nil
    }
    self.label = label
    self.firstMonth = firstMonth
  }

  /// The year that contains a month.
  ///
  /// - Parameter firstMonth: 1 to 12.
  public init(containing month: Month, firstMonth: Int) {
    label = month.year + (firstMonth > 1 && month.monthOfYear >= firstMonth ? 1 : 0)
    self.firstMonth = firstMonth
  }

  /// Its first month.
  public var start: Month { Month(known: firstMonth == 1 ? label : label - 1, firstMonth) }
  /// Its last month.
  public var end: Month { start.adding(11) }
  public var firstDay: Day { start.firstDay }
  public var lastDay: Day { end.lastDay }
  /// Its months in order.
  public var months: [Month] { (0..<12).map { start.adding($0) } }

  /// The day of the year that a month and its day name; nil when the year does not have it.
  public func day(_ month: Int, _ day: Int) -> Day? {
    Day(year: month < firstMonth ? start.year + 1 : start.year, month: month, day: day)
  }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { firstDay <= day && day <= lastDay }

  /// The day itself, or where it lies outside the year the year's nearest.
  public func nearest(to day: Day) -> Day { min(max(day, firstDay), lastDay) }
}

extension PlanYear {
  /// Reads `2026`, `2026年`, in half- or full-width digits. Nil for anything else.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // Nearly every file writes four digits.
    if bytes.count == 4, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      let year = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return range.contains(year) ? year : nil
    }
    guard let text = PlainText(bytes), let numbers = text.numbers(separators: [PlainText.year]),
      numbers.count == 1, numbers[0].digits == 4, range.contains(numbers[0].value)
    else { return nil }
    return numbers[0].value
  }

  /// See `parse(_:)` for bytes.
  public static func parse(_ text: some StringProtocol) -> Int? {
    PlainText.withBytes(of: text) { parse($0) }
  }
}
