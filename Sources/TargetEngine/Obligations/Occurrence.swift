/// One time that something is due.
public struct Occurrence: Sendable, Hashable {
  /// The day on which it is due now.
  public var due: Day
  /// The day on which it was due at first: being on time counts against that one, so that a day
  /// moved back excuses nothing. One moved forward counts at once.
  public var firstDue: Day
  public var done: Day?

  public init(due: Day, firstDue: Day? = nil, done: Day? = nil) {
    self.due = due
    self.firstDue = min(firstDue ?? due, due)
    self.done = done
  }

  /// Where it stands at the end of a day: what is done later is not done yet.
  public func status(on day: Day) -> DueStatus {
    if let done, done <= day { return done <= firstDue ? .done : .late }
    return day <= due ? .open : .missed
  }

  /// Whether it was on time is settled: it was done, or its first due day is over.
  func isSettled(on day: Day) -> Bool {
    firstDue < day || firstDue == day && done.map { $0 <= day } ?? false
  }
}

/// Source: `engine.md`, "Obligations and recurrence".
public enum DueStatus: String, Sendable, CaseIterable {
  /// Done by the day on which it was due at first.
  case done
  /// Done after it.
  case late
  /// Not done, and the day on which it is due now is not over.
  case open
  /// Not done, and that day is over.
  case missed

  public var title: Text {
    switch self {
    case .done: Text("按时办结", "On time")
    case .late: Text("迟办", "Late")
    case .open: Text("待办", "Open")
    case .missed: Text("逾期未办", "Missed")
    }
  }

  public var isSettled: Bool { self == .done || self == .late }
}

/// How much of what was due was done in time.
public struct Punctuality: Sendable, Hashable {
  /// How many were due so far: first due in the stretch of days looked at, and on time or not for
  /// good. One that is due today and not done may still be on time, so it does not count yet.
  public private(set) var due = 0
  public private(set) var onTime = 0
  /// How many are not done and due by a last day.
  public private(set) var open = 0
  /// How many were not done and should have been, whenever that was.
  public private(set) var missed = 0

  public init() {}

  /// Takes in occurrences that are alike.
  ///
  /// - Parameters:
  ///   - start: the first day of the stretch that the rate is about.
  ///   - day: the last, at whose end they are looked at.
  ///   - end: the last due day of what is counted as open.
  ///   - isRated: whether the rate is about it.
  public mutating func add(
    _ occurrence: Occurrence, count: Int = 1, from start: Day, on day: Day, through end: Day,
    isRated: Bool = true
  ) {
    add(
      occurrence.status(on: day), count: count, isListed: occurrence.due <= end,
      isCounted: isRated && occurrence.firstDue >= start && occurrence.isSettled(on: day))
  }

  /// Takes in what stands alike.
  ///
  /// - Parameters:
  ///   - isListed: whether it counts as open where it is.
  ///   - isCounted: whether the rate is about it: first due in the stretch of days, and on time or not for good.
  public mutating func add(
    _ status: DueStatus, count: Int = 1, isListed: Bool, isCounted: Bool
  ) {
    if status == .open, isListed { open += count }
    if status == .missed { missed += count }
    guard isCounted else { return }
    due += count
    if status == .done { onTime += count }
  }

  public mutating func add(_ other: Punctuality) {
    due += other.due
    onTime += other.onTime
    open += other.open
    missed += other.missed
  }

  /// On time ÷ due so far; nil when nothing was due.
  public var rate: Fraction? { Fraction(Int64(onTime), over: Int64(due)) }

  /// The rate for JSON; it reaches 1 only when all were on time.
  public var preciseRate: Decimal? { rate?.share(places: 6) }

  /// The rate in percent as it is printed; 100 only when all were on time.
  public func percent(decimals: Int) -> Decimal? { rate?.sharePercent(decimals: decimals) }
}
