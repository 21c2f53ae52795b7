import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Period".
@Suite struct FormPeriodTests {
  @Test(
    "a period is read as people write it and has one text",
    arguments: [
      ("2021", "2021", FormCycle.year), ("2021年", "2021", .year), ("２０２１", "2021", .year),
      ("2021-H1", "2021-H1", .half), ("2021H2", "2021-H2", .half), ("2021年上半年", "2021-H1", .half),
      ("2021年下半年", "2021-H2", .half), ("２０２１－Ｈ１", "2021-H1", .half),
      ("2021-Q2", "2021-Q2", .quarter), ("2021q2", "2021-Q2", .quarter),
      ("2021年第二季度", "2021-Q2", .quarter), ("2021年四季度", "2021-Q4", .quarter),
      ("2021-06", "2021-06", .month), ("2021年6月", "2021-06", .month), ("202106", "2021-06", .month),
      ("２０２１年６月", "2021-06", .month), ("2021-W30", "2021-W30", .week),
      ("2021w3", "2021-W03", .week), ("2021年第30周", "2021-W30", .week),
      ("2021年3周", "2021-W03", .week), ("２０２１－Ｗ３０", "2021-W30", .week),
      ("2021-07-25", "2021-07-25", .day), ("2021年7月25日", "2021-07-25", .day),
      ("20210725", "2021-07-25", .day), (" 2021/7/25 ", "2021-07-25", .day),
      ("烟花/2021-07-25T18", "烟花/2021-07-25T18", .once),
      ("烟花/2021-07-25 18:00", "烟花/2021-07-25T18", .once),
      ("烟花／２０２１年７月２５日１８时", "烟花/2021-07-25T18", .once),
      ("烟花/2021/7/25 18:30", "烟花/2021-07-25T18:30", .once),
      ("烟花/2021/7/25", "烟花/2021-07-25", .once), ("防汛 检查/2021-07-25", "防汛检查/2021-07-25", .once),
      ("第5/6号台风/2021-07-25T06", "第5/6号台风/2021-07-25T06", .once),
    ])
  func reading(text: String, printed: String, cycle: FormCycle) throws {
    let period = try every(cycle).period(text)
    #expect(period.description == printed)
    #expect(period.cycle == cycle)
    #expect(try every(cycle).period(printed) == period)
  }

  @Test(
    "anything else is none, and the fault says why",
    arguments: [
      ("", FormCycle.month, FormPeriodFault.unreadable), ("今年", .year, .unreadable),
      (String(repeating: "/", count: 100_000), .once, .unreadable),
      ("2021-Q5", .quarter, .unreadable), ("2021-H3", .half, .unreadable),
      ("2021-13", .month, .unreadable), ("2021-02-30", .day, .unreadable),
      ("2021-W", .week, .unreadable), ("2021-W100", .week, .unreadable),
      ("2021-W00", .week, .noSuchWeek(0, ofYear: 2021)),
      ("2021-W53", .week, .noSuchWeek(53, ofYear: 2021)),
      ("2021-06", .year, .otherCycle(.month)), ("2021", .month, .otherCycle(.year)),
      ("2021-Q2", .half, .otherCycle(.quarter)), ("2021-W30", .day, .otherCycle(.week)),
      ("烟花/2021-07-25T18", .day, .otherCycle(.once)),
      ("1948", .year, .noSuchYear(1948)), ("2200-01", .month, .noSuchYear(2200)),
      ("烟花/1900-01-01", .once, .noSuchYear(1900)),
      ("烟花", .once, .noTime), ("烟花/25日", .once, .noTime), ("2021-07-25", .once, .noTime),
      ("/2021-07-25", .once, .noName), (" 　/2021-07-25", .once, .noName),
    ])
  func faults(text: String, cycle: FormCycle, fault: FormPeriodFault) {
    #expect(throws: fault) { try every(cycle).period(text) }
  }

  @Test(
    "its days count from the form's first month",
    arguments: [
      ("2021", FormCycle.year, 10, "2020-10-01", "2021-09-30"),
      ("2021", .year, 1, "2021-01-01", "2021-12-31"),
      ("2021-H1", .half, 10, "2020-10-01", "2021-03-31"),
      ("2021-H2", .half, 1, "2021-07-01", "2021-12-31"),
      ("2021-Q1", .quarter, 10, "2020-10-01", "2020-12-31"),
      ("2021-Q2", .quarter, 1, "2021-04-01", "2021-06-30"),
      ("2021-Q4", .quarter, 4, "2021-01-01", "2021-03-31"),
      ("2021-02", .month, 10, "2021-02-01", "2021-02-28"),
      ("2021-W30", .week, 10, "2021-07-26", "2021-08-01"),
      ("2020-W53", .week, 1, "2020-12-28", "2021-01-03"),
      ("2021-07-25", .day, 10, "2021-07-25", "2021-07-25"),
      ("烟花/2021-07-25T18", .once, 1, "2021-07-25", "2021-07-25"),
    ])
  func days(text: String, cycle: FormCycle, month: Int, first: String, last: String) {
    let period = period(text, cycle, from: month)
    #expect((period.firstDay, period.lastDay) == (day(first), day(last)))
    #expect(period.contains(day(first)) && period.contains(day(last)))
    #expect(!period.contains(day(last).adding(days: 1)))
  }

  @Test("it tells up to its last day's end, an hour of an event up to that hour")
  func ends() {
    #expect(period("2021-06", .month).end == moment("2021-06-30 23:59"))
    #expect(period("烟花/2021-07-25T18", .once).end == moment("2021-07-25 18:00"))
    #expect(period("烟花/2021-07-25", .once).end == moment("2021-07-25 23:59"))
  }

  @Test("a day falls into one period, and what is asked once into none")
  func containing() {
    #expect(every(.year, from: 10).period(of: day("2020-10-01"))?.description == "2021")
    #expect(every(.year, from: 10).period(of: day("2020-09-30"))?.description == "2020")
    #expect(every(.quarter, from: 10).period(of: day("2021-01-01"))?.description == "2021-Q2")
    #expect(every(.half).period(of: day("2021-07-01"))?.description == "2021-H2")
    #expect(every(.week).period(of: day("2021-01-03"))?.description == "2020-W53")
    #expect(every(.once).period(of: day("2021-01-03")) == nil)
    #expect(every(.year, from: 10).period(of: Day.last) == nil)
  }

  @Test("before and after go on over the years, and end where plans end")
  func neighbours() {
    let calendar = every(.quarter, from: 10)
    let first = period("2021-Q1", .quarter, from: 10)
    #expect(calendar.period(before: first)?.description == "2020-Q4")
    #expect(calendar.period(after: first)?.description == "2021-Q2")
    #expect(calendar.period(before: period("1949-Q1", .quarter, from: 10)) == nil)
    #expect(calendar.period(after: period("2199-Q4", .quarter, from: 10)) == nil)
  }

  @Test("of an event the period before is the last that was asked about it")
  func events() {
    let texts = [
      "烟花/2021-07-25T20", "烟花/2021-07-25T18", "烟花/2021-07-25", "灿都/2021-07-25T19",
      "烟花/2021-07-26T08",
    ]
    let asked = texts.map { period($0, .once) }
    let calendar = every(.once)
    #expect(calendar.period(before: asked[0], asked: asked) == asked[1])
    #expect(calendar.period(before: asked[1], asked: asked) == nil)
    #expect(calendar.period(before: asked[4], asked: asked) == asked[2])
    #expect(calendar.period(after: asked[0], asked: asked) == asked[2])
    #expect(asked[0].event == "烟花")
    #expect(
      asked.sorted().map(\.description) == [texts[1], texts[3], texts[0], texts[2], texts[4]])
  }

  @Test("a change begins with a period; of what is asked once, on a day")
  func starts() throws {
    let survey = every(.year, from: 10)
    #expect(try survey.start("2022") == day("2021-10-01"))
    #expect(survey.startText(day("2021-10-01")) == "2022")
    #expect(throws: FormPeriodFault.otherCycle(.month)) { try survey.start("2022-01") }
    #expect(try every(.once).start("2021年7月26日") == day("2021-07-26"))
    #expect(every(.once).startText(day("2021-07-26")) == "2021-07-26")
    #expect(throws: FormPeriodFault.unreadable) { try every(.once).start("2021-07") }
    #expect(throws: FormPeriodFault.noSuchYear(1900)) { try every(.once).start("1900-01-01") }
  }

  @Test("a form's years begin in one of twelve months", arguments: [0, 13, -1])
  func noSuchMonth(month: Int) { #expect(FormCalendar(.year, firstMonth: month) == nil) }

  @Test(
    "a cycle is named by its word or title",
    arguments: [
      ("once", FormCycle.once), ("一次", .once), ("day", .day), ("每日", .day), ("日报", .day),
      ("Weekly", .week), ("周", .week), ("月报", .month), ("季度", .quarter), ("季报", .quarter),
      ("半年", .half), ("半年报", .half), ("年度", .year), ("年报", .year), ("YEAR", .year),
    ])
  func cycles(word: String, cycle: FormCycle) { #expect(FormCycle(named: word) == cycle) }

  @Test("anything else is no cycle", arguments: ["", "报", "每", "旬报", "months"])
  func noCycle(word: String) { #expect(FormCycle(named: word) == nil) }
}
