import Foundation
import Registers
@testable import Storage
import TargetEngine
import Testing

@testable import Desk

/// A list of entries imported into its own ledger with `--same skip` changes nothing, whatever was undone,
/// corrected or said as a level. Source: `cli.md`, "What `list` and `export` write".
@Suite struct ListedBackTests {
  private static let header = "date,indicator,unit,amount,note,mode\n"

  @Test("what was undone, and imported again, comes back unchanged", arguments: [false, true])
  func undone(aside: Bool) throws {
    let desk = try Fixture().desk
    desk.largeFile = aside ? 0 : .max
    let rows = "2021-06-01,a.done,v1,5,n,\n2021-06-02,a.done,v1,6,n,\n"
    let first = try desk.take([Self.header + rows]).head.transaction
    let undo = try desk.undo("\(first)", reason: "r").head.transaction
    try expectUnchanged(desk)
    _ = try desk.take([Self.header + rows], ImportOptions(again: true))
    try expectUnchanged(desk)
    _ = try desk.undo("\(undo + 1)", reason: "r")
    _ = try desk.undo("\(undo)", reason: "r")
    try expectUnchanged(desk)
  }

  @Test("of what was undone a row alone is new, one with its opposite is known")
  func alone() throws {
    let desk = try Fixture().desk
    let rows = "2021-06-01,a.done,v1,5,n,\n2021-06-02,a.done,v1,6,n,\n"
    let first = try desk.take([Self.header + rows]).head.transaction
    _ = try desk.undo("\(first)", reason: "r")
    let file = try desk.take(
      [Self.header + rows + "2021-06-02,a.done,v1,-6,n,\n"], ImportOptions(same: .skip)
    ).result.files[0]
    #expect(file.new == 1 && file.rows == 3)
    #expect(file.passed.map(\.row) == [3, 4])
    #expect(try desk.ledger.entries(EntryQuery()).map(\.amount).reduce(0, +) == 5)
  }

  @Test("the opposite may stand in a later part of the file")
  func later() {
    func batch(_ lines: [Int]) throws -> EntryBatch {
      var batch = EntryBatch()
      for line in lines {
        batch.append(
          unit: 1, indicator: 1, day: try day("2021-06-01"), year: 2021, amount: 5,
          note: UnsafeBufferPointer(start: nil, count: 0), line: line)
      }
      return batch
    }
    let places = (1...2).map { EntryPlace(transaction: 7, place: $0) }
    var rows = UndoneRows()
    #expect(throws: Never.self) { rows.hold(try batch([2, 3]), of: 0, equal: places) }
    #expect(throws: Never.self) { rows.hold(try batch([2]), of: 1, equal: [places[1]]) }
    rows.note(places[1], in: 0)
    let released = rows.release()
    #expect(released.map(\.known) == [[3], []])
    #expect(released.map(\.new.lines) == [[2], [2]])
  }

  @Test("a number beside a level of its day is another thing than what the level adds")
  func besideLevels() throws {
    for same in [ImportOptions.Same.refuse, .skip, .keep] {
      let desk = try Fixture().desk
      _ = try desk.take([
        Self.header + "2021-06-10,b.level,v1,120,,level\n2021-06-20,b.level,v1,130,,level\n"
      ])
      _ = try desk.log(
        "b.level", "125", unit: "v1", on: day("2021-06-15"), year: nil, note: "", isLevel: true)
      let adds = "2021-06-20,b.level,v1,10,,add\n2021-06-20,b.level,v1,-5,,add\n"
      let written = try desk.take([Self.header + adds], ImportOptions(same: same))
      #expect(written.result.new == 2 && written.result.files[0].repeated.count == 0)
      #expect(try desk.level("b.level", "v1", "2021-06-20") == 135)
      try expectUnchanged(desk)
    }
  }

  @Test("many levels and many equal rows, again")
  func many() throws {
    let desk = try Fixture().desk
    let days = (0..<600).compactMap { Day(number: 17_000 + $0) }
    let levels = days.enumerated().map { "\($1),b.level,v1,\(100 + $0 % 7),,level\n" }.joined()
    let equal = String(repeating: "2021-06-01,a.done,v1,1,,\n", count: 1500)
    _ = try desk.take([Self.header + levels + equal])
    let clock = ContinuousClock()
    let taken = try clock.measure {
      let again = try desk.take([Self.header + equal + levels], ImportOptions(same: .skip))
      #expect(again.isEmpty && again.result.files[0].unchanged == 600)
      #expect(again.result.files[0].passed.count == 1500)
    }
    #expect(taken < .seconds(5))
  }

  @Test("random histories", arguments: 0..<8)
  func random(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let desk = try Fixture().desk
    desk.largeFile = seed % 2 == 0 ? 0 : .max
    let start = Int(try desk.ledger.head().transaction) + 1
    func some(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    for round in 0..<30 {
      let on = "2021-0\(some(4...5))-1\(some(0...1))"
      switch some(0...6) {
      case 0, 1:
        let rows = (0..<some(1...4)).map { _ in
          "2021-05-1\(some(0...1)),\(["a.done", "b.level"][some(0...1)]),"
            + "v\(some(1...2)),\(some(1...2)),,\n"
        }
        _ = try desk.take(
          [Self.header + rows.joined() + String(repeating: "\n", count: round)],
          ImportOptions(same: .keep))
      case 2:
        _ = try desk.log(
          "b.level", "\(some(3...6))", unit: ["v1", "v2", "t1"][some(0...2)], on: day(on),
          year: nil,
          note: "", isLevel: true)
      case 3:
        _ = try desk.log(
          "a.done", "\(some(1...2))", unit: "v1", on: day(on), year: nil, note: "", isLevel: false)
      case 4:
        let entries = try desk.ledger.entries(EntryQuery()).filter { $0.indicator == 1 }
        if let entry = entries.randomElement(using: &random),
          let row = try desk.ledger.transaction(ofEntry: entry.seq)
        {
          _ = try? desk.correct(
            "\(row.transaction).\(entry.seq - row.entries.first + 1)", amount: "\(some(0...2))",
            unit: nil, on: nil, reason: "r")
        }
      default:
        let head = Int(try desk.ledger.head().transaction)
        if head < start { continue }
        _ = try? desk.undo("\(some(max(start, head - 8)...head))", reason: "r")
      }
      if round % 5 == 4 { try expectUnchanged(desk, shuffledBy: &random) }
    }
    #expect(try desk.ledger.check().isEmpty)
  }

  private func expectUnchanged(_ desk: Desk, at place: SourceLocation = #_sourceLocation) throws {
    var random = SplitMix(state: 1)
    try expectUnchanged(desk, shuffledBy: &random, at: place)
  }

  private func expectUnchanged(
    _ desk: Desk, shuffledBy random: inout SplitMix, at place: SourceLocation = #_sourceLocation
  ) throws {
    var rows: [String] = []
    try desk.eachEntry(isPosted: false) { entry in
      rows.append(
        "\(entry.day),\(entry.indicator.code),\(entry.unit.code),\(entry.told),\(entry.note),"
          + "\(entry.mode)\n")
    }
    for rows in [rows, rows.shuffled(using: &random)] {
      let written = try desk.take(
        [Self.header + rows.joined()], ImportOptions(again: true, same: .skip))
      #expect(written.isEmpty, "\(written.result.files)", sourceLocation: place)
    }
  }
}
