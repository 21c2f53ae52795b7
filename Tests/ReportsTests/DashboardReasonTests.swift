import TargetEngine
import Testing

@testable import Reports

/// What the dashboard says of one indicator beneath its figures.
@Suite struct DashboardReasonTests {
  private let flow = DashboardSample.indicator("a.b", "甲")

  @Test func behindSaysHowFarAndWhatIsMissing() {
    let line = DashboardSample.line(flow, DashboardSample.plan(79), .amount(30))
    #expect(line.reasons(.zh) == ["落后序时 12 个百分点", "还差 49 个"])
    #expect(line.needSentence(.zh) == "每月还需 8.2 个")
    #expect(line.reasons(.en) == ["12 points behind pace", "49 个 short"])
    #expect(line.needSentence(.en) == "needs 8.2/month")
  }

  @Test func halvesArePrintedAsTheyAre() {
    let line = DashboardSample.line(flow, DashboardSample.plan(79), .amount(40))
    #expect(line.reasons(.zh) == [])
    #expect(line.needSentence(.zh) == "每月还需 6.5 个")
  }

  @Test func aSmallNeedIsNotNothing() {
    let money = DashboardSample.indicator("a.b", "甲", "万元", decimals: 2)
    let line = DashboardSample.line(money, DashboardSample.plan(7_551), .amount(7_550))
    #expect(line.needSentence(.zh) == "每月还需 0.002 万元")
  }

  @Test func overdueSaysSinceWhen() {
    var plan = DashboardSample.plan(10)
    plan.parts[0].due = Day(rawValue: 20_210_531)!
    let line = DashboardSample.line(flow, plan, .amount(7))
    #expect(line.reasons(.zh) == ["已于 2021-05-31 到期", "还差 3 个"])
    #expect(line.reasons(.en) == ["was due 2021-05-31", "3 个 short"])
    #expect(line.needSentence(.zh) == nil)
    let laggard = Dashboard.Laggard(unit: DashboardSample.unit("u", "洪林镇"), line: line)
    #expect(laggard.sentence(.zh, decimals: 0) == "洪林镇 70%（差 3 个）")
    #expect(laggard.sentence(.en, decimals: 0) == "洪林镇 70% (3 个 short)")
  }

  @Test func limitsSayByHowMuch() {
    let cases = DashboardSample.indicator("a.b", "甲", "件", direction: .less)
    let nearing = DashboardSample.line(cases, DashboardSample.plan(10), .amount(8))
    let over = DashboardSample.line(cases, DashboardSample.plan(0), .amount(2))
    #expect(nearing.reasons(.zh) == ["高于序时 30 个百分点"])
    #expect(over.reasons(.zh) == ["超出控制数 2 件"])
  }

  @Test func ratiosMissPoints() {
    let kind = IndicatorKind.ratio(numerator: 1, denominator: 2)
    let ratio = DashboardSample.indicator("a.b", "甲", "%", kind)
    let line = DashboardSample.line(
      ratio, DashboardSample.plan(95), .ratio(numerator: Decimal(1), denominator: Decimal(4)))
    #expect(line.reasons(.zh) == ["落后序时 23.7 个百分点", "还差 70 个百分点"])
  }

  @Test func whatIsWellNeedsNoReason() {
    let done = DashboardSample.line(flow, DashboardSample.plan(7), .amount(7))
    let none = DashboardSample.line(flow, nil, .amount(7))
    for line in [done, none] {
      #expect(line.reasons(.zh).isEmpty && line.needSentence(.zh) == nil)
    }
  }

  @Test func shortening() {
    #expect("标准化诊所".shortened(to: 10) == "标准化诊所")
    #expect("标准化诊所".shortened(to: 9) == "标准化诊…")
    #expect("标准化诊所".shortened(to: 8) == "标准化…")
    #expect("ab cd".shortened(to: 4) == "ab…")
    #expect("ab".shortened(to: 1) == "…")
    #expect("ab".shortened(to: 0) == "")
  }
}
