import Testing

@testable import TargetEngine

/// Months, quarters, half-years and years, as reports name them.
@Suite struct PeriodTests {
  @Test(
    "a month is read in the forms of a day without its day",
    arguments: [
      "2021-06", "2021-6", "2021/6", "2021/06", "2021.6", "2021年6月", "2021年06月", "202106",
      "２０２１－６", "２０２１年６月", "２０２１０６", " 2021-06 ",
    ])
  func months(text: String) {
    #expect(Month(text)?.rawValue == 202_106)
    #expect(Period(text)?.description == "2021-06")
  }

  @Test(
    "anything else is no month",
    arguments: [
      "", " ", "2021", "2021年", "2021Q2", "2021H1", "2021-06-28", "20210628", "2021-13", "2021-00",
      "2021-0", "202113", "202100", "21-6", "6月", "5月", "2021-", "2021-6-", "2021.6.", "2021-006",
      "2021 6", "2021六月", "2021年六月", "1899-12", "3000-01", "2021-6月", "-2021-06", "2021--6",
      "999999999999", "本月", "2021M6", "2021年6月份",
    ])
  func noMonths(text: String) {
    #expect(Month(text) == nil)
  }

  @Test(
    "quarters, half-years and years are read in both languages",
    arguments: [
      ("2021Q1", "2021Q1"), ("2021q2", "2021Q2"), ("2021-Q3", "2021Q3"), ("２０２１Ｑ４", "2021Q4"),
      ("2021年一季度", "2021Q1"), ("2021年第二季度", "2021Q2"), ("２０２１年第三季度", "2021Q3"),
      ("2021年四季度", "2021Q4"), ("2021H1", "2021H1"), ("2021h2", "2021H2"),
      ("2021-H1", "2021H1"), ("2021-h2", "2021H2"),
      ("2021年上半年", "2021H1"), ("2021年下半年", "2021H2"), ("2021", "2021"), ("2021年", "2021"),
      ("２０２１年", "2021"), (" 2021 ", "2021"),
    ])
  func periods(text: String, printed: String) {
    #expect(Period(text)?.description == printed)
  }

  @Test(
    "anything else is no period",
    arguments: [
      "", "2021Q0", "2021Q5", "2021Q", "2021H0", "2021H3", "2021Q22", "Q2", "上半年", "2021上半年",
      "2021年第五季度", "2021年半年", "21年", "1899", "3000", "20211", "2021年年", "2021Q2 2021Q3", "今年",
      "2021-H1-", "2021年第2季度度", "2021.Q2.", "\u{0}", "2021年上半年度",
    ])
  func noPeriods(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("letters do not stand for 年 and 月", arguments: ["2021Y", "2021y", "2021Y6M", "2021Y上半Y"])
  func letters(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("a printed period is read back as itself")
  func roundTrip() throws {
    for year in [1900, 2000, 2021, 2999] {
      for number in 1...12 {
        let first = try #require(Month(year: year, month: number))
        for length in [Period.Length.month, .quarter, .halfYear, .year] {
          let period = Period(first: first, length: length)
          #expect((period != nil) == ((number - 1) % length.rawValue == 0))
          guard let period else { continue }
          #expect(Period(period.description) == period)
          #expect(period.last == first.adding(length.rawValue - 1))
        }
      }
    }
  }

  @Test("months follow one another across years")
  func order() {
    #expect(month("2021-01").previous == month("2020-12"))
    #expect(month("2020-12").next == month("2021-01"))
    #expect(month("2021-06").yearBefore == month("2020-06"))
    #expect(month("2021-06").adding(-18) == month("2019-12"))
    #expect(month("2020-12") < month("2021-01"))
    #expect(month("2020-02").lastDay == day("2020-02-29"))
    #expect(month("2021-02").lastDay == day("2021-02-28"))
    #expect(month("2021-02").firstDay == day("2021-02-01"))
    #expect(Month(rawValue: 202_113) == nil)
    #expect(Month(rawValue: -202_101) == nil)
  }

  @Test("a unit appears in the months that overlap its opening and closing")
  func appearance() {
    var unit = Unit(code: "1", name: "洪林村卫生室", kind: .clinic)
    #expect(unit.appears(in: month("1999-01")))
    unit.opened = day("2021-03-31")
    unit.closed = day("2021-07-01")
    #expect(!unit.appears(in: month("2021-02")))
    #expect(unit.appears(in: month("2021-03")))
    #expect(unit.appears(in: month("2021-07")))
    #expect(!unit.appears(in: month("2021-08")))
  }
}
