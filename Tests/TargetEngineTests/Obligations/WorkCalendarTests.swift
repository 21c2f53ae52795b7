import Foundation
import Testing

@testable import TargetEngine

@Suite struct WorkCalendarTests {
  private let calendar = WorkCalendar.shipped

  @Test("weekdays are worked, weekends and holidays are not, made-up weekend days are")
  func days() throws {
    #expect(try calendar.isWorking(day("2021-06-11")))
    #expect(try !calendar.isWorking(day("2021-06-12")))
    // 端午节 on a Monday; 国庆 and the Saturday that makes up for it.
    #expect(try !calendar.isWorking(day("2021-06-14")))
    #expect(try !calendar.isWorking(day("2021-10-07")))
    #expect(try calendar.isWorking(day("2021-10-09")))
    #expect(try !calendar.isWorking(day("2021-10-10")))
    #expect(try calendar.isWorking(day("2021-09-26")))
  }

  @Test("working days are counted from the next day, over holidays and made-up days")
  func counting() throws {
    #expect(try calendar.adding(workingDays: 1, to: day("2021-06-11")) == day("2021-06-15"))
    // 27, 28, 29, 30 September, 8 and 9 October (a Saturday), 11 October.
    #expect(try calendar.adding(workingDays: 7, to: day("2021-09-26")) == day("2021-10-11"))
    #expect(try calendar.adding(workingDays: 20, to: day("2021-01-29")) == day("2021-03-03"))
    #expect(try calendar.adding(workingDays: 0, to: day("2021-10-01")) == day("2021-10-01"))
  }

  @Test("a day off gives way to the next day that is worked")
  func rolling() throws {
    #expect(try calendar.workingDay(from: day("2021-10-01")) == day("2021-10-08"))
    #expect(try calendar.workingDay(from: day("2021-04-24")) == day("2021-04-25"))
    #expect(try calendar.workingDay(from: day("2021-06-30")) == day("2021-06-30"))
  }

  @Test("a year whose holidays nobody has told is an error that names it")
  func unknownYear() throws {
    let last = try #require(calendar.years.last)
    let start = try #require(Day(year: last, month: 12, day: 29))
    #expect(throws: CalendarFault.noHolidays(of: last + 1)) {
      try calendar.adding(workingDays: 20, to: start)
    }
    #expect(throws: CalendarFault.noHolidays(of: 2020)) {
      try calendar.isWorking(day("2020-12-31"))
    }
  }

  @Test("an office's year takes the place of ours")
  func replacing() throws {
    let year = HolidayYear(2021, [HolidayYear.Entry(day("2021-06-30"), .off, "停电")])
    let ours = calendar.replacing([year])
    #expect(try !ours.isWorking(day("2021-06-30")))
    #expect(try ours.isWorking(day("2021-10-01")))
    #expect(try ours.isWorking(day("2022-06-30")))
    #expect(!year.isWhole)
  }

  @Test("what is shipped is whole, makes up on weekends only, and is the file of seeds/")
  func shipped() throws {
    #expect(calendar.years == Array(2021...2026))
    for year in calendar.years {
      let holidays = try #require(calendar[year])
      #expect(holidays.isWhole)
      #expect(Set(holidays.entries.map(\.day)).count == holidays.entries.count)
      for entry in holidays.entries where entry.kind == .work { #expect(entry.day.isWeekend) }
      #expect(HolidayYear.years(of: holidays.text) == [holidays])
    }
    let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let file = try String(
      contentsOf: package.appendingPathComponent("seeds/holidays.csv"), encoding: .utf8)
    #expect(file == "day,kind,name\n" + WorkCalendar.text + "\n")
  }

  @Test("the days of a week")
  func weekdays() throws {
    #expect(day("2021-06-28").weekday == 0)
    #expect(day("2021-06-27").weekday == 6)
    #expect(day("1969-12-28").weekday == 6)
    #expect(day("1969-12-29").weekday == 0)
  }
}
