import TargetEngine
import Testing

@testable import Reports

/// Dashboards of which something is missing, or too long.
@Suite struct DashboardEdgeTests {
  @Test func anEmptyDashboard() {
    var dashboard = DashboardSample.make(.en)
    dashboard.items = []
    #expect(
      dashboard.screen(width: 60, color: false, language: .en) { $0 } == """
        Xuanzhou  as of 2021-06-30       Ledger head: #1204·9f3c21aa

        No indicators.

        """)
    #expect(
      dashboard.screen(width: 200, color: false, language: .zh) { $0 }.hasSuffix("\n\n没有指标。\n"))
  }

  @Test func withoutTargetsThereIsNothingToMeasure() {
    var dashboard = DashboardSample.dashboard
    dashboard.items = [dashboard.items[3]]
    #expect(
      dashboard.screen(width: 10, color: false, language: .zh, moduleTitle: { $0 }) == """
        宣州区  截至2021年6月30日             校验码：#1204·9f3c21aa
        无任务 1

        clinics ────────────────────────────────────────────────────
          在岗村医  412 人  ▇▂▂▁▅█······

        ▁▃█ 1–12 月各月数   · 未到月份

        """)
  }

  @Test func longNamesAreCutAndTamed() {
    var dashboard = DashboardSample.dashboard
    dashboard.items = [dashboard.items[0]]
    dashboard.items[0].line.indicator.name = "\u{1B}[2J" + String(repeating: "标准化建设", count: 20)
    dashboard.items[0].furthestBehind[0].unit.name = String(repeating: "洪林", count: 20)
    let screen = dashboard.screen(width: 70, color: false, language: .zh) { $0 }
    #expect(screen.contains("\n■ ␛[2J标准化建设标准化…   █"))
    #expect(screen.contains("落后最多：" + String(repeating: "洪林", count: 5) + "洪… 20%（差 8 个"))
  }

  @Test func hugeFiguresStandBelowEachOther() {
    var dashboard = DashboardSample.dashboard
    let fund = DashboardSample.indicator("union.fund", "基金", "万元", decimals: 4)
    dashboard.items = [DashboardSample.item(fund, .max - 1, .max / 3, months: [.min, .max])]
    #expect(
      dashboard.screen(width: 60, color: false, language: .zh, moduleTitle: { $0 }) == """
        宣州区  截至2021年6月30日             校验码：#1204·9f3c21aa
        ■ 滞后 1

        union ──────────────────────────────────────────────────────
        ■ 基金
          ███████░░░░░|░░░░░░░░░░░ 33%
          307445734561825.8602/922337203685477.5806 万元
          滞后  ▁█··········
            落后序时 16.7 个百分点，还差 614891469123651.7204 万元，
            每月还需 102481911520608.6201 万元

        | 序时进度   ▁▃█ 1–12 月各月数   · 未到月份

        """)
  }
}
