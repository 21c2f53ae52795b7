public import Registers
internal import TargetEngine

extension Module {
  /// 机构标准化建设. Source: `registers.md`, "clinics".
  public static let clinicStandards = Module(
    name: "clinics", title: Text("机构标准化建设", "Clinic standards"),
    registers: [
      RegisterSlot(Project.self), RegisterSlot(Finding.self), RegisterSlot(Course.self),
      RegisterSlot(Participant.self),
      RegisterSlot(Studio.self), RegisterSlot(Checklist.self),
    ],
    questions: [.remaining, .unfunded, .courseLists],
    indicators: [
      .planned, .accepted, .doctorsTrained, .staffTrained, .inTraining, .attendances, .studios,
      .findings, .findingsClosed, .closingRate,
    ],
    rules: [.studioEvaluation])
}

/// The indicators, each declared once: what registers post to, and the order of reports above.
extension IndicatorDeclaration {
  static let planned = IndicatorDeclaration(
    "clinics.planned", zh: "标准化建设计划", en: "Projects planned", .flow, "个", isPart: true)
  static let accepted = IndicatorDeclaration(
    "clinics.accepted", zh: "标准化建设达标", en: "Projects accepted", .flow, "个",
    defaultTarget: .flow(planned.code))
  static let doctorsTrained = IndicatorDeclaration(
    "clinics.doctors-trained", zh: "乡村医生岗位技能培训", en: "Rural doctors trained", .flow, "人")
  static let staffTrained = IndicatorDeclaration(
    "clinics.staff-trained", zh: "卫生技术人员能力培训", en: "Health staff trained", .flow, "人")
  static let inTraining = IndicatorDeclaration(
    "clinics.in-training", zh: "在训人数", en: "In training", .stock, "人")
  static let attendances = IndicatorDeclaration(
    "clinics.attendances", zh: "培训人次", en: "Training attendances", .flow, "人次")
  static let studios = IndicatorDeclaration(
    "clinics.studios", zh: "名医工作室", en: "Expert studios", .stock, "个")
  static let findings = IndicatorDeclaration(
    "clinics.findings", zh: "发现问题", en: "Findings", .flow, "个")
  static let findingsClosed = IndicatorDeclaration(
    "clinics.findings-closed", zh: "问题销号", en: "Findings closed", .flow, "个")
  static let closingRate = IndicatorDeclaration(
    "clinics.closing-rate", zh: "问题销号率", en: "Closing rate",
    .ratio(.findingsClosed, over: .findings), "%",
    decimals: 1)
}

extension Rule {
  static let studioEvaluation = Rule(
    "clinics.studio-evaluation", zh: "名医工作室评估周期", en: "Evaluation of studios",
    [RuleVersion(12, .months, since: .first, citation: "", .unsure)])
}
