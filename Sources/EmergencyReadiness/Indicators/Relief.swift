internal import Registers

/// Damage, losses and donations. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let damageFound = IndicatorDeclaration(
    "emergency.damage-found", zh: "受损设施", en: "Facilities damaged", .flow, "处", isPart: true)
  static let damageRestored = IndicatorDeclaration(
    "emergency.damage-restored", zh: "已恢复设施", en: "Facilities restored", .flow, "处", isPart: true)
  static let restoreRate = IndicatorDeclaration(
    "emergency.restore-rate", zh: "受损设施恢复率", en: "Restored, rate",
    .ratio(.damageRestored, over: .damageFound), "%", decimals: 1)
  static let affected = IndicatorDeclaration(
    "emergency.affected", zh: "受灾人口", en: "People affected", .flow, "人次")
  static let directLoss = IndicatorDeclaration(
    "emergency.direct-loss", zh: "直接经济损失", en: "Direct loss", .flow, "万元", decimals: 2)
  static let donations = IndicatorDeclaration(
    "emergency.donations", zh: "接收捐款", en: "Donations", .flow, "元", decimals: 2)
  static let donationsUsed = IndicatorDeclaration(
    "emergency.donations-used", zh: "使用捐款", en: "Donations used", .flow, "元", decimals: 2)
}
