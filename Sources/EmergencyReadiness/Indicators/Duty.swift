internal import Registers

/// Shifts and who came. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let shifts = IndicatorDeclaration(
    "emergency.shifts", zh: "应值班次", en: "Shifts due", .flow, "班次", isPart: true)
  static let shiftsSigned = IndicatorDeclaration(
    "emergency.shifts-signed", zh: "到岗签到班次", en: "Shifts signed", .flow, "班次", isPart: true)
  static let dutyRate = IndicatorDeclaration(
    "emergency.duty-rate", zh: "值班到岗率", en: "Duty rate", .ratio(.shiftsSigned, over: .shifts), "%",
    decimals: 1)
}
