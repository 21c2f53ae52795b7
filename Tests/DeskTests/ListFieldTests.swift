import Foundation
import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Lists of values in records: written, changed by a member, found, counted, undone, exported.
@Suite struct ListFieldTests {
  static func fixture() throws -> RecordFixture {
    let fixture = try RecordFixture(hasIndicators: false, registers: ListRegisters.all)
    for name in ["甲店", "乙店", "丙店"] { try fixture.add("shop", "name=\(name)", "unit=v1") }
    return fixture
  }

  private static func text(
    _ fixture: RecordFixture, _ id: String, _ field: String
  ) throws -> String {
    let shape = try fixture.shape("agreement")
    let state = try fixture.desk.record(id, in: shape)
    let index = try #require(shape.field(named: field))
    return try RecordNames(fixture.desk.ledger, .zh).text(
      state.data[index], shape.fields[index].kind)
  }

  private static func list(_ fixture: RecordFixture, _ conditions: String...) throws -> [String] {
    let shape = try fixture.shape("agreement")
    return try fixture.desk.list(RecordSearch(conditions: conditions), in: shape).records
      .compactMap { $0.data[0].text }
  }

  @Test("members are written with any of three signs, added, taken away and cleared")
  func changes() throws {
    let fixture = try Self.fixture()
    let id = try fixture.add(
      "agreement", "title=一", "areas=v1；v2、v3", "clauses=工资;工时", "tags=急；重要；急")
    #expect(try Self.text(fixture, id, "areas") == "unit v1；unit v2；unit v3")
    #expect(try Self.text(fixture, id, "clauses") == "工资；工时")
    #expect(try Self.text(fixture, id, "tags") == "急；重要")
    try fixture.set("agreement", id, "areas-=v2", "clauses+=女职工;工资")
    #expect(try Self.text(fixture, id, "areas") == "unit v1；unit v3")
    #expect(try Self.text(fixture, id, "clauses") == "工资；工时；女职工")
    try fixture.set("agreement", id, "areas=v4;v1")
    #expect(try Self.text(fixture, id, "areas") == "unit v4；unit v1")
    try fixture.set("agreement", id, "areas=")
    #expect(try Self.text(fixture, id, "areas").isEmpty)
    #expect(try fixture.count("union_agreement__areas") == 0)
    #expect(throws: DeskError.record(.notInList("v2", field: Text("区域", "Areas")))) {
      try fixture.set("agreement", id, "areas-=v2")
    }
    #expect(throws: DeskError.record(.notList(field: Text("名称", "Title")))) {
      try fixture.set("agreement", id, "title+=二")
    }
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("members of a dated list join and leave by day")
  func dated() throws {
    let fixture = try Self.fixture()
    let id = try fixture.add("agreement", "title=一", "employers=甲店;乙店")
    #expect(try Self.text(fixture, id, "employers") == "甲店；乙店")
    try fixture.set("agreement", id, "employers+=丙店", on: "2021-05-01")
    try fixture.set("agreement", id, "employers-=甲店", on: "2021-06-01")
    #expect(
      try Self.text(fixture, id, "employers") == "甲店@~2021-05-31；乙店；丙店@2021-05-01~")
    #expect(throws: DeskError.record(.notInList("甲店", field: Text("覆盖单位", "Employers")))) {
      try fixture.set("agreement", id, "employers-=甲店", on: "2021-06-05")
    }
    // Who comes back belongs to it a second time.
    try fixture.set("agreement", id, "employers+=甲店", on: "2021-06-10")
    #expect(
      try Self.text(fixture, id, "employers")
        == "甲店@~2021-05-31；乙店；丙店@2021-05-01~；甲店@2021-06-10~")
    // Who leaves on the day of joining was never in it; a typing error leaves no trace.
    try fixture.set("agreement", id, "employers-=丙店", on: "2021-05-01")
    try fixture.set("agreement", id, "employers-=乙店", typo: true)
    #expect(try Self.text(fixture, id, "employers") == "甲店@~2021-05-31；甲店@2021-06-10~")
    // Written whole: who is missing leaves today, who is new joins today.
    try fixture.set("agreement", id, "employers=乙店", on: "2021-06-20")
    #expect(
      try Self.text(fixture, id, "employers")
        == "甲店@~2021-05-31；甲店@2021-06-10~2021-06-19；乙店@2021-06-20~")
    try fixture.set("agreement", id, "employers=甲店@2021-01-01~2021-03-31;乙店@2021-02-01")
    #expect(
      try Self.text(fixture, id, "employers") == "甲店@2021-01-01~2021-03-31；乙店@2021-02-01~")
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a condition on a list asks whether it contains a value, on the day")
  func conditions() throws {
    let fixture = try Self.fixture()
    try fixture.add(
      "agreement", "title=一", "employers=甲店@~2021-03-31;乙店", "areas=v1", "tags=春节")
    try fixture.add("agreement", "title=二", "employers=甲店", "areas=v1;v2", "tags=春耕;抢收")
    try fixture.add("agreement", "title=三")
    #expect(try Self.list(fixture, "areas=v1") == ["一", "二"])
    #expect(try Self.list(fixture, "areas!=v2") == ["一", "三"])
    #expect(try Self.list(fixture, "areas=") == ["三"])
    #expect(try Self.list(fixture, "tags~春") == ["一", "二"])
    #expect(try Self.list(fixture, "employers=甲店") == ["二"])
    #expect(throws: DeskError.record(.notComparable("areas"))) {
      try Self.list(fixture, "areas>=v1")
    }
    let shape = try fixture.shape("agreement")
    let search = RecordSearch(conditions: ["employers=甲店"], day: try day("2021-03-31"))
    #expect(try fixture.desk.list(search, in: shape).records.count == 2)
    #expect(throws: DeskError.record(.notComparable("areas"))) {
      try fixture.desk.list(RecordSearch(sort: ["areas"]), in: shape)
    }
  }

  @Test("a record counts under each member of a list")
  func tally() throws {
    let fixture = try Self.fixture()
    try fixture.add("agreement", "title=一", "clauses=工资;工时", "employers=甲店@~2021-03-31")
    try fixture.add("agreement", "title=二", "clauses=工资", "employers=甲店;乙店")
    try fixture.add("agreement", "title=三")
    let shape = try fixture.shape("agreement")
    for day in [nil, try day("2021-06-30")] {
      let search = RecordSearch(day: day)
      let tally = try fixture.desk.tally(search, in: shape, by: ["clauses"], sums: [])
      #expect(
        tally.rows.mapValues(\.count) == [
          [.text("wage")]: 2, [.text("hours")]: 1, [.empty]: 1,
        ])
      #expect(tally.lists(in: shape).map(\.name) == ["clauses"])
      let employers = try fixture.desk.tally(search, in: shape, by: ["employers"], sums: [])
      #expect(employers.rows.values.map(\.count).sorted() == [1, 1, 2])
    }
  }

  @Test("history tells the members that came and went")
  func history() throws {
    let fixture = try Self.fixture()
    let shape = try fixture.shape("agreement")
    let id = try fixture.add("agreement", "title=一", "areas=v1;v2;v3")
    try fixture.set("agreement", id, "areas=v1;v3;v4")
    try fixture.set("agreement", id, "areas=v4;v3;v1")
    let changes = try fixture.desk.history(
      of: try fixture.desk.record(id, in: shape), in: shape,
      try RecordNames(fixture.desk.ledger, .zh), .zh)
    let told = changes.flatMap(\.fields).filter { $0.title.zh == "区域" }
    #expect(told.map(\.before) == ["", "−unit v2", "unit v1；unit v3；unit v4"])
    #expect(
      told.map(\.after) == ["unit v1；unit v2；unit v3", "+unit v4", "unit v4；unit v3；unit v1"])
  }

  @Test("undo, rebuild and check know the members")
  func proofs() throws {
    let fixture = try Self.fixture()
    let id = try fixture.add("agreement", "title=一", "areas=v1;v2")
    try fixture.set("agreement", id, "areas+=v3")
    let last = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(last)", reason: "误")
    #expect(try Self.text(fixture, id, "areas") == "unit v1；unit v2")
    #expect(try fixture.count("union_agreement__areas") == 2)
    // A unit that a list names stays when its own making is undone.
    _ = try fixture.desk.addUnit(
      code: "v9", name: "v9", kind: .village, parent: "t1", opened: nil, aliases: [])
    let made = try fixture.desk.ledger.head().transaction
    try fixture.set("agreement", id, "areas+=v9")
    #expect(throws: DeskError.self) { try fixture.desk.undo("\(made)", reason: "误") }

    try fixture.execute("DELETE FROM union_agreement__areas WHERE record = 4 AND member = 4")
    #expect(try !fixture.desk.ledger.check().isEmpty)
    try fixture.desk.ledger.rebuild()
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("an exported list is read as the same records")
  func roundTrip() throws {
    let fixture = try Self.fixture()
    try fixture.add("worker", "name=张三", "unit=v1")
    let id = try fixture.add(
      "agreement", "title=一", "employers=甲店;乙店", "areas=v1;v2", "clauses=工资", "tags=a;b",
      "payer=张三", "received-at=2021-06-01 15:12", "scan=扫描/一.pdf")
    try fixture.set("agreement", id, "employers-=甲店", on: "2021-06-01")
    let shape = try fixture.shape("agreement")
    for language in [Language.zh, .en] {
      let sink = ByteSink()
      _ = try fixture.desk.exportRecords(
        RecordSearch(), in: shape, try RecordNames(fixture.desk.ledger, language), language,
        byteOrderMark: false, to: sink)
      let text = String(decoding: sink.bytes, as: UTF8.self)
      let before = try fixture.desk.record(id, in: shape)
      try fixture.importList("agreement", text)
      #expect(try fixture.desk.record(id, in: shape) == before)
      // The same list makes the same records where there are none.
      let other = try Self.fixture()
      try other.add("worker", "name=张三", "unit=v1")
      try other.importList("agreement", text)
      #expect(try other.desk.record(id, in: try other.shape("agreement")).data == before.data)
      #expect(try other.desk.ledger.check().isEmpty)
    }
  }

  @Test("a first list is read aside, lists and all")
  func firstList() throws {
    let fixture = try Self.fixture()
    let rows = (0..<60).map { "名\($0),t\($0 % 2 + 1),v1；v\($0 % 3 + 2)" }
    try fixture.importList("roster", "名称,单位,成员\n" + rows.joined(separator: "\n"))
    #expect(try fixture.count("union_roster") == 60)
    #expect(try fixture.count("union_roster__members") == 120)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("whatever is done to lists in whatever order, they are what their index says")
  func random() throws {
    var random = SplitMix(state: 10)
    let fixture = try Self.fixture()
    var ids: [String] = []
    for step in 0..<120 {
      let unit = RecordFixture.units.randomElement(using: &random) ?? "d"
      let sign = ["=", "+=", "-="].randomElement(using: &random) ?? "="
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: ids.append(try fixture.add("roster", "title=\(step)", "members=\(unit);d"))
      case 2:
        let last = try fixture.desk.ledger.head().transaction
        _ = try? fixture.desk.undo("\(last)", reason: "误")
      default:
        guard let id = ids.randomElement(using: &random) else { continue }
        try? fixture.set("roster", id, "members\(sign)\(unit)")
      }
      if step % 20 == 19 { #expect(try fixture.desk.ledger.check().isEmpty) }
    }
    let shape = try fixture.shape("roster")
    let index = try #require(shape.field(named: "members"))
    for unit in RecordFixture.units {
      let id = try fixture.desk.unit(unit).unit.id
      let found = try fixture.desk.list(RecordSearch(conditions: ["members=\(unit)"]), in: shape)
      let all = try fixture.desk.list(RecordSearch(), in: shape).records
      #expect(
        found.records.map(\.id)
          == all.filter { $0.data[index].values.contains(.unit(id)) }.map(\.id))
    }
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }
}
