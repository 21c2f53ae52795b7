internal import Registers

/// Officers, demonstration projects and funds. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let unitsWithOfficer = IndicatorDeclaration(
    "emergency.units-with-officer", zh: "落实应急责任人单位", en: "Units with an officer", .stock, "个")
  static let informants = IndicatorDeclaration(
    "emergency.informants", zh: "信息员", en: "Informants", .stock, "人")
  static let demonstrations = IndicatorDeclaration(
    "emergency.demonstrations", zh: "应急示范项目", en: "Demonstration projects", .stock, "个")
  static let fundBudget = IndicatorDeclaration(
    "emergency.fund-budget", zh: "应急经费预算", en: "Fund budget", .flow, "元", decimals: 2, isPart: true)
  static let fundSpent = IndicatorDeclaration(
    "emergency.fund-spent", zh: "应急经费支出", en: "Fund spent", .flow, "元", decimals: 2,
    defaultTarget: .flow(fundBudget.code))
}
