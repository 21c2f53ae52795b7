public import TargetEngine

/// A time of day to the minute: `08:00`.
public struct ClockTime: Sendable, Hashable, CustomStringConvertible {
  public let hour: Int
  public let minute: Int

  /// Nil unless the hour is one of 0…23 and the minute one of 0…59.
  public init?(hour: Int, minute: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }

  /// Reads `08:00`, `8：00`, `8时`, `8点30分`. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let moment = Moment("2000-01-01 \(text)") else { return nil }
    self.init(hour: moment.hour, minute: moment.minute)
  }

  public var description: String {
    [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
