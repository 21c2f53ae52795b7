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

  /// The times that it is due from one day through another, each with what was done for it.
  ///
  /// What is done counts for the period of the calendar in which it was done, or for which it was
  /// told to be: done on 10 March, the 8th of March of that year was late. Where a day was moved into the next
  /// period, what is done there by then counts for it as long as it is open. Of the times that are
  /// due on one day the first takes what was done first; what is done beyond them counts for none.
  ///
  /// - Parameter moved: the day on which it is due in place of the one in its turn.
  public func occurrences(
    _ doings: [Doing], from start: Day, through end: Day,
    moved: (Day) throws(CalendarFault) -> Day = { $0 }
  ) throws(CalendarFault) -> [Occurrence] {
    var free = doings.sorted { $0.day < $1.day }
    var occurrences: [Occurrence] = []
    // What the turns before have taken is not there for these.
    let before = Day(number: start.number - Recurrence.lookedBack).map {
      dueDays(from: $0, through: end).filter { $0 < start }.suffix(2)
    }
    for turn in (before ?? []) + dueDays(from: start, through: end) {
      let due: Day
      do { due = try moved(turn) } catch {
        if turn < start { continue }
        throw error
      }
      let period = cycle.period(of: turn)
      let done = free.filter { doing in
        cycle.period(of: doing.period) == period
          || !doing.isTold && turn < doing.day && doing.day <= due
      }.prefix(times)
      free.removeAll { done.contains($0) }
      if turn < start { continue }
      for index in 0..<times {
        occurrences.append(
          Occurrence(due: due, done: index < done.count ? done[index].day : nil))
      }
    }
    return occurrences
  }

  /// Two years and some days: a turn before is no farther.
  private static let lookedBack = 800
}
