internal import Registers

/// Trainings and publicity. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let trainings = IndicatorDeclaration(
    "emergency.trainings", zh: "应急培训", en: "Trainings", .flow, "期")
  static let outreachEvents = IndicatorDeclaration(
    "emergency.outreach-events", zh: "应急宣传活动", en: "Publicity events", .flow, "场")
  static let outreachAttendance = IndicatorDeclaration(
    "emergency.outreach-attendance", zh: "宣教培训人次", en: "Attendance", .flow, "人次")
}
