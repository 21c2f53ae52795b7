internal import Registers

/// Risk sources and hazards. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let riskSources = IndicatorDeclaration(
    "emergency.risk-sources", zh: "在册风险源", en: "Risk sources", .stock, "处")
  static let hazardsFound = IndicatorDeclaration(
    "emergency.hazards-found", zh: "排查隐患", en: "Hazards found", .flow, "处")
  static let hazardsClosed = IndicatorDeclaration(
    "emergency.hazards-closed", zh: "销号隐患", en: "Hazards closed", .flow, "处")
  static let hazardClosingRate = IndicatorDeclaration(
    "emergency.hazard-closing-rate", zh: "隐患整改率", en: "Hazards closed, rate",
    .ratio(.hazardsClosed, over: .hazardsFound), "%", decimals: 1)
  static let majorHazardsOpen = IndicatorDeclaration(
    "emergency.major-hazards-open", zh: "未销号重大隐患", en: "Grave hazards open", .stock, "处",
    direction: .less, defaultTarget: .amount(0))
}
