/// How much of a plan year's planned count falls to the time until a day.
public struct PlannedShare: Sendable, Hashable {
  public var untilDay: Int64
  public var inYear: Int64

  public init(untilDay: Int64, inYear: Int64) {
    self.untilDay = untilDay
    self.inYear = inYear
  }
}
