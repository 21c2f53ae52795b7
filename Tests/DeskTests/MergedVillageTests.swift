import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// Two villages that were merged are one: `villages-covered` and `blank-villages` are all villages
/// there are, on every day. Source: `registers.md`, "village-doctor".
@Suite struct MergedVillageTests {
  private static let days = ["2021-02-28", "2021-03-31", "2021-05-14", "2021-05-15", "2021-06-30"]

  @Test("a village that was typed twice, each with a doctor, is covered once")
  func twice() throws {
    let fixture = try RecordFixture()
    for (village, person) in [("v1", "甲"), ("v2", "乙")] {
      try doctor(fixture, village, person, from: "2021-03-01")
    }
    let merge = try fixture.desk.mergeUnit("v2", into: "v1", on: try day("2021-05-14")).head
    #expect(try covered(fixture, on: "2021-05-14") == 2 && covered(fixture, on: "2021-05-15") == 1)
    try expectWhole(fixture, "merged")
    _ = try fixture.desk.undo("\(merge.transaction)", reason: "r")
    #expect(try covered(fixture, on: "2021-06-30") == 2)
    try expectWhole(fixture, "undone")
  }

  @Test("only the merged one has a doctor: the other is covered from then on")
  func inherited() throws {
    let fixture = try RecordFixture()
    try doctor(fixture, "v2", "乙", from: "2021-03-01")
    _ = try fixture.desk.mergeUnit("v2", into: "v1", on: try day("2021-05-14"))
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 1)
    try doctor(fixture, "v1", "甲", from: "2021-04-01")
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 1)
    try expectWhole(fixture, "inherited")
  }

  @Test("a village that takes in one which took in another is covered by all of their doctors")
  func chain() throws {
    let fixture = try RecordFixture()
    try doctor(fixture, "v3", "丙", from: "2021-03-01")
    let first = try fixture.desk.mergeUnit("v3", into: "v2", on: try day("2021-04-30")).head
    let second = try fixture.desk.mergeUnit("v2", into: "v1", on: try day("2021-05-14")).head
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 1)
    try fixture.set(
      "workforce.village-doctor", "unit v3", "serves-until=2021-06-01")
    #expect(try covered(fixture, on: "2021-05-31") == 1 && covered(fixture, on: "2021-06-30") == 0)
    try expectWhole(fixture, "both")
    _ = try fixture.desk.undo("\(second.transaction)", reason: "r")
    try expectWhole(fixture, "one")
    _ = try fixture.desk.undo("\(first.transaction)", reason: "r")
    #expect(try fixture.actual("workforce.villages-covered", "2021-05", "v3") == 1)
    try expectWhole(fixture, "none")
  }

  @Test("a village that is closed is covered no more, and takes no doctor who begins after that")
  func closed() throws {
    let fixture = try RecordFixture()
    try doctor(fixture, "v2", "乙", from: "2021-03-01", until: "2021-06-20")
    let closing = try fixture.desk.closeUnit("v2", on: try day("2021-05-14")).head
    #expect(try covered(fixture, on: "2021-05-14") == 1 && covered(fixture, on: "2021-05-15") == 0)
    #expect(throws: DeskError.unitClosed("unit v2", on: try day("2021-05-14"))) {
      try doctor(fixture, "v2", "甲", from: "2021-05-15")
    }
    try expectWhole(fixture, "closed")
    _ = try fixture.desk.undo("\(closing.transaction)", reason: "r")
    try expectWhole(fixture, "open")
    // What stood on the day after it and was taken back hinders no other closing.
    _ = try fixture.desk.closeUnit("v2", on: try day("2021-05-14"))
    try expectWhole(fixture, "closed again")
  }

  @Test("a village that is merged into a township is covered no more, and neither is the township")
  func township() throws {
    let fixture = try RecordFixture()
    try doctor(fixture, "v2", "乙", from: "2021-03-01")
    let merge = try fixture.desk.mergeUnit("v2", into: "t1", on: try day("2021-05-14")).head
    #expect(try covered(fixture, on: "2021-05-14") == 1 && covered(fixture, on: "2021-05-15") == 0)
    try expectWhole(fixture, "merged")
    // What is known of the time before may still be told.
    try doctor(fixture, "v2", "甲", from: "2021-02-01", until: "2021-02-20")
    try fixture.set("workforce.village-doctor", "unit v2/乙", "serves-until=2021-04-30")
    try expectWhole(fixture, "told later")
    _ = try fixture.desk.undo("\(merge.transaction + 2)", reason: "r")
    _ = try fixture.desk.undo("\(merge.transaction)", reason: "r")
    #expect(try covered(fixture, on: "2021-06-30") == 1)
    try expectWhole(fixture, "undone")
  }

  @Test("covered and blank villages are all, whatever is merged and undone", arguments: 1...8)
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let fixture = try RecordFixture()
    let villages = ["v1", "v2", "v3", "v4"]
    for step in 0..<24 {
      let village = villages.randomElement(using: &random) ?? "v1"
      let other = (villages + ["t1"]).randomElement(using: &random) ?? "v2"
      do {
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1:
          try doctor(
            fixture, village, "村医\(Int.random(in: 1...4, using: &random))",
            from: "2021-0\(Int.random(in: 1...4, using: &random))-10",
            until: Bool.random(using: &random)
              ? "2021-0\(Int.random(in: 4...6, using: &random))-20" : nil)
        case 2:
          let on = Self.days.randomElement(using: &random) ?? "2021-06-30"
          _ = try fixture.desk.mergeUnit(village, into: other, on: try day(on))
        case 3: _ = try fixture.desk.moveUnit(village, under: ["t1", "t2"][step % 2])
        case 4: _ = try fixture.desk.closeUnit(village, on: try day("2021-05-14"))
        default:
          let head = try fixture.desk.ledger.head().transaction
          _ = try fixture.desk.undo(
            "\(Int64.random(in: 15...max(15, head), using: &random))", reason: "r")
        }
      } catch is DeskError {}
      try expectWhole(fixture, "seed \(seed), step \(step)")
    }
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  private func doctor(
    _ fixture: RecordFixture, _ village: String, _ person: String, from: String,
    until: String? = nil
  ) throws {
    try fixture.add(
      "workforce.village-doctor",
      ["village=\(village)", "person=\(person)", "qualification=physician", "serves-from=\(from)"]
        + (until.map { ["serves-until=\($0)"] } ?? []))
  }

  private func covered(_ fixture: RecordFixture, on text: String) throws -> Int64 {
    let desk = fixture.desk
    let line = try desk.line(
      try desk.indicator("workforce.villages-covered"), of: try desk.unit("d").unit,
      on: try day(text))
    guard case .amount(let amount) = line.actual else { return 0 }
    return amount
  }

  private func expectWhole(_ fixture: RecordFixture, _ context: String) throws {
    let question = try #require(
      Suite.module("workforce")?.questions.first { $0.name == "blank-villages" })
    for text in Self.days {
      let day = try day(text)
      let blank = try question.answer(
        try fixture.desk.scope(on: day, unit: "d"), StoredRecords(fixture.desk.ledger)
      ).rows.count
      let villages = try fixture.desk.ledger.units().count {
        $0.unit.kind == .village && $0.unit.exists(on: day)
      }
      #expect(
        try Int(covered(fixture, on: text)) + blank == villages,
        "\(context), \(text): \(blank) of \(villages)")
    }
    #expect(try fixture.desk.ledger.check() == [], "\(context)")
  }
}
