internal import Registers

/// The figures of union work, each declared once: what registers will post to, and the order of
/// reports in the module's list. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let bodiesNew = IndicatorDeclaration(
    "union.bodies-new", zh: "新建基层工会", en: "New unions", .flow, "家")
  static let legalUnits = IndicatorDeclaration(
    "union.legal-units", zh: "涵盖法人单位", en: "Legal units", .stock, "家", isPart: true)
  static let members = IndicatorDeclaration(
    "union.members", zh: "工会会员", en: "Members", .stock, "人")
  static let enterprises = IndicatorDeclaration(
    "union.enterprises", zh: "企业", en: "Enterprises", .stock, "家")
  static let workers = IndicatorDeclaration(
    "union.workers", zh: "企业职工", en: "Workers", formerly: "职工", .stock, "人", isPart: true)
  static let contractsRegional = IndicatorDeclaration(
    "union.contracts-regional", zh: "签订区域性行业性集体合同", en: "Regional and sector contracts",
    formerly: "区域性集体合同", .flow, "份")
  static let enterprisesCovered = IndicatorDeclaration(
    "union.enterprises-covered", zh: "集体合同覆盖企业", en: "Enterprises covered", .stock, "家")
  static let workersCovered = IndicatorDeclaration(
    "union.workers-covered", zh: "集体合同覆盖职工", en: "Workers covered", .stock, "人")
  static let enterpriseCoverage = IndicatorDeclaration(
    "union.enterprise-coverage", zh: "集体合同企业覆盖率", en: "Coverage by enterprises",
    .ratio(.enterprisesCovered, over: .enterprises), "%", decimals: 1)
  static let workerCoverage = IndicatorDeclaration(
    "union.worker-coverage", zh: "集体合同职工覆盖率", en: "Coverage by workers",
    .ratio(.workersCovered, over: .workers), "%", decimals: 1)
  static let hardshipFiles = IndicatorDeclaration(
    "union.hardship-files", zh: "在档困难职工", en: "Hardship files", formerly: "困难职工档案", .stock, "人")
  static let hardshipWorkplaces = IndicatorDeclaration(
    "union.hardship-workplaces", zh: "困难职工所在单位", en: "Their workplaces", .stock, "个")
  static let assistancePeople = IndicatorDeclaration(
    "union.assistance-people", zh: "帮扶人次", en: "Assistance, times", formerly: "帮扶人数", .flow, "人次")
  static let assistanceAmount = IndicatorDeclaration(
    "union.assistance-amount", zh: "帮扶资金", en: "Assistance paid", .flow, "元", decimals: 2)
  static let insured = IndicatorDeclaration(
    "union.insured", zh: "职工互助保障参保", en: "Insured", formerly: "职工互助保障", .flow, "人")
  static let bulletins = IndicatorDeclaration(
    "union.bulletins", zh: "工会信息", en: "Bulletins", formerly: "信息报送", .flow, "篇")
  static let subscriptionAmount = IndicatorDeclaration(
    "union.subscription-amount", zh: "报刊征订金额", en: "Subscriptions, amount", .flow, "元", decimals: 2)
  static let subscriptionCopies = IndicatorDeclaration(
    "union.subscription-copies", zh: "报刊征订份数", en: "Subscriptions, copies", .flow, "份")
  static let duesRemitted = IndicatorDeclaration(
    "union.dues-remitted", zh: "上缴会费", en: "Fees remitted", formerly: "会费上缴", .flow, "元",
    decimals: 2)
  static let libraries = IndicatorDeclaration(
    "union.libraries", zh: "职工书屋", en: "Workers' libraries", .flow, "个")
  static let skillsContests = IndicatorDeclaration(
    "union.skills-contests", zh: "技术比武企业", en: "Skills contests", .flow, "家")
  static let labourCompetitions = IndicatorDeclaration(
    "union.labour-competitions", zh: "劳动竞赛企业", en: "Labour competitions", .flow, "家")
  static let petitions = IndicatorDeclaration(
    "union.petitions", zh: "来信来访", en: "Petitions", .flow, "件", direction: .less)
}
