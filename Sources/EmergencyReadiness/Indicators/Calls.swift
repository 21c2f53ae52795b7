internal import Registers

/// Calls through the command system, and spot checks of duty. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let dispatchExpected = IndicatorDeclaration(
    "emergency.dispatch-expected", zh: "应调度次数", en: "Calls expected", .flow, "次", isPart: true)
  static let dispatchAnswered = IndicatorDeclaration(
    "emergency.dispatch-answered", zh: "在线应答次数", en: "Calls answered", .flow, "次", isPart: true)
  static let dispatchRate = IndicatorDeclaration(
    "emergency.dispatch-rate", zh: "调度应答率", en: "Response rate",
    .ratio(.dispatchAnswered, over: .dispatchExpected), "%", decimals: 1)
  static let checks = IndicatorDeclaration(
    "emergency.checks", zh: "值班抽查次数", en: "Spot checks", .flow, "次", isPart: true)
  static let checksPassed = IndicatorDeclaration(
    "emergency.checks-passed", zh: "抽查在岗次数", en: "Spot checks passed", .flow, "次", isPart: true)
  static let checkRate = IndicatorDeclaration(
    "emergency.check-rate", zh: "抽查在岗率", en: "Spot checks passed, rate",
    .ratio(.checksPassed, over: .checks), "%", decimals: 1)
}
