internal import Registers

/// Warnings, their relays, and responses. Source: `indicators.csv`.
extension IndicatorDeclaration {
  static let warnings = IndicatorDeclaration(
    "emergency.warnings", zh: "发布和转发预警", en: "Warnings issued", .flow, "条")
  static let relays = IndicatorDeclaration(
    "emergency.relays", zh: "应签收次数", en: "Relays", .flow, "次", isPart: true)
  static let relaysAcknowledged = IndicatorDeclaration(
    "emergency.relays-acknowledged", zh: "已签收次数", en: "Relays acknowledged", .flow, "次",
    isPart: true)
  static let relaysTimely = IndicatorDeclaration(
    "emergency.relays-timely", zh: "限时签收次数", en: "Acknowledged in time", .flow, "次", isPart: true)
  static let deliveryRate = IndicatorDeclaration(
    "emergency.delivery-rate", zh: "预警传达到位率", en: "Delivery rate",
    .ratio(.relaysAcknowledged, over: .relays), "%", decimals: 1)
  static let deliveryTimelyRate = IndicatorDeclaration(
    "emergency.delivery-timely-rate", zh: "预警限时签收率", en: "Acknowledged in time, rate",
    .ratio(.relaysTimely, over: .relays), "%", decimals: 1)
  static let responses = IndicatorDeclaration(
    "emergency.responses", zh: "启动应急响应", en: "Responses started", .flow, "次")
  static let evacuated = IndicatorDeclaration(
    "emergency.evacuated", zh: "转移避险", en: "People moved to safety", .flow, "人次")
}
