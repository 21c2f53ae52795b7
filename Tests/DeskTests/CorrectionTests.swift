import Storage
import TargetEngine
import Testing

@testable import Desk

/// An entry is corrected once, and what is undone stays undone. Source: `engine.md`, "Entries" and
/// "Undo".
@Suite struct CorrectionTests {
  private func last(_ fixture: Fixture) throws -> Int64 {
    try fixture.desk.ledger.head().transaction
  }

  private func correct(_ fixture: Fixture, _ entry: String, _ amount: String) throws {
    _ = try fixture.desk.correct(entry, amount: amount, unit: nil, on: nil, reason: "r")
  }

  private func undo(_ fixture: Fixture, _ number: Int64) throws {
    _ = try fixture.desk.undo("\(number)", reason: "r")
  }

  private func actual(_ fixture: Fixture) throws -> Int64 {
    try #require(try fixture.actual("a.done", "2021-06", "d"))
  }

  @Test("a second correction of one entry is refused and names the entry that stands")
  func twice() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "12", "v1", "2021-05-20")
    let first = try last(fixture)
    try correct(fixture, "\(first).1", "13")
    let site = try fixture.desk.ledger.site()
    let instead = "\(site)-\(first + 1).2"
    #expect(
      throws: DeskError.notCorrectable(
        "\(first).1", .corrected(by: first + 1, instead: instead))
    ) { try correct(fixture, "\(first).1", "14") }
    #expect(
      throws: DeskError.notCorrectable("\(first + 1).1", .reversal(instead: instead))
    ) { try correct(fixture, "\(first + 1).1", "5") }
    #expect(try actual(fixture) == 13)
    try correct(fixture, instead, "14")
    #expect(try actual(fixture) == 14)
    // The chain is followed to its end.
    #expect(
      throws: DeskError.notCorrectable(
        "\(first).1", .corrected(by: first + 1, instead: "\(site)-\(first + 2).2"))
    ) { try correct(fixture, "\(first).1", "15") }
    // A correction that another builds on is not undone; the last one is, and the one before stands.
    #expect(throws: DeskError.undo(.neededBy(transaction: first + 2))) {
      try undo(fixture, first + 1)
    }
    try undo(fixture, first + 2)
    #expect(try actual(fixture) == 13)
    try correct(fixture, instead, "20")
    #expect(try actual(fixture) == 20)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a correction to another unit, stored in whatever order, and one to 0")
  func otherUnit() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "12", "v2", "2021-05-20")
    let first = try last(fixture)
    _ = try fixture.desk.correct("\(first).1", amount: nil, unit: "v1", on: nil, reason: "r")
    let entries = try fixture.desk.ledger.entries(EntryQuery(limit: 2)).sorted { $0.seq < $1.seq }
    for (place, entry) in entries.enumerated() {
      let name = "\(first + 1).\(place + 1)"
      if entry.amount < 0 {
        #expect(throws: DeskError.self) { try correct(fixture, name, "1") }
      } else {
        try correct(fixture, name, "0")
      }
    }
    #expect(try actual(fixture) == 0)
    #expect(
      throws: DeskError.notCorrectable("\(first).1", .corrected(by: first + 1, instead: nil))
    ) { try correct(fixture, "\(first).1", "5") }
    #expect(try actual(fixture) == 0)
  }

  @Test("an entry of an undone transaction and the entry that undid it are not corrected")
  func undone() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "12", "v1", "2021-05-20")
    let first = try last(fixture)
    try undo(fixture, first)
    #expect(throws: DeskError.notCorrectable("\(first).1", .undone(by: first + 1))) {
      try correct(fixture, "\(first).1", "5")
    }
    #expect(throws: DeskError.notCorrectable("\(first + 1).1", .reversal(instead: nil))) {
      try correct(fixture, "\(first + 1).1", "19")
    }
    #expect(try actual(fixture) == 0)
    // Brought back, it is corrected under its own number.
    try undo(fixture, first + 1)
    let site = try fixture.desk.ledger.site()
    #expect(
      throws: DeskError.notCorrectable(
        "\(first + 2).1", .reversal(instead: "\(site)-\(first).1"))
    ) { try correct(fixture, "\(first + 2).1", "5") }
    try correct(fixture, "\(first).1", "5")
    #expect(try actual(fixture) == 5)
    // What brought it back is not undone while the correction stands.
    #expect(throws: DeskError.undo(.neededBy(transaction: first + 3))) {
      try undo(fixture, first + 2)
    }
  }

  @Test("a source that was tampered with ends nothing", arguments: ["undo:", "correct:"])
  func circle(_ prefix: String) throws {
    let fixture = try RecordFixture()
    for amount in ["1", "2"] {
      _ = try fixture.desk.log(
        "clinics.in-training", amount, unit: "h2", on: try day("2021-02-01"), year: nil, note: "",
        isLevel: false)
    }
    let last = try fixture.desk.ledger.head().transaction
    for (first, second) in [(last, last), (last, last - 1)] {
      try fixture.execute(
        """
        UPDATE entry SET source = '\(prefix)\(first).1' WHERE seq = (SELECT MAX(seq) FROM entry);
        UPDATE entry SET source = '\(prefix)\(second).1' WHERE seq = (SELECT MIN(seq) FROM entry)
        """)
      for number in [last, last - 1] {
        _ = try? fixture.desk.correct("\(number).1", amount: "4", unit: nil, on: nil, reason: "r")
        _ = try? fixture.desk.undo("\(number)", reason: "r")
      }
      #expect(try !fixture.desk.ledger.verify().isEmpty)
    }
  }

  @Test("a day in another plan year takes the entry there, and that is said")
  func years() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "12", "v1", "2020-12-20")
    let entry = "\(try last(fixture)).1"
    let moved = try fixture.desk.correct(
      entry, amount: nil, unit: nil, on: try day("2021-02-10"), reason: "r"
    ).result.years
    #expect(moved?.before == 2020 && moved?.now == 2021)
    try fixture.log("b.level", "12", "v1", "2020-12-20")
    let level = "\(try last(fixture)).1"
    let stock = try fixture.desk.correct(
      level, amount: nil, unit: nil, on: try day("2021-02-10"), reason: "r")
    #expect(stock.result.years == nil)
  }

  @Test("undo of undo of undo: nothing is taken back twice")
  func chain() throws {
    let fixture = try Fixture()
    try fixture.log("a.done", "12", "v1", "2021-05-20")
    let first = try last(fixture)
    for step in 0..<5 {
      try undo(fixture, first + Int64(step))
      #expect(try actual(fixture) == (step % 2 == 0 ? 0 : 12), "\(step)")
    }
    // After an odd number of undos the first is undone, whatever was undone in between.
    #expect(throws: DeskError.undo(.alreadyUndone(by: first + 1))) { try undo(fixture, first) }
    #expect(try actual(fixture) == 0)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }
}
