internal import Registers
internal import TargetEngine

/// 捐赠使用: what a gift was used for. Of its cash no more is used than came in. Source: `emergency.md`, 11.
struct DonationUse: Register {
  static let name = RegisterName(
    "emergency", "donation-use", zh: "捐赠使用", en: "Use of a donation")

  var donation: Reference<Donation>?
  var on: Day?
  var money: Money?
  var goods = ""
  var purpose = ""
  var toUnit: UnitReference?
  var publishedOn: Day?
  /// Why a directed gift was used for something else.
  var reason = ""
  var moves = Moves<Listed>()

  static let fields: [Field<DonationUse>] = [
    Field("donation", \.donation, zh: "捐赠款物", en: "Donation", [.required, .key, .place]),
    Field("on", \.on, zh: "使用日期", en: "Used on", [.required, .key, .start]),
    Field("money", \.money, zh: "使用金额", en: "Money used"),
    Field("goods", \.goods, zh: "发放物资", en: "Goods handed out"),
    Field("purpose", \.purpose, zh: "用途", en: "Purpose", [.required, .key]),
    Field("to-unit", \.toUnit, zh: "受益单位", en: "For the benefit of", [.required, .key]),
    Field("published-on", \.publishedOn, zh: "使用公示日期", en: "Use published on"),
    Field("reason", \.reason, zh: "改变用途理由", en: "Reason for another use"),
  ]

  static let limits: [Limit<DonationUse>] = [.order(\.on, \.publishedOn)]

  static let rules: [GroupRule<DonationUse>] = [
    GroupRule(by: \.donation) { uses, others in
      guard let donation = try others.record(uses[0].record.donation) else { return [] }
      var used = Spans()
      for (_, use) in uses { used.add(use.money?.fen ?? 0, from: use.on, until: nil) }
      let cash = donation.cash?.fen ?? 0
      return try used.stretches().filter { $0.amount > cash }.map { stretch in
        let last = uses.last { $0.record.on.map { $0 <= stretch.from } ?? false }
        let (sum, whole) = (FieldKind.money.number(stretch.amount), FieldKind.money.number(cash))
        return Problem(
          \DonationUse.money,
          zh: "到 \(stretch.from) 这笔捐款共使用 \(sum) 元，多于捐款金额 \(whole) 元。请核对使用金额。",
          en:
            "By \(stretch.from) \(sum) 元 of this donation were used, more than the \(whole) 元 that "
            + "were given. Check the amounts.",
          by: stretch.amount - cash, from: stretch.from, until: stretch.until, of: last?.id)
      }
    },
    GroupRule(by: \.donation) { uses, others in
      guard let donation = try others.record(uses[0].record.donation) else { return [] }
      return uses.flatMap { id, use in use.problems(id, with: donation) }
    },
  ]

  /// What is wrong with one use of a donation, whatever the others are.
  private func problems(_ id: RecordID, with donation: Donation) -> [Problem] {
    var problems: [Problem] = []
    if let on, let received = donation.on, on < received {
      problems.append(
        Problem(
          \DonationUse.on, zh: "使用日期（\(on)）早于捐赠的接收日期（\(received)）。请核对日期。",
          en: "It was used on \(on), before it was received on \(received). Check the days.", of: id
        ))
    }
    if !donation.directed.isEmpty, reason.isEmpty,
      !purpose.compared.contains(donation.directed.compared)
    {
      problems.append(
        Problem(
          \DonationUse.reason,
          zh: "这笔捐赠定向用于“\(donation.directed)”，用途写的是“\(purpose)”。用途相同的，请照定向用途写；"
            + "用于其他方面的，请填写“改变用途理由”。",
          en:
            "This donation is directed to '\(donation.directed)', and its purpose here is '\(purpose)'. If "
            + "they are the same, write the purpose as it was directed; else give the reason for another use.",
          of: id))
    }
    return problems
  }

  static let measures: [Measure<DonationUse>] = [
    Measure(.donationsUsed) { use in
      guard let money = use.money, money.fen != 0 else { return [] }
      return .once(on: use.on, money.fen)
    }
  ]

  static let obligations: [Obligation<DonationUse>] = [
    Obligation("publish", zh: "捐赠使用公示", en: "Publication of the use") { use, _, _, others in
      guard let on = use.on, let due = try others.end(of: .donationPublicity, after: on)
      else { return [] }
      return [Duty(Occurrence(due: due, done: use.publishedOn))]
    }
  ]
}
