import Testing

@testable import TargetEngine

@Suite struct PlanYearTests {
  @Test(
    "a year of a plan is read as people write it",
    arguments: [
      ("2026", 2026), ("2026年", 2026), ("２０２６", 2026), ("２０２６年", 2026), (" 2026 ", 2026),
      ("1949", 1949), ("2199", 2199),
    ])
  func read(text: String, year: Int) { #expect(PlanYear.parse(text) == year) }

  @Test(
    "anything else is none",
    arguments: [
      "", "26", "0026", "1948", "2200", "9999", "99999", "02026", "2026-06", "2026年6月", "2026月",
      "2026Y", "二〇二六", "-2026", "2026.0", "2,026", "9223372036854775807", "2026年度",
    ])
  func refused(text: String) { #expect(PlanYear.parse(text) == nil) }

  @Test("1 October 2020 to 30 September 2021 is 2021")
  func october() throws {
    let year = try #require(PlanYear(2021, firstMonth: 10))
    #expect((year.firstDay, year.lastDay) == (day("2020-10-01"), day("2021-09-30")))
    #expect(year.months.first == month("2020-10") && year.months.last == month("2021-09"))
    #expect(PlanYear(containing: month("2020-09"), firstMonth: 10).label == 2020)
    #expect(PlanYear(containing: month("2020-10"), firstMonth: 10) == year)
    #expect(PlanYear(containing: month("2020-10"), firstMonth: 1) == PlanYear(2020))
  }

  @Test("every day lies in one plan year, whose months are twelve", arguments: 1...12)
  func everyDay(first: Int) throws {
    for number in day("2019-01-01").number...day("2022-12-31").number {
      let day = Day(number: number)!
      let year = PlanYear(containing: day.month, firstMonth: first)
      #expect(year.label == naivePlanYear(of: day, from: first))
      #expect(year.contains(day) && year.months.contains(day.month))
      #expect(PlanYear(year.label, firstMonth: first) == year)
      let neighbours = [-1, 1].compactMap { PlanYear(year.label + $0, firstMonth: first) }
      #expect(!neighbours.contains { $0.contains(day) })
    }
  }

  @Test("no calendar, no month: no plan year")
  func outside() {
    #expect(PlanYear(1900, firstMonth: 10) == nil && PlanYear(3000) == nil)
    #expect(PlanYear(2021, firstMonth: 0) == nil && PlanYear(2021, firstMonth: 13) == nil)
  }
}
