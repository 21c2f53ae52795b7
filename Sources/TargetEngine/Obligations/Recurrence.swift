/// How often something is due.
public enum Cycle: String, Sendable, CaseIterable {
  case once, weekly, monthly, quarterly, halfYearly, yearly

  public var title: Text {
    switch self {
    case .once: Text("一次", "Once")
    case .weekly: Text("每周", "Weekly")
    case .monthly: Text("每月", "Monthly")
    case .quarterly: Text("每季度", "Quarterly")
    case .halfYearly: Text("每半年", "Half-yearly")
    case .yearly: Text("每年", "Yearly")
    }
  }

  /// Months from one due day to the next; nil where they are not counted in months.
  fileprivate var months: Int? {
    switch self {
    case .once, .weekly: nil
    case .monthly: 1
    case .quarterly: 3
    case .halfYearly: 6
    case .yearly: 12
    }
  }

  /// The first day of the week, month, quarter, half-year or year in which a day lies; nil for
  /// what is due once, which may be done at any time.
  func period(of day: Day) -> Day? {
    switch self {
    case .once: nil
    case .weekly: Day(number: day.number - day.weekday)
    default:
      months.map { length in
        Month(known: day.year, (day.monthOfYear - 1) / length * length + 1).firstDay
      }
    }
  }
}

/// Something that is due again and again, or several times in each period: the 8th of March every
/// year, two bulletins a month. Source: `engine.md`, "Obligations and recurrence".
public struct Recurrence: Sendable, Hashable {
  /// The first day on which it is due; the later ones follow from it.
  public var first: Day
  public var cycle: Cycle
  /// How many times it is due on each of these days, at most `mostTimes`.
  public private(set) var times: Int
  /// What is due more often in a period has no list of its times.
  public static let mostTimes = 100
  /// The last day on which it may be due; nil for no end.
  public var until: Day?

  public init(from first: Day, _ cycle: Cycle, times: Int = 1, until: Day? = nil) {
    self.first = first
    self.cycle = cycle
    self.times = min(max(times, 0), Recurrence.mostTimes)
    self.until = until
  }

  /// Something done, and a day of the period for which it was done.
  public struct Doing: Sendable, Hashable {
    public var day: Day
    public var period: Day
    /// Whether the period was given, and does not only follow from the day.
    fileprivate let isTold: Bool

    public init(_ day: Day, for period: Day? = nil) {
      self.day = day
      self.period = period ?? day
      isTold = period != nil
    }
  }

  /// The due days from one day through another, before any is moved. A day that a month does not
  /// have is its last: the 31st of each month is 30 June.
  public func dueDays(from start: Day, through end: Day) -> [Day] {
    let end = min(end, until ?? end)
    var days: [Day] = []
    var index = skipped(before: start)
    while let day = dueDay(index), day <= end {
      if day >= start { days.append(day) }
      if cycle == .once || day == .last { break }
      index += 1
    }
    return days
  }

  /// How many due days can be passed over without one that is not before `start`.
  private func skipped(before start: Day) -> Int {
    guard start > first else { return 0 }
    if cycle == .weekly { return (start.number - first.number) / 7 }
    return cycle.months.map { max(0, first.wholeMonths(until: start) / $0 - 1) } ?? 0
  }

  private func dueDay(_ index: Int) -> Day? {
    if cycle == .weekly { return Day(number: first.number + 7 * index) }
    guard let months = cycle.months else { return index == 0 ? first : nil }
    let year = first.year + (first.monthOfYear - 1 + months * index) / 12
    return year > 2999 ? nil : first.adding(months: months * index)
  }

  /// One day on which it is due, and what was done for it.
  public struct Turn: Sendable, Hashable {
    /// The day in its turn, before it is moved.
    public var day: Day
    /// The first day of its period; nil for what is due once.
    public var period: Day?
    /// As many as it is due times; none where it cannot be told on which day.
    public var occurrences: [Occurrence] = []
    /// The year whose holidays would have to be known.
    public var unknownYear: Int?
  }

  /// The times that it is due from one day through another, each with what was done for it.
  ///
  /// What is done counts for the period of the calendar in which it was done, or for which it was
  /// told to be: done on 10 March, the 8th of March of that year was late. A due day that is moved past
  /// the end of its period still takes what is done by it, before the next period does. Of the times that
  /// are due on one day the first takes what was done first; what is done beyond them counts for none.
  ///
  /// - Parameter moved: the day on which it is due in place of the one in its turn.
  public func turns(
    _ doings: [Doing], from start: Day, through end: Day,
    moved: (Day) throws(CalendarFault) -> Day = { $0 }
  ) -> [Turn] {
    // What the turns before took is not there for those that follow.
    let before = dueDays(from: start.adding(days: -372), through: start.adding(days: -1)).suffix(2)
    var left = doings.sorted { $0.day < $1.day }
    return (before + dueDays(from: start, through: end)).map { day in
      var turn = Turn(day: day, period: cycle.period(of: day))
      var due: Day?
      do throws(CalendarFault) {
        due = try moved(day)
      } catch {
        if case .noHolidays(let year) = error { turn.unknownYear = year }
      }
      let taken = left.indices.filter { takes(left[$0], turn, due: due) }.prefix(times)
      if let due {
        turn.occurrences = (0..<times).map { time in
          let place = taken.dropFirst(time).first
          return Occurrence(due: due, done: place.map { left[$0].day })
        }
      }
      for place in taken.reversed() { left.remove(at: place) }
      return turn
    }.filter { $0.day >= start }
  }

  private func takes(_ doing: Doing, _ turn: Turn, due: Day?) -> Bool {
    if cycle.period(of: doing.period) == turn.period { return true }
    guard let due, !doing.isTold else { return false }
    return turn.day < doing.day && doing.day <= due
  }

  /// Whether something done counts for any time that it is due.
  public func counts(
    _ doing: Doing, moved: (Day) throws(CalendarFault) -> Day = { $0 }
  ) -> Bool {
    cycle == .once
      || turns(
        [doing], from: doing.period.adding(days: -372), through: doing.period.adding(days: 372),
        moved: moved
      ).contains { turn in
        turn.unknownYear != nil && cycle.period(of: doing.period) == turn.period
          || turn.occurrences.contains { $0.done != nil }
      }
  }
}
