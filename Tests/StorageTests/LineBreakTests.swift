import Journal
import Registers
import StorageSQLite
import Suite
import TargetEngine
import Testing

@testable import Storage

/// `Released/core.4.sql` was made by the version before line breaks were kept out: its units, former
/// names, indicators, texts of targets, settings and records have CR, LF and tabs in them.
@Suite struct LineBreakTests {
  private let ledger: Ledger

  init() throws { ledger = try ReleasedTests().opened("core.4").ledger }

  private func expectSound() throws {
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
  }

  private func undo(_ number: Int64) throws {
    let author = Author(
      actor: "tester", at: "2021-06-30T08:00:00Z", command: "undo", reverses: number)
    let today = try #require(Day("2021-06-30"))
    _ = try ledger.write(author) {
      try $0.reverse(try ledger.undoable(number), in: ledger, today: today)
    }
  }

  @Test("it verifies, and everything is as it was typed")
  func texts() throws {
    try expectSound()
    let units = Dictionary(uniqueKeysWithValues: try ledger.units().map { ($0.unit.code, $0) })
    #expect(units["11"]?.unit.name == "East\r\nkind=township\r\n")
    #expect(units["11"]?.unit.kind == .township)
    #expect(units["12"]?.unit.name == "West\r")
    #expect(units["12"]?.aliases == ["Old\r\nTwo", "lines", "back\\name"])
    #expect(units["1\n3"]?.unit.name == "A\nB")
    #expect(units["14"]?.aliases == ["a\r\nb", "C\tD\\n"])
    #expect(try ledger.units(named: "a\r\nb").map(\.unit.code) == ["14"])
    #expect(try ledger.indicator(code: "x.a")?.measure == "m\r")
    let shape = try #require(ledger.shape("clinics.project"))
    let project = try #require(try ledger.record(1, in: shape))
    let texts = project.data.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(texts == ["healthCentre", "号", "甲", "乙\r\nx"])
    #expect(try ledger.history(of: 1, in: shape).last?.state == project)
    #expect(try ledger.history(of: 3, in: shape).count == 2)
  }

  @Test("names with an escape are read in bytes as they are read in texts")
  func bytes() throws {
    var names: [String: [String]] = [:]
    try ledger.eachUnitName { _, _, code, found, _ in
      names[String(decoding: code, as: UTF8.self)] = found.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    for stored in try ledger.units() {
      #expect(names[stored.unit.code] == [stored.unit.name] + stored.aliases)
    }
  }

  @Test("what is undone comes back as it was", arguments: [19, 18, 17, 15, 12, 10] as [Int64])
  func undo(number: Int64) throws {
    if number == 15 { try undo(17) }
    try undo(number)
    try expectSound()
    let west = try #require(try ledger.unit(code: "12"))
    #expect(west.unit.name == "West\r")
    #expect(west.unit.kind == .township)
    #expect(west.aliases == ["Old\r\nTwo", "lines", "back\\name"])
    if number == 18 { #expect(west.unit.closed == nil) }
  }

  @Test("a name that was undone and a name that is added are told apart from what they look like")
  func rename() throws {
    try undo(8)
    try expectSound()
    let unit = try #require(try ledger.unit(code: "14"))
    #expect(unit.unit.name == "C\tD\\n")
    #expect(unit.aliases == ["a\r\nb"])
    var new = unit
    new.unit.code = "15"
    new.unit.name = "x\r\nkind=county\r"
    new.aliases = ["a\r", "b\nc", "d\\e"]
    _ = try ledger.write(Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "add")) {
      try $0.add(new)
    }
    try expectSound()
    #expect(try ledger.unit(code: "15")?.aliases == ["a\r", "b\nc", "d\\e"])
  }
}
