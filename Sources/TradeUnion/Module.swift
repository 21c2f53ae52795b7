public import Registers
internal import TargetEngine

extension Module {
  /// 工会. Source: `registers.md`, "union".
  public static let tradeUnion = Module(
    name: "union", title: Text("工会工作", "Trade union"),
    indicators: [
      IndicatorDeclaration("union.bodies-new", zh: "新建基层工会", en: "New unions", .flow, "家"),
      IndicatorDeclaration("union.legal-units", zh: "涵盖法人单位", en: "Legal units", .stock, "个"),
      IndicatorDeclaration("union.members", zh: "工会会员", en: "Members", .stock, "人"),
      IndicatorDeclaration("union.enterprises", zh: "企业", en: "Enterprises", .stock, "个"),
      IndicatorDeclaration("union.workers", zh: "职工", en: "Workers", .stock, "人"),
      IndicatorDeclaration(
        "union.contracts-regional", zh: "区域性集体合同", en: "Regional contracts", .flow, "份"),
      IndicatorDeclaration(
        "union.enterprises-covered", zh: "集体合同覆盖企业", en: "Enterprises covered", .stock, "个"),
      IndicatorDeclaration(
        "union.workers-covered", zh: "集体合同覆盖职工", en: "Workers covered", .stock, "人"),
      IndicatorDeclaration(
        "union.enterprise-coverage", zh: "集体合同企业覆盖率", en: "Coverage by enterprises",
        .ratio(numerator: "union.enterprises-covered", denominator: "union.enterprises"), "%",
        decimals: 1),
      IndicatorDeclaration(
        "union.worker-coverage", zh: "集体合同职工覆盖率", en: "Coverage by workers",
        .ratio(numerator: "union.workers-covered", denominator: "union.workers"), "%",
        decimals: 1),
      IndicatorDeclaration(
        "union.hardship-files", zh: "困难职工档案", en: "Hardship files", .stock, "人"),
      IndicatorDeclaration(
        "union.hardship-workplaces", zh: "困难职工所在单位", en: "Their workplaces", .stock, "个"),
      IndicatorDeclaration(
        "union.assistance-people", zh: "帮扶人数", en: "People assisted", .flow, "人"),
      IndicatorDeclaration(
        "union.assistance-amount", zh: "帮扶资金", en: "Assistance paid", .flow, "元", decimals: 2),
      IndicatorDeclaration("union.insured", zh: "职工互助保障", en: "Mutual insurance", .flow, "人"),
      IndicatorDeclaration("union.bulletins", zh: "信息报送", en: "Bulletins", .flow, "篇"),
      IndicatorDeclaration(
        "union.subscription-amount", zh: "报刊征订金额", en: "Subscriptions", .flow, "元",
        decimals: 2),
      IndicatorDeclaration(
        "union.subscription-copies", zh: "报刊征订份数", en: "Copies subscribed", .flow, "份"),
      IndicatorDeclaration(
        "union.dues-remitted", zh: "会费上缴", en: "Dues remitted", .flow, "元", decimals: 2),
      IndicatorDeclaration("union.libraries", zh: "职工书屋", en: "Workers' libraries", .flow, "个"),
      IndicatorDeclaration(
        "union.skills-contests", zh: "技术比武企业", en: "Skills contests", .flow, "个"),
      IndicatorDeclaration(
        "union.labour-competitions", zh: "劳动竞赛企业", en: "Labour competitions", .flow, "个"),
      IndicatorDeclaration(
        "union.petitions", zh: "来信来访", en: "Petitions", .flow, "件", direction: .less),
    ],
    recurrences: [
      UsualRecurrence(
        zh: "三八妇女节工会宣传", en: "Union publicity, 8 March", "union", .yearly, month: 3, day: 8),
      UsualRecurrence(
        zh: "五一劳动节工会宣传", en: "Union publicity, 1 May", "union", .yearly, month: 5, day: 1),
      UsualRecurrence(
        zh: "女职工工作年度统计报送", en: "Yearly forms on women workers", "union", .yearly, month: 11,
        day: 11),
      UsualRecurrence(
        zh: "工会信息报送", en: "Bulletins", "union", .monthly, month: 1, day: 31, times: 2),
    ])
}
