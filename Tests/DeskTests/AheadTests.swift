import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A contract whose effect and end may be known beforehand.
private struct Deal: Register {
  static let name = RegisterName("union", "deal", zh: "合同", en: "Deal")
  var title = ""
  var unit: UnitReference?
  var workers = Dated()
  var effectiveOn: Day?
  var endedOn: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Deal>] = [
    Field("title", \.title, zh: "名称", en: "Title", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", .place),
    Field("workers", \.workers, zh: "职工数", en: "Workers"),
    Field("effective-on", \.effectiveOn, zh: "生效日期", en: "Effective on"),
    Field("ended-on", \.endedOn, zh: "终止日期", en: "Ended on"),
  ]
  static let marks: [Mark<Deal>] = [Mark(.effective, \.effectiveOn), Mark(.ended, \.endedOn)]

  enum Stage: String, Lifecycle {
    case signed, effective, ended

    var entry: StageEntry<Stage> {
      switch self {
      case .signed: StageEntry("签订", "Signed", to: .effective)
      case .effective: StageEntry("生效", "Effective", to: .ended, mayLieAhead: true)
      case .ended: StageEntry("终止", "Ended", mayLieAhead: true)
      }
    }
  }
}

/// Stages that lie ahead are shown as of the day.
@Suite struct AheadTests {
  @Test("a record is listed, found and counted at the stage that it has on the day")
  func stages() throws {
    let fixture = try RecordFixture(registers: [RegisterSlot(Deal.self)])
    let shape = try fixture.shape("union.deal")
    let id = try fixture.add("deal", "title=一", "unit=t1", "workers=5", "effective-on=2021-03-01")
    try fixture.advance("deal", id, "ended", "2021-08-31")
    try fixture.add("deal", "title=二", "unit=t1", "workers=3", "effective-on=2021-09-01")
    try fixture.add("deal", "title=三", "unit=t2", "workers=2", "effective-on=2021-01-01")
    let stages = { (day: String?, conditions: [String]) in
      try fixture.desk.list(
        RecordSearch(conditions: conditions, day: try day.map { try DeskTests.day($0) }), in: shape
      ).records.map { shape.stage(of: $0) }
    }
    #expect(try stages(nil, []) == ["effective", "signed", "effective"])
    #expect(try stages("2021-08-31", []) == ["ended", "signed", "effective"])
    #expect(try stages(nil, ["stage=ended"]).isEmpty)
    #expect(try stages(nil, ["stage=生效"]).count == 2)
    #expect(try stages("2021-09-01", ["stage=生效"]).count == 2)
    #expect(try stages(nil, ["stage!=生效", "unit=t1"]) == ["signed"])
    for sign in [">", "<", ">=", "<=", "~"] {
      #expect(throws: DeskError.record(.stageNeedsEqual)) {
        try stages(nil, ["stage\(sign)生效,终止"])
      }
    }
    let tally = try fixture.desk.tally(
      RecordSearch(), in: shape, by: ["stage", "township"], sums: ["workers"])
    let t1 = Datum.unit(try fixture.desk.unit("t1").unit.id)
    #expect(tally.rows[[.text("effective"), t1]]?.sums == [5])
    #expect(tally.rows[[.text("signed"), t1]]?.sums == [3])
    #expect(tally.rows[[.text("ended"), t1]] == nil)
    // A file has what lies ahead.
    #expect(try fixture.export("union.deal").contains("2021-08-31,终止"))
    #expect(try fixture.desk.ledger.check().isEmpty)
  }
}
