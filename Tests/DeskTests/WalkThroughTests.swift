import Foundation
import Registers
import Storage
import StorageSQLite
import TargetEngine
import Testing

@testable import Desk

// docs/architecture.md shows what stands between these marks: begin
/// 应急演练: a drill counts once it is held, by its kind, and is owed on the day for which it was
/// planned. No unit leads two drills on one day.
struct Drill: Register {
  static let name = RegisterName("emergency", "drill", zh: "应急演练", en: "Drill")

  var title = ""
  var kind: Kind?
  var lead: UnitReference?
  var partners: [UnitReference] = []
  var plannedOn: Day?
  var assembledAt: Moment?
  var heldOn: Day?
  var invited: Int?
  var participants: Int?
  var moves = Moves<Stage>()

  static let fields: [Field<Drill>] = [
    Field("title", \.title, zh: "演练名称", en: "Title", [.required, .key]),
    Field("kind", \.kind, zh: "演练类型", en: "Kind", .required),
    Field("lead", \.lead, zh: "牵头单位", en: "Lead unit", [.required, .place]),
    Field("partners", \.partners, zh: "参加单位", en: "Partners"),
    Field("planned-on", \.plannedOn, zh: "计划日期", en: "Planned on"),
    Field("assembled-at", \.assembledAt, zh: "集合时间", en: "Assembled at"),
    Field("held-on", \.heldOn, zh: "实施日期", en: "Held on"),
    Field("invited", \.invited, zh: "应到人数", en: "Invited"),
    Field("participants", \.participants, zh: "参演人数", en: "Participants"),
  ]

  static let limits: [Limit<Drill>] = [.part(\.participants, of: \.invited)]
  static let marks: [Mark<Drill>] = [Mark(.held, \.heldOn)]
  static let needs: [Need<Drill>] = [Need(.held, \.participants)]

  static let rules: [GroupRule<Drill>] = [
    GroupRule(by: \.lead, \.plannedOn) { drills, _ in
      guard let day = drills.first?.record.plannedOn, drills.count > 1 else { return [] }
      return [
        Problem(
          \Drill.plannedOn, zh: "牵头单位 \(day) 已有一场演练，请另定日期。",
          en: "The lead unit has another drill on \(day). Choose another day.",
          by: Int64(drills.count - 1), of: drills.last?.id)
      ]
    }
  ]

  static let measures: [Measure<Drill>] = [
    Measure(.drills, by: \.kind) { drill in
      drill.moves.days(into: .held).map { Posting(1, on: $0) }
    }
  ]

  static let obligations: [Obligation<Drill>] = [
    Obligation("hold", zh: "应急演练", en: "Drill", due: \.plannedOn, done: [\.heldOn])
  ]

  enum Kind: String, ChoiceValue {
    case tabletop, field

    var title: Text {
      switch self {
      case .tabletop: Text("桌面推演", "Tabletop")
      case .field: Text("实战演练", "Field")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case planned, held

    var entry: StageEntry<Stage> {
      switch self {
      case .planned: StageEntry("计划", "Planned", to: .held)
      case .held: StageEntry("已实施", "Held")
      }
    }
  }
}

extension IndicatorDeclaration {
  static let drillsHeld = IndicatorDeclaration(
    "emergency.drills-held", zh: "完成演练", en: "Drills held", .flow, "场")
  static let fieldDrills = IndicatorDeclaration(
    "emergency.field-drills", zh: "完成实战演练", en: "Field drills held", .flow, "场")
}

extension IndicatorFamily<Drill.Kind> {
  static let drills = IndicatorFamily(total: .drillsHeld, [.field: .fieldDrills])
}

extension Action {
  /// 汛前演练: plans a field drill for every township that has none on the day.
  static let floodDrills = Action(
    "flood-drills", zh: "汛前演练", en: "Flood drills",
    columns: [Answer.Column("lead", zh: "牵头单位", en: "Lead unit", .unit)]
  ) { scope, reader in
    try reader.units(of: .township, on: scope.day, below: scope.unit).map { unit in
      var drill = Drill()
      drill.title = "汛前演练 \(scope.year) \(unit)"
      drill.kind = .field
      drill.lead = UnitReference(unit)
      drill.plannedOn = scope.day
      return .add(drill, showing: [.unit(unit)])
    }
  }
}
// end

/// The walk-through of `docs/architecture.md`: its code is this file's, and it works.
@Suite struct WalkThroughTests {
  @Test("a register is its declaration and nothing more")
  func works() throws {
    let ledger = try Ledger.found(
      on: try SQLiteDatabase.inMemory(), registers: [RegisterSlot(Drill.self)], site: "TEST",
      at: "2021-01-01T00:00:00Z")
    let desk = Desk(
      ledger: ledger,
      context: Desk.Context(
        actor: "tester", now: "2021-01-01T00:00:00Z", today: try day("2021-06-30"),
        command: "test"))
    _ = try desk.addUnit(
      code: "d", name: "宣州区", kind: .district, parent: nil, opened: nil, aliases: [])
    for (code, name) in [("t1", "洪林镇"), ("t2", "水东镇")] {
      _ = try desk.addUnit(
        code: code, name: name, kind: .township, parent: "d", opened: nil, aliases: [])
    }
    _ = try desk.install(
      [IndicatorDeclaration.drillsHeld, .fieldDrills].map {
        IndicatorDraft(code: $0.code, name: $0.name.zh, kind: "flow", measure: $0.measure)
      })
    let shape = try desk.register("应急演练")
    let drill = try desk.addRecord(
      shape,
      [
        ("演练名称", "防汛演练"), ("演练类型", "实战演练"), ("牵头单位", "宣州区"),
        ("计划日期", "2021-06-08"), ("应到人数", "150"), ("参加单位", "洪林镇"),
      ], on: nil
    ).result
    let id = "TEST-\(drill.id)"
    func rates() throws -> [Punctuality] {
      try desk.due(DueQuestion(unit: "d"), try RecordNames(ledger, .zh)).rates.map(\.punctuality)
    }
    #expect(try rates().map(\.missed) == [1])
    let held = try desk.advanceRecords(
      [id], in: shape, to: "已实施",
      [("参演人数", "120"), ("参加单位+", "水东镇"), ("集合时间", "2021-06-10 08:30")],
      on: try day("2021-06-10")
    ).result[0]
    let units = try ["t1", "t2"].map { Datum.unit(try desk.unit($0).unit.id) }
    #expect(held.data[try #require(shape.field(named: "partners"))].values == units)
    for code in ["emergency.drills-held", "emergency.field-drills"] {
      let line = try desk.line(
        try desk.indicator(code), of: try desk.unit("d").unit, on: try day("2021-06-30"))
      #expect(line.actual == .amount(1))
    }
    #expect(try rates().map(\.missed) == [0])
    #expect(try rates().map(\.onTime) == [0])
    // The limit, and the rule over the drills of one unit and day.
    #expect(throws: DeskError.self) {
      try desk.setRecords([id], in: shape, [("参演人数", "151")], on: nil, isTypo: false)
    }
    #expect(throws: DeskError.self) {
      try desk.addRecord(
        shape,
        [
          ("演练名称", "防火演练"), ("演练类型", "桌面推演"), ("牵头单位", "宣州区"),
          ("计划日期", "2021-06-08"),
        ], on: nil)
    }
    let scope = try desk.scope(on: nil, unit: nil)
    for expected in [2, 0] {
      let proposals = try desk.proposals(.floodDrills, scope)
      #expect(proposals.count == 2)
      #expect(try desk.perform(proposals, scope).result.count == expected)
    }
    #expect(try ledger.check().isEmpty)
  }

  @Test("the documentation shows this file's code")
  func isShown() throws {
    let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let code = try #require(
      source.components(separatedBy: "these marks: begin\n").dropFirst().first
    )
    .components(separatedBy: "// end")[0]
    let page = try String(
      contentsOf: package.appendingPathComponent("docs/architecture.md"), encoding: .utf8)
    #expect(page.contains("```swift\n\(code)```"))
  }
}
