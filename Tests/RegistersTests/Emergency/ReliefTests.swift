import TargetEngine
import Testing

@testable import EmergencyReadiness
@testable import Registers

/// `emergency.md`, 9 and 11.
@Suite struct ReliefTests {
  // MARK: outreach

  @Test("a training is one when it is over, publicity and visits are events, all have attendance")
  func outreach() throws {
    var event = Outreach()
    (event.unit, event.heldOn) = (UnitReference(7), try day("2021-06-30"))
    (event.kind, event.attendance) = (.training, 60)
    #expect(try event.posts("emergency.trainings") == ["+1 2021-06-30 at 7"])
    event.endedOn = try day("2021-07-02")
    #expect(try event.posts("emergency.trainings") == ["+1 2021-07-02 at 7"])
    #expect(try event.posts("emergency.outreach-attendance") == ["+60 2021-07-02 at 7"])
    #expect(try event.posts("emergency.outreach-events") == [])
    for kind in [Outreach.Kind.publicity, .observation] {
      (event.kind, event.attendance) = (kind, nil)
      #expect(try event.posts("emergency.outreach-events") == ["+1 2021-07-02 at 7"])
      #expect(try event.posts("emergency.trainings") == [])
      #expect(try event.posts("emergency.outreach-attendance") == [])
    }
    event.endedOn = try day("2021-06-29")
    #expect(try event.faults() == ["“结束日期”（2021-06-29）早于“举办日期”（2021-06-30），应在同日或之后。"])
  }

  // MARK: damage

  @Test("damage counts when it is reported, its repair in the year of the damage")
  func damage() throws {
    var damage = Damage()
    (damage.unit, damage.item) = (UnitReference(7), "水阳变电所")
    damage.reportedAt = try moment("2020-12-30 06:40")
    #expect(try damage.posts("emergency.damage-found") == ["+1 2020-12-30 at 7"])
    #expect(try damage.posts("emergency.damage-restored") == [])
    damage.due = try day("2021-01-02")
    #expect(try duties(damage) == ["2021-01-02 missed"])
    damage.restoredOn = try day("2021-01-03")
    #expect(try damage.posts("emergency.damage-restored") == ["+1 2021-01-03 of 2020 at 7"])
    #expect(try duties(damage) == ["2021-01-02 late"])
    (damage.restoredOn, damage.due) = (try day("2020-12-29"), try day("2020-12-29"))
    #expect(
      try damage.faults() == [
        "“恢复日期”（2020-12-29）早于“报损时间”（2020-12-30 06:40），应在同日或之后。",
        "“抢修期限”（2020-12-29）早于“报损时间”（2020-12-30 06:40），应在同日或之后。",
      ])
  }

  // MARK: donation

  private func donation(_ yuan: Int64?, directed: String = "") throws -> Donation {
    var donation = Donation()
    (donation.receiver, donation.on) = (UnitReference(7), try day("2021-06-10"))
    (donation.receiptNo, donation.directed) = ("0012345", directed)
    donation.cash = yuan.map { Money(fen: $0 * 100) }
    return donation
  }

  private func use(
    _ donation: RecordID, _ yuan: Int64?, on text: String = "2021-06-15",
    for purpose: String = "购买大米"
  ) throws -> DonationUse {
    var use = DonationUse()
    (use.donation, use.on, use.purpose) = (Reference(donation), try day(text), purpose)
    use.money = yuan.map { Money(fen: $0 * 100) }
    use.toUnit = UnitReference(8)
    return use
  }

  @Test("cash counts in 分 at the receiver, goods do not")
  func donations() throws {
    var others = RecordsInMemory()
    let gift = try donation(500)
    let id = others.add(gift)
    #expect(try gift.posts("emergency.donations") == ["+50000 2021-06-10 at 7"])
    #expect(
      try use(id, 200).posts("emergency.donations-used", others) == ["+20000 2021-06-15 at 7"])
    #expect(try donation(nil).posts("emergency.donations") == [])
    #expect(try use(id, nil).posts("emergency.donations-used", others) == [])
  }

  @Test("receipt and use are to be published, each in its time")
  func publication() throws {
    var gift = try donation(500)
    #expect(try duties(gift) == ["2021-06-15 missed"])
    gift.publishedOn = try day("2021-06-14")
    #expect(try duties(gift) == ["2021-06-15 done"])
    var use = try use(1, 200)
    #expect(try duties(use, on: "2021-06-18") == ["2021-06-20 open"])
    use.publishedOn = try day("2021-06-21")
    #expect(try duties(use) == ["2021-06-20 late"])
    use.publishedOn = try day("2021-06-14")
    #expect(try use.faults().count == 1)
  }

  @Test("no more is used than was given, and not before it came")
  func sum() throws {
    var others = RecordsInMemory()
    let id = others.add(try donation(500))
    others.add(try use(id, 300))
    #expect(try use(id, 200).faults(9, others) == [])
    #expect(
      try use(id, 201).faults(9, others)
        == ["到 2021-06-15 这笔捐款共使用 501.00 元，多于捐款金额 500.00 元。请核对使用金额。"])
    #expect(
      try use(id, 1, on: "2021-06-09").faults(9, others)
        == ["使用日期（2021-06-09）早于捐赠的接收日期（2021-06-10）。请核对日期。"])
    let goods = others.add(try donation(nil))
    #expect(try use(goods, nil).faults(9, others) == [])
    #expect(try use(goods, 1).faults(9, others).count == 1)
  }

  @Test("a directed gift used for something else needs a reason")
  func directed() throws {
    var others = RecordsInMemory()
    let id = others.add(try donation(500, directed: "小学修缮"))
    var use = try use(id, 200)
    #expect(
      try use.faults(9, others) == [
        "这笔捐赠定向用于“小学修缮”，用途写的是“购买大米”。用途相同的，请照定向用途写；用于其他方面的，请填写“改变用途理由”。"
      ])
    use.reason = "征得捐赠人同意"
    #expect(try use.faults(9, others) == [])
    (use.reason, use.purpose) = ("", "水阳小学修缮")
    #expect(try use.faults(9, others) == [])
  }
}
