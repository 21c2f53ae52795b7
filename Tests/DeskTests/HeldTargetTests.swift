import Storage
import TargetEngine
import Testing

@testable import Desk

/// `cli.md`, `without-merged`: a row whose cell is empty is read as one of a file that lacks the column.
@Suite struct HeldTargetTests {
  private func read(_ rows: [String], held: Bool, aside: Bool) throws -> TargetOffice {
    let office = try TargetOffice()
    let header = TargetRow.header.dropLast() + (held ? ",without-merged\n" : "\n")
    let lines = rows.map { $0 + (held ? ",\n" : "\n") }.joined()
    try office.read(text: header + lines, aside: aside)
    return office
  }

  @Test("an empty column changes nothing: rows at random", arguments: 1...60)
  func same(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let amount = ["5", "6"].randomElement(using: &random) ?? ""
      let day = ["", "", "2021-01-01", "2021-03-01"].randomElement(using: &random) ?? ""
      return "a.done,t1,2021,\(amount),\(day),,,,"
    }
    for aside in [false, true] {
      let (plain, held) = (
        try read(rows, held: false, aside: aside), try read(rows, held: true, aside: aside)
      )
      // Which of two that contradict each other is told as the fault depends on their order.
      #expect(plain.faults.isEmpty == held.faults.isEmpty, "\(rows)")
      #expect(try plain.books() == held.books(), "\(rows)")
    }
  }

  @Test("an empty column changes nothing: whole files", arguments: 1...12)
  func files(seed: Int) throws {
    var random = RandomTargets(seed: UInt64(seed), faulty: seed.isMultiple(of: 2))
    let rows = random.make(40).map {
      $0.cells.joined(separator: ",").replacing("1,200", with: "\"1,200\"")
    }
    let (plain, held) = (
      try read(rows, held: false, aside: false), try read(rows, held: true, aside: false)
    )
    #expect(plain.faults == held.faults)
    #expect(try plain.books() == held.books())
    try held.expectPlans()
  }

  @Test(
    "of two files of one import one has the column: both in either order are as both with it",
    arguments: 1...40)
  func twoFiles(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let plain: String = TargetRow.header
    let held: String = TargetRow.header.dropLast() + ",without-merged\n"
    func rows(_ units: [String]) -> [String] {
      units.map { unit in
        let amount = ["5", "6"].randomElement(using: &random) ?? ""
        let begin = ["2021,#,", "2022,#,", "2021,#,2021-02-01"].randomElement(using: &random) ?? ""
        return "a.done,\(unit),\(begin.replacing("#", with: amount)),,,,"
      }
    }
    let (first, second) = (rows(["t1", "v1", "t1"]), rows(["t1", "v2"]))
    let into = "a.money,t1,2021,3,2021-01-01,,,,,v1"
    let read = { (texts: [String]) in
      let office = try TargetOffice()
      _ = try office.desk.mergeUnit("v1", into: "t1", on: try day("2021-05-31"))
      try office.read(texts: texts, aside: seed.isMultiple(of: 2))
      return (isTaken: office.faults.isEmpty, books: try office.books())
    }
    let lines = { (rows: [String]) in rows.map { $0 + "\n" }.joined() }
    let wide = { (rows: [String]) in rows.map { $0 + ",\n" }.joined() }
    let merged = held + wide(second) + into + "\n"
    let expected = try read([held + wide(first), merged])
    for texts in [[plain + lines(first), merged], [merged, plain + lines(first)]] {
      let found = try read(texts)
      #expect(found.isTaken == expected.isTaken, "\(texts)")
      #expect(found.books == expected.books, "\(texts)")
    }
  }

  @Test("two that contradict each other are refused, an undated first one begins with the year")
  func contradiction() throws {
    for aside in [false, true] {
      let office = try read(
        ["a.done,t1,2021,5,,,,,", "a.done,t1,2021,6,,,,,"], held: true, aside: aside)
      #expect(office.faults.map(\.kind) == [.otherTarget(at: RowPlace(file: nil, line: 2))])
      #expect(office.faults.map(\.place.line) == [3])
    }
    let office = try read(
      ["a.done,t1,2021,6,2021-03-01,,,,", "a.done,t1,2021,5,,,,,"], held: true, aside: false)
    #expect(office.faults == [])
    let unit = try office.desk.unit("t1").unit.id
    #expect(
      try office.desk.ledger.targets(of: unit).map { "\($0.amount)@\($0.effective)" }
        == ["5@2021-01-01", "6@2021-03-01"])
  }
}
