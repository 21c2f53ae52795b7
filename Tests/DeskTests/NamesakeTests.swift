import Storage
import TargetEngine
import Testing

@testable import Desk

/// Open units under one parent have different names, whatever was done and undone (decision 0024).
@Suite struct NamesakeTests {
  @Test("undoing a closing, a move or a merge makes no two open units of one name")
  func undo() throws {
    let desk = try Fixture().desk
    func add(_ code: String, _ parent: String) throws {
      _ = try desk.addUnit(
        code: code, name: "twin", kind: .clinic, parent: parent, opened: nil, aliases: [])
    }
    // What gave the other unit its name is named, or what opened it again.
    func refuses(_ transaction: Int64, for others: Int64...) throws {
      #expect(throws: DeskError.undo(.neededBy(others))) {
        try desk.undo("\(transaction)", reason: "r")
      }
    }
    func last() throws -> Int64 { try desk.ledger.head().transaction }
    try add("x1", "v1")
    let closing = try desk.closeUnit("x1", on: try day("2021-06-30")).head.transaction
    try add("x2", "v1")
    try refuses(closing, for: try last())
    let move = try desk.moveUnit("x2", under: "v2").head.transaction
    _ = try desk.undo("\(closing)", reason: "r")
    // What was there before is to be moved, since nobody gave it the name meanwhile.
    #expect(throws: DeskError.undo(.namesake(name: "twin", code: "x1", other: "twin"))) {
      try desk.undo("\(move)", reason: "r")
    }
    let merge = try desk.mergeUnit("x2", into: "v3", on: try day("2021-06-30")).head.transaction
    try add("x3", "v2")
    let third = try last()
    try refuses(merge, for: third)
    _ = try desk.renameUnit("x3", to: "single")
    // The former name is a name, too.
    try refuses(merge, for: try last(), third)
  }

  @Test("after any history no two of a parent's open units share a name", arguments: 1...8)
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let desk = try Fixture(today: "2021-06-30").desk
    let names = ["甲", "乙", "甲 ", "丙"]
    for step in 0..<70 {
      let units = try desk.ledger.units().map(\.unit)
      let one = units.randomElement(using: &random)?.code ?? "d"
      let other = units.randomElement(using: &random)?.code ?? "d"
      let name = names.randomElement(using: &random) ?? "甲"
      do {
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
          _ = try desk.addUnit(
            code: "n\(step)", name: name, kind: .village, parent: one, opened: nil, aliases: [])
        case 2: _ = try desk.moveUnit(one, under: other)
        case 3: _ = try desk.closeUnit(one, on: desk.context.today)
        case 4: _ = try desk.mergeUnit(one, into: other, on: desk.context.today)
        case 5: _ = try desk.renameUnit(one, to: name)
        default:
          let head = try desk.ledger.head().transaction
          _ = try desk.undo("\(Int64.random(in: 9...max(9, head), using: &random))", reason: "r")
        }
      } catch is DeskError {}
      try expectDistinct(desk, "seed \(seed), step \(step)")
    }
    #expect(try desk.ledger.check().isEmpty)
  }

  private func expectDistinct(_ desk: Desk, _ context: String) throws {
    var seen: Set<[String]> = []
    for stored in try desk.ledger.units() where stored.unit.closed == nil {
      for name in stored.comparedNames {
        let place = ["\(stored.unit.parent ?? 0)", name]
        #expect(seen.insert(place).inserted, "\(context): \(stored.unit.code) \(name)")
      }
    }
  }
}
