public import TargetEngine

/// Something that offices usually have to do again and again, for them to adopt with `due adopt`.
///
///     UsualRecurrence(
///       zh: "防灾减灾日宣传", en: "Disaster prevention day", "emergency", .yearly, month: 5, day: 12)
public struct UsualRecurrence: Sendable {
  /// What is to be done.
  public var title: Text
  /// The module that it belongs to, by name.
  public var module: String
  /// How often it is due.
  public var cycle: Cycle
  /// The due day, in any year.
  public var month: Int
  /// The day of the month; a shorter month has its last.
  public var day: Int
  /// How many times in each cycle.
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
}
