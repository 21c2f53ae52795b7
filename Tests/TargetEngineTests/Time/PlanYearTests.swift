import TargetEngine
import Testing

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
}
