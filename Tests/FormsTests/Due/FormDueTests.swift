import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Due".
@Suite struct FormDueTests {
  private func deadline(
    _ due: String, _ period: FormPeriod, moves: Bool = false
  ) throws -> String {
    let due = try #require(FormDue(due, movesPastHolidays: moves))
    return try due.deadline(of: period, .shipped).description
  }

  @Test(
    "the day is counted from the period's end, or fixed in its year",
    arguments: [
      ("+1-05", "2021-06", FormCycle.month, "2021-07-05"),
      ("+0-25", "2021-06", .month, "2021-06-25"),
      ("+1-31", "2021-08", .month, "2021-09-30"),
      ("+1-30", "2021-01", .month, "2021-02-28"),
      ("+1-05", "2021-12", .month, "2022-01-05"),
      ("+2-10", "2021-Q4", .quarter, "2022-02-10"),
      ("+1-20", "2021", .year, "2022-01-20"),
      ("11-11", "2021", .year, "2021-11-11"),
      ("02-29", "2021", .year, "2021-02-28"),
      ("02-29", "2024", .year, "2024-02-29"),
      ("+1", "2021-07-25", .day, "2021-07-26"),
      ("+1 08:00", "2021-07-25", .day, "2021-07-26 08:00"),
      ("+0 17:30", "2021-07-25", .day, "2021-07-25 17:30"),
      ("+2", "2021-W30", .week, "2021-08-03"),
      // 1 to 3 May and 4 and 5 are off, 8 May is worked.
      ("5 working days", "2021-04", .month, "2021-05-11"),
      ("5 working days 12:00", "2021-04", .month, "2021-05-11 12:00"),
      ("2021-07-25 18:00", "烟花/2021-07-25T18", .once, "2021-07-25 18:00"),
      ("2021-07-25", "烟花/2021-07-25T18", .once, "2021-07-25"),
    ])
  func days(due: String, text: String, cycle: FormCycle, expected: String) throws {
    #expect(try deadline(due, period(text, cycle)) == expected)
  }

  @Test("a year that ends on 30 September is due in the same year")
  func statisticalYear() throws {
    #expect(try deadline("11-11", period("2021", .year, from: 10)) == "2021-11-11")
    #expect(try deadline("+1-22", period("2021", .year, from: 10)) == "2021-10-22")
  }

  @Test("a day that is not worked is moved only where the form says so; the time stays")
  func moved() throws {
    // 5 June 2021 is a Saturday; 2 and 3 October are holidays, up to the 7th; the 8th is worked.
    #expect(try deadline("+1-05", period("2021-05", .month)) == "2021-06-05")
    #expect(try deadline("+1-05", period("2021-05", .month), moves: true) == "2021-06-07")
    let october = try deadline("+1-02 09:00", period("2021-09", .month), moves: true)
    #expect(october == "2021-10-08 09:00")
    #expect(try deadline("+1-08", period("2021-04", .month), moves: true) == "2021-05-08")
  }

  @Test("where holidays are not known no day is guessed")
  func unknownHolidays() throws {
    let period = period("1999-06", .month)
    #expect(throws: CalendarFault.noHolidays(of: 1999)) {
      try deadline("5 working days", period)
    }
    #expect(throws: CalendarFault.noHolidays(of: 1999)) {
      try deadline("+1-05", period, moves: true)
    }
    #expect(try deadline("+1-05", period) == "1999-07-05")
  }

  @Test(
    "the rule has one text and is read as people write it",
    arguments: [
      ("+1-05", "+1-05"), ("+1-5", "+1-05"), ("＋１－０５", "+1-05"), ("次月5日", "+1-05"), ("+1", "+1"),
      ("次日", "+1"), ("+1 08:00", "+1 08:00"), ("+1  8:00", "+1 08:00"), ("次日8:00", "+1 08:00"),
      ("次日8时", "+1 08:00"), ("次月5日17点30分", "+1-05 17:30"), ("11-11", "11-11"),
      ("11月11日", "11-11"), ("1-5", "01-05"), ("02-29", "02-29"),
      ("5 working days", "5 working days"), ("1 Working Day", "1 working days"),
      ("5个工作日", "5 working days"), ("５个工作日 12:00", "5 working days 12:00"),
      ("2021-07-25 18:00", "2021-07-25 18:00"), ("2021年7月25日18时", "2021-07-25 18:00"),
      ("次月5日前", "+1-05"), ("次月５日之前", "+1-05"), ("次月5日18:00前", "+1-05 18:00"),
      ("次月5日前 18:00", "+1-05 18:00"),
      ("下月5号", "+1-05"), ("月底", "+0-31"), ("每月底", "+0-31"), ("次月月底", "+1-31"), ("次月末", "+1-31"),
      ("每月25日", "+0-25"), ("当月25日前", "+0-25"), ("11月11日前", "11-11"), ("5个工作日以前", "5 working days"),
      ("2021-07-25 00:00", "2021-07-25 00:00"), ("2021-07-25", "2021-07-25"),
      ("次月五日前", "+1-05"), ("次月十五日", "+1-15"), ("每月二十五日", "+0-25"), ("次月三十一日", "+1-31"),
      ("五个工作日", "5 working days"), ("十一月十一日", "11-11"), ("当月5日前", "+0-05"), ("每月16日", "+0-16"),
    ])
  func texts(text: String, printed: String) throws {
    let due = try #require(FormDue(text))
    #expect(due.description == printed)
    #expect(FormDue(printed) == due)
  }

  @Test("a weekly form is due on a day of the next week")
  func weeks() throws {
    for (text, printed) in [
      ("次周一", "+1"), ("下周五前", "+5"), ("次周日", "+7"), ("次周三12:00前", "+3 12:00"),
    ] {
      #expect(FormDue(text, of: .week)?.description == printed)
      #expect(FormDue(text, of: .month) == nil)
    }
  }

  @Test(
    "of what is no rule it is said why",
    arguments: [
      ("每月5日前", FormDueFault.ofWhichMonth(day: 5)), ("每个月五号", .ofWhichMonth(day: 5)),
      ("25日前", .ofWhichMonth(day: 25)), ("5日内", .unreadable), ("次月5日下班前", .noTime("下班")),
      ("每周五", .ofWeek), ("星期五前", .ofWeek), ("40日", .unreadable), ("", .unreadable),
    ])
  func faults(text: String, fault: FormDueFault) { #expect(FormDue.fault(of: text) == fault) }

  @Test(
    "people read it in words, which are read back",
    arguments: [
      ("+1-05", FormCycle.month, "次月5日", "day 5 of the next month"),
      ("+0-25 18:00", .month, "当月25日 18:00", "day 25 of the same month 18:00"),
      ("+1-31", .quarter, "次月底", "last day of the next month"),
      ("+0-31", .month, "当月底", "last day of the same month"),
      ("+1", .day, "次日", "next day"), ("+5", .week, "次周五", "Friday of the next week"),
      ("5 working days", .month, "5个工作日", "5 working days"), ("11-11", .year, "11月11日", "11-11"),
      ("2021-07-25 18:00", .once, "2021-07-25 18:00", "2021-07-25 18:00"),
    ])
  func words(text: String, cycle: FormCycle, zh: String, en: String) throws {
    let due = try #require(FormDue(text))
    #expect(due.words(of: cycle) == Text(zh, en))
    #expect(FormDue(zh, of: cycle) == due)
  }

  @Test(
    "anything else is no rule",
    arguments: [
      "", "+", "+-5", "+1-", "+1-00", "+1-32", "+25-05", "1000 working days", "+1000", "-1",
      "13-01", "02-32", "5 days", "08:00", "+1 24:00", "+118:00", "+1-05 5", "月5", "每月32日", "前",
      "+1-05-01",
      "每月5日", "每月15日前", "25日前", "次月5日下班前", "周五", "次周一", "+1 08:00:30",
      String(repeating: "+", count: 100_000),
    ])
  func noRules(text: String) { #expect(FormDue(text) == nil) }

  @Test("on time is judged to the day, or where a time is given to the minute")
  func lateness() {
    let byDay = FormDeadline.day(day("2021-11-11"))
    #expect(byDay.lateness(of: moment("2021-11-11 23:59")) == .onTime)
    #expect(byDay.lateness(of: moment("2021-11-12 00:00")) == .days(1))
    #expect(byDay.lateness(of: moment("2022-01-01 10:00")) == .days(51))
    #expect(byDay.lateness(of: moment("2022-01-01 10:00")).hours == nil)

    let byMinute = FormDeadline.minute(moment("2021-07-26 08:00"))
    #expect(byMinute.lateness(of: moment("2021-07-26 08:00")) == .onTime)
    #expect(byMinute.lateness(of: moment("2021-07-26 08:01")) == .minutes(1))
    #expect(byMinute.lateness(of: moment("2021-07-26 08:01")).hours == 1)
    #expect(byMinute.lateness(of: moment("2021-07-26 09:00")).hours == 1)
    #expect(byMinute.lateness(of: moment("2021-07-27 08:30")) == .minutes(1470))
    #expect(byMinute.lateness(of: moment("2021-07-27 08:30")).hours == 25)
  }

  @Test("it is over after the day asked about, or after the minute")
  func over() {
    let byDay = FormDeadline.day(day("2021-11-11"))
    #expect(!byDay.isOver(at: day("2021-11-11").lastMinute))
    #expect(byDay.isOver(at: day("2021-11-12").lastMinute))
    let byMinute = FormDeadline.minute(moment("2021-07-26 08:00"))
    #expect(!byMinute.isOver(at: moment("2021-07-26 08:00")))
    #expect(byMinute.isOver(at: moment("2021-07-26 08:01")))
    #expect(byMinute.isOver(at: day("2021-07-26").lastMinute))
  }
}
