import TargetEngine
import Testing

@testable import Storage

@Suite struct CellsTests {
  @Test("every cell passes its sum on to all units above, whatever the order of arrival")
  func rollUp() throws {
    // A tree in which unit n hangs under n / 3.
    let parent: (UnitID) -> UnitID? = { $0 > 1 ? $0 / 3 == 0 ? 1 : $0 / 3 : nil }
    var state: UInt64 = 7
    var wanted: [Cells.Key: Int64] = [:]
    var cells = Cells()
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Int64(state >> 33 % 200) + 1
      let amount = Int64(state >> 20 % 100) - 50
      let key = Cells.Key(
        unit: unit, indicator: Int64(state >> 40 % 3), planYear: 2021,
        year: 2020 + Int64(state >> 50 % 2))
      try cells.add(amount, to: key, month: 1 + Int(state >> 55 % 12))
      var next: UnitID? = unit
      while let id = next {
        wanted[key.moved(to: id), default: 0] += amount
        next = parent(id)
      }
    }
    var tree = UnitTree()
    try cells.rollUp(in: &tree) { units in
      Dictionary(units.compactMap { unit in parent(unit).map { (unit, $0) } }) { first, _ in first }
    }
    #expect(cells.count == wanted.count)
    for (key, sum) in wanted {
      let cell = try #require(cells.index(of: key))
      #expect((0..<12).reduce(0) { $0 + cells.month($1, of: cell) } == sum)
    }
  }

  @Test("a key gives back what it was made from, and orders by unit first")
  func keys() {
    let key = Cells.Key(unit: 16_322, indicator: 24, planYear: 2025, year: 2026)
    #expect(key.unit == 16_322)
    #expect(key.indicator == 24)
    #expect(key.planYear == 2025)
    #expect(key.year == 2026)
    #expect(key < Cells.Key(unit: 16_323, indicator: 0, planYear: 1900, year: 1900))
  }

  @Test("a sum that leaves 64 bits throws")
  func overflow() throws {
    var cells = Cells()
    let key = Cells.Key(unit: 1, indicator: 1, planYear: 2021, year: 2021)
    try cells.add(.max, to: key, month: 1)
    #expect(throws: OverflowFault.self) { try cells.add(1, to: key, month: 1) }
  }
}
