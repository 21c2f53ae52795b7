internal import Storage
public import TargetEngine

extension Desk {
  /// The holidays of a year, and whether the office imported them itself.
  ///
  /// - Throws: `CalendarFault.noHolidays`.
  public func holidays(of year: Int) throws -> (holidays: HolidayYear, isOffices: Bool) {
    guard let holidays = try ledger.calendar()[year] else {
      throw CalendarFault.noHolidays(of: year)
    }
    return (holidays, try ledger.officeHolidays().contains { $0.year == year })
  }

  /// The last day of a legal term that begins the day after `day`.
  ///
  /// - Throws: `CalendarFault.noHolidays`.
  public func end(of term: Term, after day: Day) throws -> Day {
    try DueRule.lawfully(term, after: day).day(try ledger.calendar())
  }
}
