import Storage
import TargetEngine
import Testing

@testable import Desk

/// What people add is not called as another indicator; the names of modules are given.
///
/// Source: `engine.md`, "Indicators".
@Suite struct IndicatorNameTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try Fixture() }

  private func draft(_ code: String, _ name: String) -> IndicatorDraft {
    IndicatorDraft(code: code, name: name, kind: "flow", measure: "个")
  }

  private func add(_ code: String, _ name: String) throws -> Int64 {
    try desk.addIndicator(draft(code, name)).head.transaction
  }

  private func undo(_ number: Int64) throws -> Int64 {
    try desk.undo("\(number)", reason: "试").head.transaction
  }

  private func expectRefused(_ number: Int64, for other: Int64, line: Int = #line) throws {
    let fault = #expect(throws: DeskError.self, "line \(line)") { _ = try undo(number) }
    #expect(fault == .undo(.neededBy([other])), "line \(line)")
  }

  private var taken: DeskError {
    .indicatorName("走访", of: DeskError.Candidate(code: "x.one", name: "走访", path: ""))
  }

  @Test("a module's indicator comes though the office has one of its name")
  func adopted() throws {
    _ = try add("x.one", "走访")
    #expect(throws: taken) { try add("x.two", " 走访") }
    #expect(try desk.install([draft("m.visits", "走访")]).result.map(\.code) == ["m.visits"])
    #expect(try desk.indicator("m.visits").name == "走访")
    #expect(throws: DeskError.self) { try desk.indicator("走访") }
    #expect(throws: taken) { try add("x.two", "走访") }
    // Both stood there when one went, so that it comes back.
    let undone = try undo(try desk.ledger.head().transaction)
    _ = try undo(undone)
    #expect(try desk.indicator("m.visits").name == "走访")
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("an indicator does not come back beside one that has its name by now, or that for its id")
  func comesBack() throws {
    let first = try undo(try add("x.one", "走访"))
    let other = try add("x.two", "走访")
    try expectRefused(first, for: other)
    let second = try undo(other)
    let code = try add("走访", "别的")
    try expectRefused(first, for: code)
    _ = try undo(code)
    _ = try undo(first)
    // The other one was given its name by its own transaction, though an undo brought it back.
    try expectRefused(second, for: first - 1)
    let again = try undo(first - 1)
    _ = try undo(second)
    try expectRefused(again, for: other)
    _ = try undo(other)
    _ = try undo(again)
    #expect(try desk.indicator("走访").code == "x.one")
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a file that comes back by an undo is refused for one of its names")
  func files() throws {
    let text = "id,name,kind,measure\nx.one,走访,flow,个\nx.three,慰问,flow,个\n"
    let undone = try undo(try desk.take([text]).head.transaction)
    let other = try add("x.two", "慰问")
    try expectRefused(undone, for: other)
    _ = try undo(other)
    _ = try undo(undone)
    #expect(try desk.indicator("慰问").code == "x.three")
  }

  @Test("rows of one file are compared with each other; ratios come as soon as their parts have")
  func rows() throws {
    let header = "id,name,kind,measure,numerator,denominator\n"
    do {
      _ = try desk.take([header + "x.one,走访,flow,个,,\nx.two,走访,flow,个,,\n"])
      Issue.record("imported")
    } catch DeskError.faults(let faults) {
      #expect(faults.listed.map(\.kind) == [.rule(taken)])
      #expect(faults.listed.map(\.place.line) == [3])
    }
    _ = try desk.take([
      header + "x.r1,一,ratio,,x.b,x.a\nx.a,甲,flow,个,,\nx.r2,二,ratio,,x.a,a.done\n"
        + "x.b,乙,flow,个,,\nx.c,丙,flow,个,,\n"
    ])
    #expect(
      try desk.ledger.indicators().map(\.code).suffix(5) == ["x.a", "x.r2", "x.b", "x.r1", "x.c"])
    // What waits for itself is told.
    #expect(throws: DeskError.self) { _ = try desk.take([header + "x.r,环,ratio,,x.r,x.a\n"]) }
  }
}
