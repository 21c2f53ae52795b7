import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Units, indicators, numbers, targets and rules in random order, and undos of any of them and of each
/// other: whatever a transaction made is there while it is in force, and only then.
///
/// Source: `engine.md`, "Undo".
@Suite struct UndoneIsGoneTests {
  @Test(
    "what an accepted undo takes back is gone, and what stands in its way is in force",
    arguments: 1...24)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var world = try World()
    for step in 0..<60 {
      let done = try world.step(&random)
      let place: Comment = "seed \(seed) step \(step): \(done) \(world.undone)"
      for (number, code) in world.made {
        #expect(try world.isThere(code) == world.isInForce(number), "\(code) #\(number), \(place)")
      }
      #expect(try world.desk.ledger.check().isEmpty, place)
      if Int.random(in: 0..<10, using: &random) == 0 { try world.desk.ledger.rebuild() }
    }
    #expect(try world.desk.ledger.verify().isEmpty)
    #expect(world.undone.count > 5)
  }

  @Test("a column goes when no record has a value in it, and records come back only after it")
  func columns() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    let last = { try desk.ledger.head().transaction }
    let undo = { (number: Int64) in _ = try desk.undo("\(number)", reason: "r") }
    _ = try desk.addColumn("床位", "int", to: try desk.register("clinics.project"))
    let made = try last()
    try fixture.add("clinics.project", "facility=c1", "year=2021", "床位=4")
    let added = try last()
    #expect(throws: DeskError.undo(.neededBy(transaction: added))) { try undo(made) }
    try undo(added)
    try undo(made)
    let gone = try last()
    #expect(throws: DeskError.undo(.neededBy(transaction: gone))) { try undo(gone - 1) }
    try undo(gone)
    try undo(gone - 1)
    let record = try #require(
      try desk.ledger.records(RecordQuery(), in: try fixture.shape("clinics.project")).first)
    #expect(record.data.last == .int(4))
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }
}

private struct World {
  let fixture: Fixture
  var desk: Desk { fixture.desk }
  /// The unit or indicator that a transaction made.
  private(set) var made: [(Int64, String)] = []
  /// What each undo took back.
  private(set) var undone: [Int64: Int64] = [:]
  private let first: Int64

  init() throws {
    fixture = try Fixture()
    first = try fixture.desk.ledger.head().transaction + 1
  }

  func isInForce(_ number: Int64) -> Bool {
    !undone.contains { $0.value == number && isInForce($0.key) }
  }

  func isThere(_ code: String) throws -> Bool {
    try code.hasPrefix("o.")
      ? desk.ledger.indicator(code: code) != nil : desk.ledger.unit(code: code) != nil
  }

  /// One deed, refused or not.
  mutating func step(_ random: inout SplitMix) throws -> String {
    let next = try desk.ledger.head().transaction + 1
    if next > first, Bool.random(using: &random) {
      let number = Int64.random(in: first..<next, using: &random)
      guard isInForce(number) else { return "" }
      do {
        _ = try desk.undo("\(number)", reason: "r")
        undone[next] = number
        #expect(try desk.ledger.head().transaction == next)
        return "undo \(number)"
      } catch DeskError.undo(let fault) where !fault.obstacles.isEmpty {
        let others = fault.obstacles
        // What comes after the first may be brought back by it.
        #expect(others.first.map(isInForce) == true, "undo \(number) names \(others), \(undone)")
        #expect(!others.contains(number))
        return "undo \(number) refused for \(others)"
      }
    }
    do { return try act(next, &random) } catch let error as DeskError { return "\(error)" }
  }

  private mutating func act(_ next: Int64, _ random: inout SplitMix) throws -> String {
    let units = ["t1", "v1"] + made.map(\.1).filter { $0.hasPrefix("x") }
    let indicators = ["a.done"] + made.map(\.1).filter { $0.hasPrefix("o.") }
    let unit = units.randomElement(using: &random) ?? ""
    let indicator = indicators.randomElement(using: &random) ?? ""
    let kind = Int.random(in: 0..<8, using: &random)
    switch kind {
    case 0, 1:
      let code = "x\(next)"
      _ = try desk.addUnit(
        code: code, name: code, kind: .village, parent: unit, opened: nil, aliases: [])
      made.append((next, code))
    case 2:
      let code = "o.\(next)"
      let ratio = indicators.count > 1 && Bool.random(using: &random)
      _ = try desk.addIndicator(
        ratio
          ? IndicatorDraft(
            code: code, name: code, kind: "ratio", measure: "%", numerator: indicator,
            denominator: "a.done")
          : IndicatorDraft(code: code, name: code, kind: "flow", measure: "个"))
      made.append((next, code))
    case 3, 4: try fixture.log(indicator, "\(kind)", unit, "2021-05-20")
    case 5:
      _ = try desk.setTarget(
        indicator, amount: "9", unit: unit, year: 2021,
        draft: TargetDraft(amount: 0, effective: try day("2021-01-01")))
    case 6: _ = try desk.set(.unit, to: unit)
    default:
      _ = try desk.setSourcing(
        indicator, unit: unit, byList: Bool.random(using: &random), since: day("2021-01-01"))
    }
    return "\(kind) \(indicator) \(unit)"
  }
}
