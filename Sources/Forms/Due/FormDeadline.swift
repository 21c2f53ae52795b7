public import TargetEngine

/// The last day, or the last minute, on which a submission is in time.
public enum FormDeadline: Sendable, Hashable, CustomStringConvertible {
  case day(Day)
  case minute(Moment)

  /// The due day, whether or not a minute of it is told.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .minute(let minute): minute.day
    }
  }

  /// The last minute that is in time.
  public var lastMinute: Moment {
    switch self {
    case .day(let day): day.lastMinute
    case .minute(let minute): minute
    }
  }

  /// Whether it is too late at a moment; of a day asked about, that is its last minute.
  public func isOver(at moment: Moment) -> Bool { moment > lastMinute }

  /// How late a first submission is.
  public func lateness(of moment: Moment) -> FormLateness {
    guard isOver(at: moment) else { return .onTime }
    return switch self {
    case .day(let day): .days(moment.day.number - day.number)
    case .minute(let minute): .minutes(moment.minutes(since: minute))
    }
  }

  /// `2021-11-11`, `2021-07-26 08:00`.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .minute(let minute): minute.description
    }
  }

  /// As machine formats have days and moments: `2021-07-26T08:00`.
  public var iso: String {
    switch self {
    case .day(let day): day.description
    case .minute(let minute): minute.iso
    }
  }
}

/// How late something was received, in the measure of its deadline.
public enum FormLateness: Sendable, Hashable {
  case onTime
  /// Whole days after the due day, 1 or more.
  case days(Int)
  /// Minutes after the due minute, 1 or more.
  case minutes(Int)

  public var isLate: Bool { self != .onTime }

  /// Hours of a deadline to the minute, each that has begun; nil where days count.
  public var hours: Int? {
    guard case .minutes(let minutes) = self else { return nil }
    return (minutes + 59) / 60
  }
}
