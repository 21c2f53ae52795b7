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
}
