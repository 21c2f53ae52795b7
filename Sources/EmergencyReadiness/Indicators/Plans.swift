internal import Registers

/// Plans, their filing, and drills. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let plansPlanned = IndicatorDeclaration(
    "emergency.plans-planned", zh: "列入编修计划预案", en: "Plans to revise", .flow, "件", isPart: true)
  static let plansIssued = IndicatorDeclaration(
    "emergency.plans-issued", zh: "印发预案", en: "Plans issued", .flow, "件",
    defaultTarget: .flow(plansPlanned.code))
  static let plansFiled = IndicatorDeclaration(
    "emergency.plans-filed", zh: "备案预案", en: "Plans filed", .flow, "件",
    defaultTarget: .flow(plansPlanned.code))
  static let plansFiledOnTime = IndicatorDeclaration(
    "emergency.plans-filed-on-time", zh: "按时备案预案", en: "Plans filed in time", .flow, "件",
    isPart: true)
  static let filingOnTimeRate = IndicatorDeclaration(
    "emergency.filing-on-time-rate", zh: "预案按时备案率", en: "Filed in time",
    .ratio(.plansFiledOnTime, over: .plansFiled), "%", decimals: 1)
  static let plansInForce = IndicatorDeclaration(
    "emergency.plans-in-force", zh: "现行预案", en: "Plans in force", .stock, "件")
  static let townshipsWithPlan = IndicatorDeclaration(
    "emergency.townships-with-plan", zh: "有备案预案的镇街", en: "Townships with a plan", .stock, "个",
    defaultTarget: .units(.township))
  static let villagesWithPlan = IndicatorDeclaration(
    "emergency.villages-with-plan", zh: "有备案预案的村社区", en: "Villages with a plan", .stock, "个",
    defaultTarget: .units(.village))
  static let drillsPlanned = IndicatorDeclaration(
    "emergency.drills-planned", zh: "计划演练", en: "Drills planned", .flow, "场", isPart: true)
  static let drillsConducted = IndicatorDeclaration(
    "emergency.drills-conducted", zh: "开展演练", en: "Drills conducted", .flow, "场")
  static let drillsHeld = IndicatorDeclaration(
    "emergency.drills-held", zh: "完成演练（含评估）", en: "Drills held and evaluated", .flow, "场",
    defaultTarget: .flow(drillsPlanned.code), defaultPace: .planned)
  static let drillParticipants = IndicatorDeclaration(
    "emergency.drill-participants", zh: "演练参演人次", en: "Drill participants", .flow, "人次")
  static let drillFindings = IndicatorDeclaration(
    "emergency.drill-findings", zh: "演练发现问题", en: "Drill findings", .flow, "个", isPart: true)
  static let drillFindingsClosed = IndicatorDeclaration(
    "emergency.drill-findings-closed", zh: "演练问题整改完毕", en: "Drill findings closed", .flow, "个",
    isPart: true)
  static let drillClosingRate = IndicatorDeclaration(
    "emergency.drill-closing-rate", zh: "演练问题整改率", en: "Drill findings closed, rate",
    .ratio(.drillFindingsClosed, over: .drillFindings), "%", decimals: 1)
}
