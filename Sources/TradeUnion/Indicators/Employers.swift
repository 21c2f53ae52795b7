internal import Registers

/// Enterprises with their workers, and what they have of a union's rights. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let enterprises = IndicatorDeclaration(
    "union.enterprises", zh: "企业", en: "Enterprises", .stock, "家")
  static let workers = IndicatorDeclaration(
    "union.workers", zh: "企业职工", en: "Workers", formerly: "职工", .stock, "人", isPart: true)
  static let women = IndicatorDeclaration(
    "union.women", zh: "企业女职工", en: "Women workers", .stock, "人", isPart: true)
  static let staff = IndicatorDeclaration(
    "union.staff", zh: "全部职工", en: "Staff of all employers", .stock, "人", isPart: true)
  static let enterprisesUnionised = IndicatorDeclaration(
    "union.enterprises-unionised", zh: "已建会企业", en: "Enterprises with a union", .stock, "家",
    isPart: true)
  static let unionisationRate = IndicatorDeclaration(
    "union.unionisation-rate", zh: "建会率", en: "Unionisation rate",
    .ratio(.enterprisesUnionised, over: .enterprises), "%", decimals: 1)
  static let congress = IndicatorDeclaration(
    "union.congress", zh: "职代会建制企业", en: "Enterprises with a congress", .stock, "家", isPart: true)
  static let congressRate = IndicatorDeclaration(
    "union.congress-rate", zh: "职代会建制率", en: "Congress, rate",
    .ratio(.congress, over: .enterprisesUnionised), "%", decimals: 1, isPart: true)
  static let openness = IndicatorDeclaration(
    "union.openness", zh: "厂务公开建制企业", en: "Enterprises with open affairs", .stock, "家", isPart: true
  )
  static let opennessRate = IndicatorDeclaration(
    "union.openness-rate", zh: "厂务公开建制率", en: "Open affairs, rate",
    .ratio(.openness, over: .enterprisesUnionised), "%", decimals: 1, isPart: true)
}
