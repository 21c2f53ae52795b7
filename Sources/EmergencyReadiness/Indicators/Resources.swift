internal import Registers

/// Supplies, teams and shelters. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let stockItems = IndicatorDeclaration(
    "emergency.stock-items", zh: "应储品种", en: "Items to be held", .stock, "种", isPart: true)
  static let stockItemsMet = IndicatorDeclaration(
    "emergency.stock-items-met", zh: "达标品种", en: "Items at the standard", .stock, "种", isPart: true)
  static let stockRate = IndicatorDeclaration(
    "emergency.stock-rate", zh: "物资储备达标率", en: "Stock at the standard",
    .ratio(.stockItemsMet, over: .stockItems), "%", decimals: 1)
  static let teams = IndicatorDeclaration(
    "emergency.teams", zh: "救援队伍", en: "Rescue teams", .stock, "支")
  static let teamMembers = IndicatorDeclaration(
    "emergency.team-members", zh: "救援队员", en: "Team members", .stock, "人")
  static let shelters = IndicatorDeclaration(
    "emergency.shelters", zh: "避难场所", en: "Shelters", .stock, "处")
  static let shelterCapacity = IndicatorDeclaration(
    "emergency.shelter-capacity", zh: "避难场所可容纳人数", en: "Shelter capacity", .stock, "人")
  static let sheltersOpen = IndicatorDeclaration(
    "emergency.shelters-open", zh: "启用场所", en: "Shelters open", .stock, "处", isPart: true)
  static let sheltered = IndicatorDeclaration(
    "emergency.sheltered", zh: "在安置人数", en: "People sheltered", .stock, "人", isPart: true)
}
