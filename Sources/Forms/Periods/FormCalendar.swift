public import TargetEngine

/// Into which periods a form divides the time: its cycle, and the month in which its years begin.
///
/// ```swift
/// let survey = FormCalendar(.year, firstMonth: 10)
/// survey?.period(of: Day("2020-11-05"))?.description  // 2021
/// ```
public struct FormCalendar: Sendable, Hashable {
  public let cycle: FormCycle
  /// 1 to 12; quarters and halves are counted from it.
  public let firstMonth: Int

  /// Nil when there is no such month.
  public init?(_ cycle: FormCycle, firstMonth: Int = 1) {
    guard PlanYear.firstMonths.contains(firstMonth) else { return nil }
    self.cycle = cycle
    self.firstMonth = firstMonth
  }

  /// The period in which a day lies; nil for what is asked once, and beyond the years that plans have.
  public func period(of day: Day) -> FormPeriod? {
    switch cycle {
    case .once: return nil
    case .day: return FormPeriod(.day(day))
    case .week: return FormPeriod(.week(FormWeek(containing: day)))
    case .month: return FormPeriod(.month(day.month))
    case .quarter, .half, .year:
      let containing = PlanYear(containing: day.month, firstMonth: firstMonth)
      // Its label may lie beyond the calendar.
      guard let length = cycle.length, let year = PlanYear(containing.label, firstMonth: firstMonth)
      else { return nil }
      let months = (day.monthOfYear - firstMonth + 12) % 12
      return FormPeriod(.part(months / length.rawValue + 1, of: year, length: length))
    }
  }

  /// The period before one of this calendar. Of what is asked once it is the last that was asked
  /// about the same event before.
  ///
  /// - Parameter asked: the periods for which the form was asked; needed only of events.
  public func period(before period: FormPeriod, asked: [FormPeriod] = []) -> FormPeriod? {
    guard let name = period.event else { return self.period(of: period.firstDay.adding(days: -1)) }
    return asked.filter { $0.event == name && $0 < period }.max()
  }

  /// The period after one of this calendar. Of what is asked once it is the first that was asked
  /// about the same event afterwards.
  ///
  /// - Parameter asked: see `period(before:asked:)`.
  public func period(after period: FormPeriod, asked: [FormPeriod] = []) -> FormPeriod? {
    guard let name = period.event else { return self.period(of: period.lastDay.adding(days: 1)) }
    return asked.filter { $0.event == name && $0 > period }.min()
  }
}
