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
    questions: [.secondRound, .blankVillages, .staffing, .cohorts, .breaches],
    indicators: [
      IndicatorDeclaration(
        "workforce.posts-approved", zh: "审批招聘岗位", en: "Posts approved", .flow, "个"),
      IndicatorDeclaration("workforce.hired", zh: "招聘到岗", en: "Hired", .flow, "人"),
      IndicatorDeclaration(
        "workforce.enrolled", zh: "定向委托培养招生", en: "Trainees enrolled", .flow, "人"),
      IndicatorDeclaration(
        "workforce.contracted", zh: "签订培养协议", en: "Agreements signed", .flow, "人"),
      IndicatorDeclaration("workforce.graduated", zh: "定向学员毕业", en: "Graduated", .flow, "人"),
      IndicatorDeclaration("workforce.posted", zh: "定向学员派岗", en: "Posted", .flow, "人"),
      IndicatorDeclaration(
        "workforce.signing-rate", zh: "培养协议签订率", en: "Signing rate",
        .ratio(numerator: "workforce.contracted", denominator: "workforce.enrolled"), "%",
        decimals: 1),
      IndicatorDeclaration(
        "workforce.posting-rate", zh: "定向学员到岗率", en: "Posting rate",
        .ratio(numerator: "workforce.posted", denominator: "workforce.graduated"), "%",
        decimals: 1),
      IndicatorDeclaration(
        "workforce.villages-covered", zh: "有合格村医的村", en: "Villages with a doctor", .stock,
        "个"),
      IndicatorDeclaration(
        "workforce.establishment", zh: "编制核定", en: "Establishment", .stock, "人"),
      IndicatorDeclaration("workforce.in-post", zh: "实有人员", en: "In post", .stock, "人"),
    ],
    rules: [.probation, .publicity])
}
