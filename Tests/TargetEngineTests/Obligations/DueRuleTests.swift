import Testing

@testable import TargetEngine

@Suite struct DueRuleTests {
  private func due(_ rule: DueRule) throws -> String { "\(try rule.day(.shipped))" }

  @Test("a day that an office sets stays, be it a holiday")
  func fixed() throws {
    #expect(try due(.on(day("2021-10-01"))) == "2021-10-01")
    // A year without holidays does not matter to it.
    #expect(try due(.on(day("2019-10-01"))) == "2019-10-01")
  }

  @Test("a term begins the next day; months and years end on the same day, or the month's last")
  func terms() throws {
    #expect(try due(.within(Term(10, .days), after: day("2021-06-20"))) == "2021-06-30")
    #expect(try due(.within(Term(1, .months), after: day("2021-01-31"))) == "2021-02-28")
    #expect(try due(.within(Term(1, .months), after: day("2024-01-31"))) == "2024-02-29")
    #expect(try due(.within(Term(12, .months), after: day("2024-02-29"))) == "2025-02-28")
    #expect(try due(.within(Term(3, .years), after: day("2021-08-31"))) == "2024-08-31")
    #expect(try due(.within(Term(4, .years), after: day("2020-02-29"))) == "2024-02-29")
  }

  @Test("a term of the law rolls past holidays, an office's own does not")
  func rolling() throws {
    let start = day("2021-09-21")
    #expect(try due(.within(Term(10, .days), after: start)) == "2021-10-01")
    #expect(try due(.lawfully(Term(10, .days), after: start)) == "2021-10-08")
    #expect(try due(.lawfully(Term(1, .months), after: day("2021-03-24"))) == "2021-04-25")
    #expect(
      try due(.lawfully(Term(20, .workingDays), after: day("2021-09-10"))) == "2021-10-14")
    #expect(
      try due(.within(Term(20, .workingDays), after: day("2021-09-10"))) == "2021-10-14")
  }

  @Test("a term that leads into a year without holidays is refused by its name")
  func unknownYear() throws {
    #expect(throws: CalendarFault.noHolidays(of: 2027)) {
      try due(.lawfully(Term(20, .workingDays), after: day("2026-12-20")))
    }
    #expect(throws: CalendarFault.noHolidays(of: 2029)) {
      try due(.lawfully(Term(3, .years), after: day("2026-12-20")))
    }
  }

  @Test("the calendar's end is the latest day")
  func latest() throws {
    #expect(try due(.within(Term(9999, .years), after: day("2021-01-01"))) == "2999-12-31")
    #expect(try due(.within(Term(99_999_999, .days), after: day("2021-01-01"))) == "2999-12-31")
    #expect(day("2021-01-01").adding(days: .max) == .last)
    #expect(day("2021-01-01").adding(days: -1) == day("2020-12-31"))
  }
}
