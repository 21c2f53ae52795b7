import Testing

@testable import TargetEngine

/// "Days are calendar days in Asia/Shanghai, held as days, never as instants".
@Suite struct DayTests {
  @Test("a day is one of the Gregorian calendar, 1900 to 2999")
  func calendar() {
    #expect(Day(year: 2021, month: 6, day: 30)?.rawValue == 20_210_630)
    #expect(Day(year: 2021, month: 6, day: 31) == nil)
    #expect(Day(year: 2021, month: 2, day: 29) == nil)
    #expect(Day(year: 2020, month: 2, day: 29) != nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 1900, month: 1, day: 1) != nil)
    #expect(Day(year: 1899, month: 12, day: 31) == nil)
    #expect(Day(year: 2999, month: 12, day: 31) != nil)
    #expect(Day(year: 3000, month: 1, day: 1) == nil)
    #expect(Day(year: 2021, month: 0, day: 1) == nil)
    #expect(Day(year: 2021, month: 13, day: 1) == nil)
    #expect(Day(year: 2021, month: 1, day: 0) == nil)
    #expect(Day(year: 2021, month: 1, day: -1) == nil)
  }

  @Test("a raw value is a day only in the form 20210628", arguments: [0, -20_210_628, 2_021_628])
  func rawValues(value: Int) {
    #expect(Day(rawValue: value) == nil)
    #expect(Day(rawValue: .max) == nil)
    #expect(Day(rawValue: .min) == nil)
  }

  @Test("days follow one another without a gap")
  func numbers() {
    #expect(day("1970-01-01").number == 0)
    #expect(day("2021-06-30").number == 18_808)
    var last = day("1900-01-01").number - 1
    for year in 1900...2110 {
      for month in 1...12 {
        for date in 1...Day.daysIn(month: month, year: year) {
          let day = Day(year: year, month: month, day: date)!
          let number = day.number
          guard number == last + 1, Day(number: number) == day else {
            Issue.record("\(day)")
            return
          }
          last = number
        }
      }
    }
    #expect(Day(number: day("2999-12-31").number) == day("2999-12-31"))
    #expect(Day(number: day("2999-12-31").number + 1) == nil)
    #expect(Day(number: day("1900-01-01").number - 1) == nil)
    #expect(Day(number: -1_000_000) == nil)
  }

  @Test("30 June at 16:30 UTC is 1 July in Shanghai")
  func shanghai() {
    let midnight = day("2021-06-30").number * 86_400
    #expect(Day(secondsSince1970: midnight + 16 * 3600 + 1800) == day("2021-07-01"))
    #expect(Day(secondsSince1970: midnight + 16 * 3600) == day("2021-07-01"))
    #expect(Day(secondsSince1970: midnight + 16 * 3600 - 1) == day("2021-06-30"))
    #expect(Day(secondsSince1970: 0) == day("1970-01-01"))
    #expect(Day(secondsSince1970: -8 * 3600) == day("1970-01-01"))
    #expect(Day(secondsSince1970: -8 * 3600 - 1) == day("1969-12-31"))
  }

  @Test(
    "months are added, clamped to the month's last day",
    arguments: [
      ("2021-01-31", 1, "2021-02-28"), ("2020-01-31", 1, "2020-02-29"),
      ("2021-01-31", 3, "2021-04-30"), ("2021-02-28", 1, "2021-03-28"),
      ("2021-11-30", 3, "2022-02-28"), ("2021-06-30", 6, "2021-12-30"),
      ("2021-03-31", -1, "2021-02-28"), ("2021-01-15", -1, "2020-12-15"),
      ("2021-06-30", 0, "2021-06-30"),
    ])
  func addingMonths(from: String, count: Int, to: String) {
    #expect(day(from).adding(months: count) == day(to))
  }

  @Test(
    "whole months left: the most months that can be added without passing the due day",
    arguments: [
      ("2021-06-30", "2021-12-31", 6), ("2021-06-30", "2021-12-30", 6),
      ("2021-06-30", "2021-12-29", 5), ("2021-01-31", "2021-02-28", 1),
      ("2021-01-31", "2021-02-27", 0), ("2020-11-30", "2021-02-28", 3),
      ("2021-12-31", "2021-12-31", 0), ("2021-12-31", "2021-06-30", 0),
      ("2021-06-15", "2021-06-30", 0), ("2021-06-30", "2021-07-29", 0),
    ])
  func wholeMonths(from: String, until: String, count: Int) {
    #expect(day(from).wholeMonths(until: day(until)) == count)
  }

  @Test("whole months left, counted one by one")
  func wholeMonthsNaively() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<3000 {
      let (start, end) = (random.day(in: 2019...2021), random.day(in: 2020...2022))
      let fitting = (0...60).filter { start.adding(months: $0) <= end }
      #expect(start.wholeMonths(until: end) == fitting.max() ?? 0, "\(start) \(end)")
    }
  }
}
