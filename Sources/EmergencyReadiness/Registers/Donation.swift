internal import Registers
internal import TargetEngine

/// 捐赠款物: what was given, by its receipt. Source: `emergency.md`, 11.
struct Donation: Register {
  static let name = RegisterName("emergency", "donation", zh: "捐赠款物", en: "Donation")

  var donor = ""
  var on: Day?
  var receiver: UnitReference?
  var receiptNo = ""
  var cash: Money?
  var goods = ""
  var goodsValue: Money?
  /// What the donor wants it used for.
  var directed = ""
  var anonymous: Bool?
  var publishedOn: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Donation>] = [
    Field("donor", \.donor, zh: "捐赠人", en: "Donor"),
    Field("on", \.on, zh: "接收日期", en: "Received on", [.required, .start]),
    Field("receiver", \.receiver, zh: "接收单位", en: "Receiver", [.required, .key, .place]),
    Field("receipt-no", \.receiptNo, zh: "票据号", en: "Receipt no.", [.required, .key]),
    Field("cash", \.cash, zh: "捐款金额", en: "Cash"),
    Field("goods", \.goods, zh: "捐赠物资", en: "Goods"),
    Field("goods-value", \.goodsValue, zh: "物资折价", en: "Value of goods"),
    Field("directed", \.directed, zh: "定向用途", en: "Directed to"),
    Field("anonymous", \.anonymous, zh: "匿名", en: "Anonymous"),
    Field("published-on", \.publishedOn, zh: "接收公示日期", en: "Receipt published on"),
  ]

  static let limits: [Limit<Donation>] = [.order(\.on, \.publishedOn)]

  static let measures: [Measure<Donation>] = [
    Measure(.donations) { donation in
      guard let cash = donation.cash, cash.fen != 0 else { return [] }
      return .once(on: donation.on, cash.fen)
    }
  ]

  static let obligations: [Obligation<Donation>] = [
    Obligation("publish", zh: "接收捐赠公示", en: "Publication of the receipt") {
      donation, _, _, others in
      guard let on = donation.on, let due = try others.end(of: .donationPublicity, after: on)
      else { return [] }
      return [Duty(Occurrence(due: due, done: donation.publishedOn))]
    }
  ]
}
