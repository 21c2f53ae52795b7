internal import Registers

/// Incidents and what was reported of them. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let incidents = IndicatorDeclaration(
    "emergency.incidents", zh: "突发事件", en: "Incidents", .flow, "起")
  static let incidentDeaths = IndicatorDeclaration(
    "emergency.incident-deaths", zh: "突发事件死亡人数", en: "Deaths", .flow, "人", direction: .less)
  static let reports = IndicatorDeclaration(
    "emergency.reports", zh: "应报信息", en: "Reports due", .flow, "件", isPart: true)
  static let reportsOnTime = IndicatorDeclaration(
    "emergency.reports-on-time", zh: "按时报送信息", en: "Reports in time", .flow, "件", isPart: true)
  static let reportRate = IndicatorDeclaration(
    "emergency.report-rate", zh: "信息报送及时率", en: "Reports in time, rate",
    .ratio(.reportsOnTime, over: .reports), "%", decimals: 1)
}
