import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A target that was withdrawn after a closing is said by the next report, as one that was changed.
@Suite struct WithdrawnTargetTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try Fixture(today: "2021-08-31") }

  private func target(_ amount: String, _ effective: String? = nil) throws -> Int64 {
    let row = "a.done,v1,2021,\(amount),\(effective ?? "")\n"
    return try desk.take(["indicator,unit,year,amount,effective\n" + row]).head.transaction
  }

  private func undo(_ number: Int64) throws { _ = try desk.undo("\(number)", reason: "r") }

  private func close(_ months: String...) throws {
    for text in months { _ = try desk.close(try month(text), module: nil, reissue: nil) }
  }

  private func notes(_ month: String) throws -> [ReportNote] {
    try desk.monthlyReport(try DeskTests.month(month), ReportScope(unit: "v1")).notes
  }

  private func withdrawn(_ month: String, _ from: Int64, _ to: Int64?) throws -> [ReportNote] {
    [
      .withdrawn(
        try desk.indicator("a.done"), month: try DeskTests.month(month), from: from, to: to)
    ]
  }

  @Test(
    "with figures or without, and only in the next report, which keeps it",
    arguments: [true, false])
  func gone(hasFigures: Bool) throws {
    if hasFigures { try fixture.log("a.done", "3", "v1", "2021-02-10") }
    let set = try target("9")
    try close("2021-04", "2021-05")
    try undo(set)
    #expect(try notes("2021-06") == withdrawn("2021-05", 9, nil))
    #expect(try notes("2021-07") == [])
    try close("2021-06")
    #expect(try notes("2021-06") == withdrawn("2021-05", 9, nil))
    #expect(try notes("2021-07") == [])
  }

  @Test("another that is set in its place, and the one before it that holds again")
  func another() throws {
    let first = try target("9")
    try close("2021-04")
    try undo(first)
    let second = try target("7")
    #expect(try notes("2021-05") == withdrawn("2021-04", 9, 7))
    try close("2021-05")
    let third = try target("5", "2021-06-02")
    try close("2021-06")
    try undo(third)
    #expect(try notes("2021-07") == withdrawn("2021-06", 5, 7))
    #expect(second < third)
  }

  @Test("the one that the closed report used stands, whatever was withdrawn and set beside it")
  func notUsed() throws {
    _ = try target("9")
    try close("2021-04")
    let mistake = try target("15", "2021-05-02")
    try undo(mistake)
    let right = try target("12", "2021-05-03")
    #expect(try !notes("2021-05").contains(withdrawn("2021-04", 9, 12)[0]))
    // The one that the report used was there again when it was closed, and is gone since.
    try undo(right)
    try undo(try desk.ledger.head().transaction)
    try close("2021-05")
    try undo(right)
    #expect(try notes("2021-06") == withdrawn("2021-05", 12, 9))
  }

  @Test("one that was withdrawn before the closing, or that is there again, is not said")
  func not() throws {
    let first = try target("9")
    try undo(first)
    try close("2021-04")
    #expect(try notes("2021-05") == [])
    _ = try target("8")
    try close("2021-05")
    let last = try desk.ledger.head().transaction
    #expect(try notes("2021-06") == [])
    #expect(first < last)
  }
}
