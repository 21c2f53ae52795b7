public import Registers
internal import TargetEngine

extension Module {
  /// 应急管理: a district's eleven systems of readiness. Source: `emergency.md`.
  public static let emergency = Module(
    name: "emergency", title: Text("应急管理", "Emergency management"),
    registers: [
      RegisterSlot(Officer.self), RegisterSlot(Demonstration.self), RegisterSlot(Fund.self),
      RegisterSlot(Planning.self), RegisterSlot(Contingency.self), RegisterSlot(Drill.self),
      RegisterSlot(DrillFinding.self), RegisterSlot(Dispatch.self), RegisterSlot(Equipment.self),
      RegisterSlot(RiskSource.self), RegisterSlot(Hazard.self), RegisterSlot(Team.self),
      RegisterSlot(Member.self), RegisterSlot(Shelter.self), RegisterSlot(ShelterOpening.self),
      RegisterSlot(ShelterEntry.self), RegisterSlot(Outreach.self), RegisterSlot(Damage.self),
      RegisterSlot(Donation.self), RegisterSlot(DonationUse.self),
    ],
    questions: [.schedule], actions: [.revisionRound, .slots],
    indicators: [
      .unitsWithOfficer, .informants, .demonstrations, .fundBudget, .fundSpent, .plansPlanned,
      .plansIssued, .plansFiled, .plansFiledOnTime, .filingOnTimeRate, .plansInForce,
      .townshipsWithPlan, .villagesWithPlan, .drillsPlanned, .drillsConducted, .drillsHeld,
      .drillParticipants, .drillFindings, .drillFindingsClosed, .drillClosingRate,
      .dispatchExpected, .dispatchAnswered, .dispatchRate, .checks, .checksPassed, .checkRate,
      .riskSources, .hazardsFound, .hazardsClosed, .hazardClosingRate, .majorHazardsOpen, .warnings,
      .relays, .relaysAcknowledged, .relaysTimely, .deliveryRate, .deliveryTimelyRate, .responses,
      .evacuated, .stockItems, .stockItemsMet, .stockRate, .teams, .teamMembers, .shelters,
      .shelterCapacity, .sheltersOpen, .sheltered, .trainings, .outreachEvents, .outreachAttendance,
      .shifts, .shiftsSigned, .dutyRate, .incidents, .incidentDeaths, .reports, .reportsOnTime,
      .reportRate, .damageFound, .damageRestored, .restoreRate, .affected, .directLoss, .donations,
      .donationsUsed,
    ],
    rules: [
      .planFiling, .planEvaluation, .specialPlanDrill, .departmentPlanDrill, .townshipPlanDrill,
      .grassrootsPlanDrill, .riskSourceUpdate, .equipmentInspection, .donationPublicity,
    ])
}
