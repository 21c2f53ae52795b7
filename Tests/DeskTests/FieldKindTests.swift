import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Moments, references to either of two registers, kinds of units, and records that others name.
@Suite struct FieldKindTests {
  private static func fixture() throws -> RecordFixture {
    let fixture = try RecordFixture(hasIndicators: false, registers: ListRegisters.all)
    try fixture.add("shop", "name=甲店", "unit=v1")
    try fixture.add("worker", "name=张三", "unit=v2")
    return fixture
  }

  private static func list(_ fixture: RecordFixture, _ conditions: String...) throws -> [String] {
    try fixture.desk.list(RecordSearch(conditions: conditions), in: try fixture.shape("agreement"))
      .records.compactMap { $0.data[0].text }
  }

  @Test("a day asked of a moment is compared with its day")
  func moments() throws {
    let fixture = try Self.fixture()
    for (title, moment) in [("一", "2021-06-01 00:00"), ("二", "2021年6月1日23时59分")] {
      try fixture.add("agreement", "title=\(title)", "received-at=\(moment)")
    }
    try fixture.add("agreement", "title=三", "received-at=2021/6/2 08:30")
    #expect(try Self.list(fixture, "received-at=2021-06-01") == ["一", "二"])
    #expect(try Self.list(fixture, "received-at>2021-06-01") == ["三"])
    #expect(try Self.list(fixture, "received-at<=2021-06-01") == ["一", "二"])
    #expect(try Self.list(fixture, "received-at!=2021-06-01") == ["三"])
    #expect(try Self.list(fixture, "received-at>=2021-06-01T23:59") == ["二", "三"])
    #expect(throws: DeskError.self) {
      try fixture.add("agreement", "title=四", "received-at=2021-06-01")
    }
  }

  @Test("a moment dates the move into its stage")
  func mark() throws {
    let fixture = try Self.fixture()
    let shape = try fixture.shape("agreement")
    let id = try fixture.add("agreement", "title=一")
    try fixture.advance("agreement", id, "received", nil, ["received-at=2021-06-03 20:35"])
    let state = try fixture.desk.record(id, in: shape)
    #expect(state.moves == [StageMove(stage: "received", day: try day("2021-06-03"))])
    let other = try fixture.add("agreement", "title=二")
    #expect(throws: DeskError.self) {
      try fixture.advance("agreement", other, "received", "2021-06-03", [])
    }
  }

  @Test("a reference may name a record of either of two registers")
  func either() throws {
    let fixture = try Self.fixture()
    let shape = try fixture.shape("agreement")
    let index = try #require(shape.field(named: "payer"))
    for (title, payer, id) in [("一", "张三", 2), ("二", "甲店", 1), ("三", "TEST-2", 2)] {
      let record = try fixture.add("agreement", "title=\(title)", "payer=\(payer)")
      #expect(try fixture.desk.record(record, in: shape).data[index] == .record(RecordID(id)))
    }
    #expect(throws: DeskError.self) { try fixture.add("agreement", "title=四", "payer=无名") }
    // What both registers have by one key is given by its id.
    try fixture.add("shop", "name=张三")
    #expect(throws: DeskError.self) { try fixture.add("agreement", "title=四", "payer=张三") }
    #expect(try Self.list(fixture, "payer=甲店") == ["二"])
    // The record belongs to the unit of whichever it names.
    let search = RecordSearch(unit: "v1")
    #expect(try fixture.desk.list(search, in: shape).records.map(\.data[0]) == [.text("二")])
    let tally = try fixture.desk.tally(RecordSearch(), in: shape, by: ["village"], sums: [])
    #expect(tally.rows.values.map(\.count).sorted() == [1, 2])
    // The unit itself, which is no kind here; what is named twice counts once.
    for words in [["单位"], ["unit"], ["单位", "unit"]] {
      let own = try fixture.desk.tally(RecordSearch(), in: shape, by: words, sums: [])
      #expect(own.subjects == [.place] && own.levels == [nil])
      #expect(own.rows.values.map(\.count).sorted() == [1, 2])
      #expect(!own.rows.keys.contains([.empty]))
    }
  }

  @Test("a field takes units of its kinds only; what was written before stays")
  func kinds() throws {
    let fixture = try Self.fixture()
    #expect(throws: DeskError.self) { try fixture.add("agreement", "title=一", "areas=v1;t1") }
    #expect(throws: DeskError.self) { try fixture.add("roster", "title=一", "place=v1") }
    let id = try fixture.add("roster", "title=一", "place=t1")
    try fixture.execute("UPDATE union_roster SET place = 4")
    try fixture.set("roster", id, "members=d")
    #expect(throws: DeskError.self) { try fixture.set("roster", id, "place=v2") }
    do {
      try fixture.importList("roster", "名称,成员,单位\n二,v1,v1\n")
      Issue.record("a village is no place")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.place.column) == [3])
      let field = try #require(try fixture.shape("roster").fields.first { $0.name == "place" })
      #expect(
        faults.listed.map(\.kind) == [
          .rule(.record(.wrongUnit("unit v1", .village, field: field, instead: "unit t1")))
        ]
      )
    }
    do {
      try fixture.importList("agreement", "名称,区域\n二,v1；t1\n")
      Issue.record("a township is no area")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.place.column) == [2])
    }
  }

  @Test("a trainee goes back to a village or a township")
  func home() throws {
    let fixture = try RecordFixture()
    let fields = [
      "cohort=2021", "college=卫校", "enrolled-on=2021-05-01",
    ]
    for (person, home) in [("张一", "v1"), ("李二", "t1")] {
      try fixture.add("workforce.trainee", fields + ["person=\(person)", "home=\(home)"])
    }
    for home in ["c1", "h1", "d"] {
      #expect(throws: DeskError.self) {
        try fixture.add("workforce.trainee", fields + ["person=王三", "home=\(home)"])
      }
    }
    do {
      try fixture.importList(
        "workforce.trainee", "学员,招生年度,培养院校,定向村镇,录取日期\n王三,2021,卫校,c1,2021-05-01\n")
      Issue.record("a clinic is no home")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.place.column) == [4])
    }
    // The office's own unit does not stand for what is left out.
    _ = try fixture.desk.set(.unit, to: "d")
    #expect(throws: DeskError.self) {
      try fixture.add("workforce.trainee", fields + ["person=王三"])
    }
  }

  @Test("a record that others name is not removed, unless they go with it")
  func removal() throws {
    let fixture = try Self.fixture()
    let shape = try fixture.shape("shop")
    let id = try fixture.add("agreement", "title=一", "employers=甲店", "payer=甲店")
    #expect {
      try fixture.desk.removeRecords(["甲店"], in: shape, reason: "关闭")
    } throws: { error in
      guard case DeskError.record(.named(let by, let count)) = error else { return false }
      return count == 2 && by.map(\.id) == ["TEST-3", "TEST-3"]
    }
    _ = try fixture.desk.removeRecords(
      [id], in: try fixture.shape("agreement"), reason: "重复")
    let gone = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.removeRecords(["甲店"], in: shape, reason: "关闭")
    // What names it comes back after it, not before.
    #expect(throws: DeskError.undo(.neededBy(transaction: gone + 1))) {
      try fixture.desk.undo("\(gone)", reason: "误")
    }
    _ = try fixture.desk.undo("\(gone + 1)", reason: "误")
    _ = try fixture.desk.undo("\(gone)", reason: "误")
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
