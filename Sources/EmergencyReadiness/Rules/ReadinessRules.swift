internal import Registers
internal import TargetEngine

extension Rule {
  static let riskSourceUpdate = Rule(
    "emergency.risk-source-update", zh: "风险源更新周期", en: "Update of risk sources",
    [RuleVersion(3, .months, since: .first, citation: "", .unsure)])

  static let equipmentInspection = Rule(
    "emergency.equipment-inspection", zh: "平台设备巡检周期", en: "Inspection of equipment",
    [RuleVersion(3, .months, since: .first, citation: "", .unsure)])

  /// The law says that receipts and use are published, and not by when.
  static let donationPublicity = Rule(
    "emergency.donation-publicity", zh: "捐赠公示期限", en: "Publication of donations",
    [
      RuleVersion(
        5, .days, since: (2024, 11, 1), citation: "《突发事件应对法》第五十二条（应公示，未定期限）", .unsure)
    ])
}
