import Testing

@testable import TargetEngine

/// A bad day is answered with what is wrong with it.
@Suite struct DayFaultTests {
  @Test(
    "what is wrong with a day",
    arguments: [
      ("2021-06-31", .noSuchDay(31, in: month("2021-06"))),
      ("2021-02-29", .noSuchDay(29, in: month("2021-02"))),
      ("2021年6月0日", .noSuchDay(0, in: month("2021-06"))),
      ("20210631", .noSuchDay(31, in: month("2021-06"))),
      ("2021/13/01", .noSuchMonth(13)), ("2021-00-01", .noSuchMonth(0)),
      ("1899-12-31", .noSuchYear(1899)), ("３０００-01-01", .noSuchYear(3000)),
      ("6月28日", .noYear), ("06-28", .noYear), ("6/28", .noYear),
      ("2021-06", .noDay), ("2021年6月", .noDay), ("202106", .noDay),
      ("昨天", .unreadable), ("", .unreadable), ("28 June 2021", .unreadable),
      ("2021--06", .noDay), ("1-2-3-4", .unreadable),
    ] as [(String, DayFault)])
  func faults(_ text: String, _ fault: DayFault) {
    #expect(Day(text) == nil)
    #expect(Day.fault(of: text) == fault)
  }

  @Test("a day in words that its form does not have is unreadable rather than wrong")
  func readable() {
    // A caller asks only about a text that was not read; should it be one, nothing is claimed.
    #expect(Day.fault(of: "2021-06-30") == .unreadable)
  }
}
