public import Registers
internal import TargetEngine

extension Module {
  /// 基层卫生人才. Source: `registers.md`, "workforce".
  public static let healthWorkforce = Module(
    name: "workforce", title: Text("基层卫生人才", "Health workforce"),
    registers: [
      RegisterSlot(Post.self), RegisterSlot(Hire.self), RegisterSlot(Trainee.self),
      RegisterSlot(VillageDoctor.self), RegisterSlot(Establishment.self),
      RegisterSlot(Staff.self),
    ],
    questions: [.blankVillages, .staffing, .cohorts, .breaches],
    actions: [.secondRound],
    indicators: [
      .postsApproved, .hired, .enrolled, .contracted, .graduated, .posted, .signingRate,
      .postingRate, .villagesCovered, .establishment, .inPost,
    ],
    rules: [.probation, .publicity])
}

/// The indicators, each declared once: what registers post to, and the order of reports above.
extension IndicatorDeclaration {
  static let postsApproved = IndicatorDeclaration(
    "workforce.posts-approved", zh: "审批招聘岗位", en: "Posts approved", .flow, "个")
  static let hired = IndicatorDeclaration("workforce.hired", zh: "招聘到岗", en: "Hired", .flow, "人")
  static let enrolled = IndicatorDeclaration(
    "workforce.enrolled", zh: "定向委托培养招生", en: "Trainees enrolled", .flow, "人")
  static let contracted = IndicatorDeclaration(
    "workforce.contracted", zh: "签订培养协议", en: "Agreements signed", .flow, "人")
  static let graduated = IndicatorDeclaration(
    "workforce.graduated", zh: "定向学员毕业", en: "Graduated", .flow, "人")
  static let posted = IndicatorDeclaration(
    "workforce.posted", zh: "定向学员派岗", en: "Posted", .flow, "人")
  static let signingRate = IndicatorDeclaration(
    "workforce.signing-rate", zh: "培养协议签订率", en: "Signing rate",
    .ratio(.contracted, over: .enrolled), "%",
    decimals: 1)
  static let postingRate = IndicatorDeclaration(
    "workforce.posting-rate", zh: "定向学员到岗率", en: "Posting rate",
    .ratio(.posted, over: .graduated), "%",
    decimals: 1)
  static let villagesCovered = IndicatorDeclaration(
    "workforce.villages-covered", zh: "有合格村医的村", en: "Villages with a doctor", .stock,
    "个")
  static let establishment = IndicatorDeclaration(
    "workforce.establishment", zh: "编制核定", en: "Establishment", .stock, "人")
  static let inPost = IndicatorDeclaration(
    "workforce.in-post", zh: "实有人员", en: "In post", .stock, "人")
}
