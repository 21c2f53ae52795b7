import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Source: `engine.md`, "Undo": "it is refused, naming what depends on it, when later changes build on it".
@Suite struct UndoBetweenTests {
  @Test(
    "what an undo restores stands where commands could have put it, whatever came between",
    arguments: 1...12)
  func between(_ seed: Int) throws {
    var world = try BetweenWorld(seed: UInt64(seed))
    let desk = world.fixture.desk
    for number in 0..<50 {
      let tried = try world.round()
      let place: Comment = "seed \(seed) round \(number): \(tried.joined(separator: "; "))"
      let faults = number % 5 == 4 ? try desk.ledger.check() : []
      #expect(faults.isEmpty, place)
      let impossible = try Impossible(desk)
      #expect(impossible.found.isEmpty, place)
      #expect(world.lost == nil, place)
      guard world.lost == nil, faults.isEmpty, impossible.found.isEmpty else { return }
    }
    #expect(try desk.ledger.check().isEmpty, "seed \(seed)")
    #expect(try desk.ledger.verify().isEmpty)
    #expect(world.taken > 0 && world.refused > 0)
  }
}

/// What no command makes.
private struct Impossible {
  private(set) var found: [String] = []

  init(_ desk: Desk) throws {
    let ledger = desk.ledger
    var standing: Set<RecordID> = []
    var named: [(RecordID, by: RecordState)] = []
    for shape in ledger.allShapes() {
      for state in try ledger.records(RecordQuery(), in: shape) {
        standing.insert(state.id)
        named += state.data.flatMap(\.values).compactMap(\.record).map { ($0, state) }
      }
      let own = desk.columns(of: shape)
      let names = own.flatMap { Set([$0.name, $0.title.zh]) }
      if Set(names).count < names.count { found.append("two columns of one name in \(shape.id)") }
    }
    for (id, state) in named where !standing.contains(id) {
      found.append("record \(state.id) names \(id), which is removed")
    }
    for id in standing {
      for double in try ledger.doubles(of: id) where standing.contains(double) {
        found.append("\(double) stands beside \(id), into which it was merged")
      }
    }
    for stored in try ledger.units() {
      guard let parent = try stored.unit.parent.flatMap({ try ledger.unit(id: $0) }) else {
        continue
      }
      let codes = try stored.comparedNames.compactMap { try ledger.unit(code: $0)?.unit }
      for other in codes where other.id != stored.unit.id {
        found.append("\(stored.unit.code) has the code of \(other.name) as a name")
      }
      if stored.merged != nil, stored.unit.closed == nil {
        found.append("\(stored.unit.code) was merged into \(parent.unit.code) and is open")
      }
    }
  }
}
