internal import Registers

/// Help for members in hardship, mutual insurance. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let hardshipFiles = IndicatorDeclaration(
    "union.hardship-files", zh: "在档困难职工", en: "Hardship files", formerly: "困难职工档案", .stock, "人")
  static let hardshipWorkplaces = IndicatorDeclaration(
    "union.hardship-workplaces", zh: "困难职工所在单位", en: "Their workplaces", .stock, "个")
  static let hardshipLifted = IndicatorDeclaration(
    "union.hardship-lifted", zh: "困难职工脱困", en: "Lifted out of hardship", .flow, "人")
  static let schoolingPeople = IndicatorDeclaration(
    "union.schooling-people", zh: "金秋助学人数", en: "Schooling grants", .flow, "人")
  static let schoolingAmount = IndicatorDeclaration(
    "union.schooling-amount", zh: "金秋助学资金", en: "Schooling grants, amount", .flow, "元", decimals: 2)
  static let festivalPeople = IndicatorDeclaration(
    "union.festival-people", zh: "两节送温暖人数", en: "Festival visits", .flow, "人")
  static let festivalAmount = IndicatorDeclaration(
    "union.festival-amount", zh: "两节送温暖资金", en: "Festival visits, amount", .flow, "元", decimals: 2)
  static let assistancePeople = IndicatorDeclaration(
    "union.assistance-people", zh: "帮扶人次", en: "Assistance, times", formerly: "帮扶人数", .flow, "人次")
  static let assistanceAmount = IndicatorDeclaration(
    "union.assistance-amount", zh: "帮扶资金", en: "Assistance paid", .flow, "元", decimals: 2)
  static let assistancePending = IndicatorDeclaration(
    "union.assistance-pending", zh: "已批待发资金", en: "Approved, unpaid", .stock, "元", decimals: 2,
    isPart: true)
  static let insured = IndicatorDeclaration(
    "union.insured", zh: "职工互助保障参保", en: "Insured", formerly: "职工互助保障", .flow, "人")
  static let claims = IndicatorDeclaration(
    "union.claims", zh: "互助理赔人次", en: "Claims", .flow, "人次", isPart: true)
  static let claimsAmount = IndicatorDeclaration(
    "union.claims-amount", zh: "互助理赔金额", en: "Claims paid", .flow, "元", decimals: 2, isPart: true)
}
