import Storage
import TargetEngine
import Testing

@testable import Desk

/// Mergers of villages of two townships, targets of any of them, and undos of any of these and of each other: the
/// district's target is what is in force, each village's once.
///
/// Source: `engine.md`, "Merging B into C" and "Undo".
@Suite struct MergedTargetTests {
  @Test(
    "the district has each village's target once, whatever was merged and undone",
    arguments: 1...60
  )
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var world = try World()
    for step in 0..<40 {
      try world.step(&random)
      let place: Comment = "seed \(seed) step \(step) \(world.deeds.sorted { $0.key < $1.key })"
      let amount = try world.amount()
      guard amount == world.expected else {
        #expect(amount == world.expected, place)
        return
      }
    }
    #expect(try world.fixture.desk.ledger.check().isEmpty, "seed \(seed)")
    #expect(try world.fixture.desk.ledger.verify().isEmpty)
    #expect(world.undos > 0)
  }
}

private struct World {
  enum Deed {
    case target(unit: String, amount: Int64)
    case merger(unit: String, into: String)
    case undo(Int64)
  }

  let fixture: Fixture
  private(set) var deeds: [Int64: Deed] = [:]
  private(set) var undos = 0

  init() throws { fixture = try Fixture(today: "2021-12-31") }

  func amount() throws -> Int64 { try fixture.line("a.done", "2021-12", "d")?.plan?.amount ?? 0 }

  var expected: Int64 {
    let merged = mergers(at: .max)
    return Fixture.villages.filter { merged[$0] == nil }.map { counted($0, merged) }.reduce(0, +)
  }

  /// What a village counts: its own target, and those of the ones merged into it that it does not contain.
  private func counted(_ unit: String, _ merged: [String: String]) -> Int64 {
    let own = inForce(at: .max).compactMap { number, deed in
      if case .target(unit, let amount) = deed { (number, amount) } else { nil }
    }.max { $0.0 < $1.0 }
    return merged.filter { $0.value == unit }.reduce(own?.1 ?? 0) { sum, pair in
      let isContained = own.map { contains($0.0, pair.key, unit) } ?? false
      return sum + (isContained ? 0 : counted(pair.key, merged))
    }
  }

  /// Whether a target of a village is that of another one as well: as long as it was in force, the other was merged
  /// into the village.
  private func contains(_ target: Int64, _ other: String, _ unit: String) -> Bool {
    let last = deeds.keys.max() ?? target
    return (target...last).allSatisfy { number in
      (number > target && !isInForce(target, before: number + 1))
        || mergers(at: number + 1)[other] == unit
    }
  }

  /// Which village was merged into which before a transaction.
  private func mergers(at number: Int64) -> [String: String] {
    var merged: [String: String] = [:]
    for (_, deed) in inForce(at: number).sorted(by: { $0.0 < $1.0 }) {
      if case .merger(let unit, let other) = deed { merged[unit] = other }
    }
    return merged
  }

  private func inForce(at number: Int64) -> [(Int64, Deed)] {
    deeds.filter { $0.key < number && isInForce($0.key, before: number) }.map { ($0.key, $0.value) }
  }

  private func isInForce(_ number: Int64, before end: Int64) -> Bool {
    !deeds.contains { other, deed in
      if case .undo(number) = deed, other < end { isInForce(other, before: end) } else { false }
    }
  }

  mutating func step(_ random: inout SplitMix) throws {
    let desk = fixture.desk
    let head = try desk.ledger.head().transaction
    let unit = Fixture.villages.randomElement(using: &random) ?? ""
    let other = Fixture.villages.randomElement(using: &random) ?? ""
    let amount = Int64.random(in: 1...99, using: &random)
    let deed: Deed
    do {
      switch Int.random(in: 0..<8, using: &random) {
      case 0...1:
        deed = .target(unit: unit, amount: amount)
        _ = try desk.setTarget(
          "a.done", amount: "\(amount)", unit: unit, year: 2021,
          draft: TargetDraft(amount: 0, effective: try day("2021-01-01")))
      case 2:
        deed = .merger(unit: unit, into: other)
        _ = try desk.mergeUnit(unit, into: other, on: try day("2021-06-30"))
      default:
        guard let number = deeds.keys.sorted().randomElement(using: &random) else { return }
        deed = .undo(number)
        _ = try desk.undo("\(number)", reason: "试")
        undos += 1
      }
    } catch is DeskError { return }
    // What was so already is written nowhere.
    let now = try desk.ledger.head().transaction
    if now > head { deeds[now] = deed }
  }
}
