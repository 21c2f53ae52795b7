public import Registers
internal import TargetEngine

extension Module {
  /// 工会. Source: `union.md`. Its indicators stand before its registers: until these come, their
  /// figures are told as numbers.
  public static let tradeUnion = Module(
    name: "union", title: Text("工会工作", "Trade union"),
    indicators: [
      .bodiesNew, .legalUnitsNew, .membersNew, .gigMembersNew, .bodies, .legalUnits, .members,
      .womenMembers, .migrantMembers, .gigMembers, .enterprises, .workers, .women, .staff,
      .enterprisesUnionised, .unionisationRate, .membershipRate, .bodiesRegistered,
      .registrationRate, .womenOrganised, .womenOrganisationRate, .auditOrganised, .auditRate,
      .standardized, .congress, .congressRate, .openness, .opennessRate, .contractsSigned,
      .contractsWage, .contractsRegional, .contractsWomen, .enterprisesSigned, .workersSigned,
      .enterprisesCovered, .workersCovered, .womenCovered, .wageEnterprisesCovered,
      .wageWorkersCovered, .enterpriseCoverage, .workerCoverage, .unionisedCovered, .contractRate,
      .womenEnterprisesCovered, .womenContractRate, .hardshipFiles, .hardshipWorkplaces,
      .hardshipLifted, .schoolingPeople, .schoolingAmount, .festivalPeople, .festivalAmount,
      .assistancePeople, .assistanceAmount, .assistancePending, .insured, .claims, .claimsAmount,
      .fundsReceived, .fundsRemitted, .bulletins, .bulletinsAdopted, .activities,
      .activityParticipants, .subscriptionAmount, .subscriptionCopies, .duesRemitted, .libraries,
      .facilities, .proposals, .proposalsAdopted, .skillsContests, .honoursApplied, .honours,
      .labourCompetitions, .petitions,
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
