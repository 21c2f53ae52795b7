internal import Registers

/// Collective contracts signed in the year, and the workers that those in force cover. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let contractsSigned = IndicatorDeclaration(
    "union.contracts-signed", zh: "签订集体合同", en: "Contracts signed", .flow, "份", isPart: true)
  static let contractsWage = IndicatorDeclaration(
    "union.contracts-wage", zh: "签订工资专项集体合同", en: "Wage contracts signed", .flow, "份")
  static let contractsRegional = IndicatorDeclaration(
    "union.contracts-regional", zh: "签订区域性行业性集体合同", en: "Regional and sector contracts",
    formerly: "区域性集体合同", .flow, "份")
  static let contractsWomen = IndicatorDeclaration(
    "union.contracts-women", zh: "签订女职工专项集体合同", en: "Women's contracts signed", .flow, "份")
  static let enterprisesSigned = IndicatorDeclaration(
    "union.enterprises-signed", zh: "本年签约覆盖企业", en: "Enterprises of this year's contracts", .flow,
    "家")
  static let workersSigned = IndicatorDeclaration(
    "union.workers-signed", zh: "本年签约覆盖职工", en: "Workers of this year's contracts", .flow, "人")
  static let enterprisesCovered = IndicatorDeclaration(
    "union.enterprises-covered", zh: "集体合同覆盖企业", en: "Enterprises covered", .stock, "家")
  static let workersCovered = IndicatorDeclaration(
    "union.workers-covered", zh: "集体合同覆盖职工", en: "Workers covered", .stock, "人")
  static let womenCovered = IndicatorDeclaration(
    "union.women-covered", zh: "集体合同覆盖女职工", en: "Women covered", .stock, "人", isPart: true)
  static let wageEnterprisesCovered = IndicatorDeclaration(
    "union.wage-enterprises-covered", zh: "工资合同覆盖企业", en: "Enterprises covered, wage", .stock, "家")
  static let wageWorkersCovered = IndicatorDeclaration(
    "union.wage-workers-covered", zh: "工资合同覆盖职工", en: "Workers covered, wage", .stock, "人")
  static let enterpriseCoverage = IndicatorDeclaration(
    "union.enterprise-coverage", zh: "集体合同企业覆盖率", en: "Coverage by enterprises",
    .ratio(.enterprisesCovered, over: .enterprises), "%", decimals: 1)
  static let workerCoverage = IndicatorDeclaration(
    "union.worker-coverage", zh: "集体合同职工覆盖率", en: "Coverage by workers",
    .ratio(.workersCovered, over: .workers), "%", decimals: 1)
  static let unionisedCovered = IndicatorDeclaration(
    "union.unionised-covered", zh: "签订集体合同的已建会企业", en: "Unionised and covered", .stock, "家",
    isPart: true)
  static let contractRate = IndicatorDeclaration(
    "union.contract-rate", zh: "集体合同建制率", en: "Contracts among unionised",
    .ratio(.unionisedCovered, over: .enterprisesUnionised), "%", decimals: 1)
  static let womenEnterprisesCovered = IndicatorDeclaration(
    "union.women-enterprises-covered", zh: "女职工专项合同覆盖企业", en: "Enterprises covered, women", .stock,
    "家", isPart: true)
  static let womenContractRate = IndicatorDeclaration(
    "union.women-contract-rate", zh: "女职工专项合同签订率", en: "Women's contracts, rate",
    .ratio(.womenEnterprisesCovered, over: .unionisedCovered), "%", decimals: 1)
}
