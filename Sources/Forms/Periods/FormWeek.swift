internal import TargetEngine

/// A week from Monday to Sunday. It belongs to the year in which its Thursday lies, and is numbered
/// there from 1 (ISO 8601, GB/T 7408).
///
/// ```swift
/// FormWeek(containing: Day("2021-01-01"))  // 2020-W53
/// ```
struct FormWeek: Sendable, Hashable, CustomStringConvertible {
  /// Its Monday.
  let firstDay: Day

  var lastDay: Day { firstDay.adding(days: 6) }
  var year: Int { thursday.year }

  /// 1 to 53.
  var number: Int {
    let before = Day(year: year, month: 1, day: 1).map { thursday.number - $0.number } ?? 0
    return before / 7 + 1
  }

  private var thursday: Day { firstDay.adding(days: 3) }

  init(containing day: Day) { firstDay = day.adding(days: -day.weekday) }

  /// Nil when the year has no such week.
  init?(year: Int, number: Int) {
    // The 4th of January always lies in the first week.
    guard let fourth = Day(year: year, month: 1, day: 4), (1...53).contains(number) else {
      return nil
    }
    self.init(containing: fourth.adding(days: 7 * (number - 1)))
    guard self.year == year else { return nil }
  }

  /// `2021-W30`.
  var description: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }
}
