import Foundation
import Registers
import Storage
import StorageSQLite
import TargetEngine
import Testing

@testable import Desk

// docs/architecture.md shows what stands between these marks: begin
/// 应急演练: a drill counts once it is held, and is owed on the day for which it was planned.
struct Drill: Register {
  static let name = RegisterName("emergency", "drill", zh: "应急演练", en: "Drill")

  var title = ""
  var lead: UnitReference?
  var plannedOn: Day?
  var heldOn: Day?
  var participants: Int?
  var moves = Moves<Stage>()

  static let fields: [Field<Drill>] = [
    Field("title", \.title, zh: "演练名称", en: "Title", [.required, .key]),
    Field("lead", \.lead, zh: "牵头单位", en: "Lead unit", [.required, .place]),
    Field("planned-on", \.plannedOn, zh: "计划日期", en: "Planned on"),
    Field("held-on", \.heldOn, zh: "实施日期", en: "Held on"),
    Field("participants", \.participants, zh: "参演人数", en: "Participants"),
  ]

  static let marks: [Mark<Drill>] = [Mark(.held, \.heldOn)]
  static let needs: [Need<Drill>] = [Need(.held, \.participants)]

  static let measures: [Measure<Drill>] = [
    Measure(.drillsHeld) { drill in
      drill.moves.days(into: .held).map { Posting(1, on: $0) }
    }
  ]

  static let obligations: [Obligation<Drill>] = [
    Obligation("hold", zh: "应急演练", en: "Drill", due: \.plannedOn, done: [\.heldOn])
  ]

  enum Stage: String, Lifecycle {
    case planned, held

    var title: Text {
      switch self {
      case .planned: Text("计划", "Planned")
      case .held: Text("已实施", "Held")
      }
    }

    var next: Set<Stage> {
      switch self {
      case .planned: [.held]
      case .held: []
      }
    }
  }
}

extension IndicatorDeclaration {
  static let drillsHeld = IndicatorDeclaration(
    "emergency.drills-held", zh: "完成演练", en: "Drills held", .flow, "场")
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
    _ = try desk.install([
      IndicatorDraft(code: "emergency.drills-held", name: "演练", kind: "flow", measure: "场")
    ])
    let shape = try desk.register("应急演练")
    let drill = try desk.addRecord(
      shape, [("演练名称", "防汛演练"), ("牵头单位", "宣州区"), ("计划日期", "2021-06-08")], on: nil
    ).result
    func rates() throws -> [Punctuality] {
      try desk.due(DueQuestion(unit: "d"), try RecordNames(ledger, .zh)).rates.map(\.punctuality)
    }
    #expect(try rates().map(\.missed) == [1])
    _ = try desk.advanceRecords(
      ["TEST-\(drill.id)"], in: shape, to: "已实施", [("参演人数", "120")],
      on: try day("2021-06-10"))
    let line = try desk.line(
      try desk.indicator("emergency.drills-held"), of: try desk.unit("d").unit,
      on: try day("2021-06-30"))
    #expect(line.actual == .amount(1))
    #expect(try rates().map(\.missed) == [0])
    #expect(try rates().map(\.onTime) == [0])
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
