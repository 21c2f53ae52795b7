import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Thousands of random operations; after each the books must balance.
@Suite struct InvariantTests {
  @Test(
    "whatever is done, totals follow from entries, history verifies, sums roll up",
    arguments: 1...12)
  func books(seed: Int) throws {
    var world = try RandomWorld(seed: UInt64(seed))
    for step in 0..<60 {
      try world.act()
      let findings = try world.fixture.desk.ledger.check()
      #expect(findings.isEmpty, "seed \(seed), step \(step), \(world.last): \(findings)")
      if step % 10 == 9 { try world.expectBalanced("seed \(seed), step \(step), \(world.last)") }
    }
    #expect(try world.fixture.desk.ledger.verify().isEmpty)
    #expect(world.done > 20, "most operations were refused")
  }

  @Test("rebuilding derives the same totals and plans", arguments: 1...4)
  func rebuild(seed: Int) throws {
    var world = try RandomWorld(seed: UInt64(seed) + 100)
    for _ in 0..<40 { try world.act() }
    let before = try world.reports()
    try world.fixture.desk.ledger.rebuild()
    #expect(try world.fixture.desk.ledger.check().isEmpty)
    #expect(try world.reports() == before)
  }
}

/// A world in which anything that the desk can do happens at random.
private struct RandomWorld {
  let fixture: Fixture
  var random: SplitMix
  var last = ""
  var done = 0

  init(seed: UInt64) throws {
    fixture = try Fixture(today: "2021-12-31")
    random = SplitMix(state: seed)
  }

  private var desk: Desk { fixture.desk }

  mutating func act() throws {
    let choice = Int.random(in: 0..<13, using: &random)
    let unit = try desk.ledger.units().randomElement(using: &random)?.unit.code ?? "d"
    let other = try desk.ledger.units().randomElement(using: &random)?.unit.code ?? "d"
    let indicator = ["a.done", "a.money", "b.level"].randomElement(using: &random) ?? "a.done"
    let amount = "\(Int.random(in: -20...60, using: &random))"
    let on = try anyDay()
    last = "\(choice) \(unit) \(other) \(indicator) \(amount) \(on)"
    do {
      switch choice {
      case 0...4:
        _ = try desk.log(
          indicator, amount, unit: unit, on: on,
          year: indicator == "b.level"
            ? nil : [nil, 2020, 2021].randomElement(using: &random) ?? nil,
          note: "n", isLevel: false)
      case 5, 6: try setTarget(indicator, unit, on)
      case 7: _ = try desk.moveUnit(unit, under: other)
      case 12: _ = try desk.mergeUnit(unit, into: other, on: try day("2021-12-31"))
      case 8: _ = try desk.closeUnit(unit, on: try day("2021-12-31"))
      case 9:
        let head = try desk.ledger.head().transaction
        _ = try desk.undo("\(Int64.random(in: 1...head, using: &random))", reason: "r")
      case 10:
        let head = try desk.ledger.head().transaction
        _ = try desk.correct(
          "\(head).1", amount: amount, unit: nil, on: nil, reason: "r")
      default:
        _ = try desk.addUnit(
          code: "x\(random.next() % 1000)", name: "x", kind: .village, parent: unit, opened: nil,
          aliases: [])
      }
      done += 1
    } catch is DeskError {
      // A refusal writes nothing, which the checks after it prove.
    }
  }

  private mutating func setTarget(_ indicator: String, _ unit: String, _ on: Day) throws {
    var draft = TargetDraft(amount: 0)
    if Bool.random(using: &random) { draft.effective = on }
    if Int.random(in: 0..<4, using: &random) == 0 { draft.pace = .deadline }
    if Int.random(in: 0..<4, using: &random) == 0 { draft.due = try day("2021-09-30") }
    _ = try desk.setTarget(
      indicator, amount: "\(Int.random(in: 0...90, using: &random))", unit: unit, year: 2021,
      draft: draft)
  }

  private mutating func anyDay() throws -> Day {
    let first = try day("2020-11-01").number
    guard let found = Day(number: first + Int.random(in: 0..<425, using: &random)) else {
      throw Missing.value("day")
    }
    return found
  }

  /// A unit's figure is its own entries and its descendants', added up from the entries.
  func expectBalanced(_ context: String) throws {
    let units = try desk.ledger.units().map(\.unit)
    let entries = try desk.ledger.entries(EntryQuery())
    let parents = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.parent) })
    func isBelow(_ unit: UnitID, _ above: UnitID) -> Bool {
      var next: UnitID? = unit
      while let id = next, id != above { next = parents[id] ?? nil }
      return next == above
    }
    let indicators = try desk.ledger.indicators()
    for unit in units {
      for indicator in indicators where indicator.kind.name != "ratio" {
        let mine = entries.filter { $0.indicator == indicator.id && isBelow($0.unit, unit.id) }
        let wanted = mine.filter { indicator.kind == .stock || $0.year == 2021 }
          .reduce(0) { $0 + $1.amount }
        let actual = try fixture.actual(indicator.code, "2021-12", unit.code)
        #expect(actual ?? 0 == wanted, "\(context): \(unit.code) \(indicator.code)")
      }
    }
  }

  func reports() throws -> [String] {
    try desk.ledger.units().map { stored in
      try desk.monthlyReport(try month("2021-12"), ReportScope(unit: stored.unit.code)).json.text
    }
  }
}
