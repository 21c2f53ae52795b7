public import TargetEngine

/// Something that offices usually have to do again and again, for them to adopt.
public struct UsualRecurrence: Sendable {
  public var title: Text
  public var module: String
  public var cycle: Cycle
  /// The due day, in any year.
  public var month: Int
  public var day: Int
  public var times: Int

  /// - Parameters:
  ///   - month: of the due day in a year; for a monthly one it is the first.
  ///   - day: of the month; a month that lacks it has its last.
  public init(
    zh: String, en: String, _ module: String, _ cycle: Cycle, month: Int, day: Int, times: Int = 1
  ) {
    title = Text(zh, en)
    self.module = module
    self.cycle = cycle
    self.month = month
    self.day = day
    self.times = times
  }

  /// The register that it is adopted into.
  public static let register = "plan.recurrence"

  /// The fields of its record.
  public func assignments(
    unit: String, today: Day, _ language: Language
  ) -> [(name: String, value: String)] {
    [
      ("title", title(language)), ("unit", unit), ("cycle", cycle.rawValue),
      ("first", first(from: today)?.description ?? ""), ("times", times == 1 ? "" : "\(times)"),
      ("module", module),
    ]
  }

  /// The first due day that is not over: who adopts it late has not missed it.
  private func first(from today: Day) -> Day? {
    Month(year: today.year, month: month).flatMap { month in
      let first = Day(year: today.year, month: month.monthOfYear, day: day) ?? month.lastDay
      return Recurrence(from: first, cycle).dueDays(from: today, through: today.adding(days: 400))
        .first
    }
  }
}
