internal import Registers

/// Periods of plans and drills. Source: `facts.md`, "Emergency"; `domain.md`, "Plans".
extension Rule {
  static let planFiling = Rule(
    "emergency.plan-filing", zh: "预案备案期限", en: "Filing of plans",
    [
      RuleVersion(
        20, .workingDays, since: (2024, 2, 7), citation: "国办发〔2024〕5号 第二十六条", .checked)
    ])

  static let planEvaluation = Rule(
    "emergency.plan-evaluation", zh: "预案评估周期", en: "Evaluation of plans",
    [RuleVersion(3, .years, since: .first, citation: "突发事件应急预案管理办法", .common)])

  static let specialPlanDrill = Rule(
    "emergency.special-plan-drill", zh: "专项预案演练周期", en: "Drills of special plans",
    [RuleVersion(3, .years, since: .first, citation: "突发事件应急预案管理办法", .common)])

  static let departmentPlanDrill = Rule(
    "emergency.department-plan-drill", zh: "部门预案演练周期", en: "Drills of department plans",
    [RuleVersion(3, .years, since: .first, citation: "突发事件应急预案管理办法", .common)])

  static let townshipPlanDrill = Rule(
    "emergency.township-plan-drill", zh: "乡镇街道预案演练周期", en: "Drills of township plans",
    [
      RuleVersion(
        2, .years, since: (2019, 4, 1), citation: "《生产安全事故应急条例》第八条", .checked)
    ])

  static let grassrootsPlanDrill = Rule(
    "emergency.grassroots-plan-drill", zh: "村社区、单位预案演练周期", en: "Drills of other grassroots plans",
    [RuleVersion(1, .years, since: .first, citation: "各地规定，多为每年一次", .unsure)])
}
