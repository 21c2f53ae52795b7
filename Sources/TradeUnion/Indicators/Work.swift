internal import Registers

/// Money, publications, activities and what came in. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let fundsReceived = IndicatorDeclaration(
    "union.funds-received", zh: "收缴工会经费", en: "Contributions received", .flow, "元", decimals: 2)
  static let fundsRemitted = IndicatorDeclaration(
    "union.funds-remitted", zh: "上解工会经费", en: "Contributions remitted", .flow, "元", decimals: 2)
  static let duesRemitted = IndicatorDeclaration(
    "union.dues-remitted", zh: "上缴会费", en: "Fees remitted", formerly: "会费上缴", .flow, "元",
    decimals: 2)
  static let subscriptionAmount = IndicatorDeclaration(
    "union.subscription-amount", zh: "报刊征订金额", en: "Subscriptions, amount", .flow, "元", decimals: 2)
  static let subscriptionCopies = IndicatorDeclaration(
    "union.subscription-copies", zh: "报刊征订份数", en: "Subscriptions, copies", .flow, "份")
  static let bulletins = IndicatorDeclaration(
    "union.bulletins", zh: "工会信息", en: "Bulletins", formerly: "信息报送", .flow, "篇")
  static let bulletinsAdopted = IndicatorDeclaration(
    "union.bulletins-adopted", zh: "工会信息采用", en: "Bulletins adopted", .flow, "篇", isPart: true)
  static let activities = IndicatorDeclaration(
    "union.activities", zh: "职工活动", en: "Activities", .flow, "场")
  static let activityParticipants = IndicatorDeclaration(
    "union.activity-participants", zh: "职工活动人次", en: "Activity participants", .flow, "人次",
    isPart: true)
  static let labourCompetitions = IndicatorDeclaration(
    "union.labour-competitions", zh: "劳动竞赛企业", en: "Labour competitions", .flow, "家")
  static let skillsContests = IndicatorDeclaration(
    "union.skills-contests", zh: "技术比武企业", en: "Skills contests", .flow, "家")
  static let honoursApplied = IndicatorDeclaration(
    "union.honours-applied", zh: "创建申报", en: "Honours applied for", .flow, "个", isPart: true)
  static let honours = IndicatorDeclaration(
    "union.honours", zh: "获得命名", en: "Honours awarded", .flow, "个")
  static let libraries = IndicatorDeclaration(
    "union.libraries", zh: "职工书屋", en: "Workers' libraries", .flow, "个")
  static let facilities = IndicatorDeclaration(
    "union.facilities", zh: "职工服务阵地", en: "Workers' facilities", .stock, "个", isPart: true)
  static let proposals = IndicatorDeclaration(
    "union.proposals", zh: "合理化建议", en: "Proposals", .flow, "条", isPart: true)
  static let proposalsAdopted = IndicatorDeclaration(
    "union.proposals-adopted", zh: "合理化建议采纳", en: "Proposals adopted", .flow, "条", isPart: true)
  static let petitions = IndicatorDeclaration(
    "union.petitions", zh: "来信来访", en: "Petitions", .flow, "件", direction: .less)
}
