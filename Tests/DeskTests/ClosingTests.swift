import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Source: `engine.md`, "Closing a month".
@Suite struct ClosingTests {
  @Test("a closed report prints the same JSON for ever, and a correction shows in the next")
  func correction() throws {
    let fixture = try Fixture(today: "2021-07-31")
    _ = try fixture.desk.setTarget(
      "a.done", amount: "79", unit: "d", year: 2021, draft: TargetDraft(amount: 0))
    try fixture.log("a.done", "40", "v1", "2021-06-20")
    let june = try month("2021-06")
    _ = try fixture.desk.close(june, module: nil, reissue: nil)
    let frozen = try fixture.desk.monthlyReport(june, ReportScope(unit: "d")).json.text
    try fixture.log("a.done", "-1", "v1", "2021-06-21")
    try fixture.log("a.done", "5", "v2", "2021-07-10")
    #expect(try fixture.desk.monthlyReport(june, ReportScope(unit: "d")).json.text == frozen)
    let july = try #require(try fixture.line("a.done", "2021-07", "d"))
    #expect(july.corrected == -1)
    #expect(july.actual == .amount(40 + 5 - 1))
    let latest = try fixture.desk.monthlyReport(june, ReportScope(unit: "d", latest: true))
    #expect(latest.lines.first?.actual == .amount(39))
    #expect(latest.lines.first?.corrected == -1)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a closed ranking calls equal names by the tree of its month")
  func titles() throws {
    let fixture = try Fixture(today: "2021-07-31")
    let desk = fixture.desk
    for (code, parent) in [("k1", "t1"), ("k2", "t2")] {
      _ = try desk.addUnit(
        code: code, name: "丁村", kind: .clinic, parent: parent, opened: nil, aliases: [])
      try fixture.log("a.done", "1", code, "2021-06-20")
    }
    func titles(_ text: String) throws -> [String] {
      try desk.rankingReport(["a.done"], try month(text), unit: "d", level: .clinic)
        .rankings[0].lines.map(\.unit.title)
    }
    _ = try desk.close(try month("2021-06"), module: nil, reissue: nil)
    _ = try desk.renameUnit("t1", to: "新镇")
    #expect(try titles("2021-06") == ["unit t1/丁村", "unit t2/丁村"])
    #expect(try titles("2021-07") == ["新镇/丁村", "unit t2/丁村"])
    #expect(
      try desk.monthlyReport(month("2021-06"), ReportScope(unit: "k1")).unit.title
        == "unit t1/丁村")
  }

  @Test(
    "actual as last reported + this month's amount + corrections = actual now", arguments: 1...6)
  func reconciles(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let fixture = try Fixture(today: "2021-12-31")
    var last: [String: Int64] = [:]
    for number in 1...8 {
      for _ in 0..<6 {
        let unit = Fixture.villages.randomElement(using: &random) ?? "v1"
        let inMonth = Int.random(in: 1...number, using: &random)
        let indicator = Bool.random(using: &random) ? "a.done" : "b.level"
        try fixture.log(
          indicator, "\(Int.random(in: -9...30, using: &random))", unit,
          "2021-0\(inMonth)-\(10 + Int.random(in: 0..<18, using: &random))")
      }
      let text = "2021-0\(number)"
      for indicator in ["a.done", "b.level"] {
        for unit in ["d", "t1", "v1"] {
          guard let line = try fixture.line(indicator, text, unit),
            case .amount(let actual) = line.actual
          else { continue }
          if number > 1 {
            let sum = (last[indicator + unit] ?? 0) + (line.month ?? 0) + line.corrected
            #expect(sum == actual, "seed \(seed) \(text) \(indicator) \(unit)")
          }
          last[indicator + unit] = actual
        }
      }
      _ = try fixture.desk.close(try month(text), module: nil, reissue: nil)
    }
  }

  @Test("a plan year carried again is reconciled with what was last said of it")
  func carriedAgain() throws {
    let fixture = try Fixture(today: "2021-04-30")
    _ = try fixture.desk.setTarget(
      "a.done", amount: "10", unit: "d", year: 2020, draft: TargetDraft(amount: 0))
    let log = { (amount: String, on: String) in
      _ = try fixture.desk.log(
        "a.done", amount, unit: "v1", on: try day(on), year: 2020, note: "", isLevel: false)
    }
    let carried = { (text: String) in
      try fixture.desk.monthlyReport(try month(text), ReportScope(unit: "d")).carried.first
    }
    try log("9", "2020-06-20")
    for text in ["2020-12", "2021-01"] {
      _ = try fixture.desk.close(try month(text), module: nil, reissue: nil)
    }
    // Found done after all, so that February does not carry it; found wrong again in March.
    try log("1", "2020-12-20")
    // What January said of it is corrected there all the same.
    let february = try #require(try carried("2021-02"))
    #expect(february.actual == .amount(10))
    #expect(february.corrected == 1)
    _ = try fixture.desk.close(try month("2021-02"), module: nil, reissue: nil)
    try log("-3", "2020-12-21")
    try log("2", "2021-03-10")
    let march = try #require(try carried("2021-03"))
    #expect(march.actual == .amount(9))
    #expect(march.month == 2)
    #expect(march.corrected == -3, "10 as last reported + 2 - 3 = 9")
    _ = try fixture.desk.close(try month("2021-03"), module: nil, reissue: nil)
    let april = try #require(try carried("2021-04"))
    #expect(april.corrected == 0)
    let again = try fixture.desk.monthlyReport(
      try month("2021-02"), ReportScope(unit: "d", latest: true))
    #expect(again.carried.first?.corrected == -3, "10 as February reported, 7 in its state of now")
  }

  @Test("months close in order, and a reissue makes a new edition")
  func order() throws {
    let fixture = try Fixture(today: "2021-12-31")
    try fixture.log("a.done", "1", "v1", "2021-05-20")
    _ = try fixture.desk.close(try month("2021-05"), module: nil, reissue: nil)
    #expect(throws: DeskError.closeFirst(try month("2021-06"))) {
      try fixture.desk.close(try month("2021-07"), module: nil, reissue: nil)
    }
    #expect(throws: DeskError.alreadyClosed(try month("2021-05"), modules: ["a", "b"])) {
      try fixture.desk.close(try month("2021-05"), module: nil, reissue: nil)
    }
    #expect(throws: DeskError.notClosed(try month("2021-06"))) {
      try fixture.desk.close(try month("2021-06"), module: nil, reissue: "late")
    }
    try fixture.log("a.done", "2", "v1", "2021-05-21")
    let again = try fixture.desk.close(try month("2021-05"), module: nil, reissue: "late")
    #expect(again.result.closings.allSatisfy { $0.edition == 2 })
    #expect(try fixture.actual("a.done", "2021-05", "d") == 3)
  }

  @Test("modules close on different days")
  func modules() throws {
    let fixture = try Fixture(today: "2021-12-31")
    try fixture.log("a.done", "1", "v1", "2021-05-20")
    try fixture.log("b.level", "7", "v1", "2021-05-20")
    _ = try fixture.desk.close(try month("2021-05"), module: "a", reissue: nil)
    try fixture.log("a.done", "1", "v1", "2021-05-20")
    try fixture.log("b.level", "1", "v1", "2021-05-20")
    let report = try fixture.desk.monthlyReport(try month("2021-05"), ReportScope(unit: "d"))
    #expect(!report.closed)
    #expect(report.lines.first { $0.indicator.code == "a.done" }?.actual == .amount(1))
    #expect(report.lines.first { $0.indicator.code == "b.level" }?.actual == .amount(8))
    #expect(report.notes.contains(.partlyClosed(modules: ["a"])))
  }

  @Test("a closed report keeps names and tree when a unit moves")
  func tree() throws {
    let fixture = try Fixture(today: "2021-12-31")
    try fixture.log("a.done", "3", "v1", "2021-05-20")
    let may = try month("2021-05")
    _ = try fixture.desk.close(may, module: nil, reissue: nil)
    let before = try fixture.desk.rankingReport(["a.done"], may, unit: "t1", level: nil)
    _ = try fixture.desk.moveUnit("v1", under: "t2")
    _ = try fixture.desk.renameUnit("v2", to: "renamed")
    let after = try fixture.desk.rankingReport(["a.done"], may, unit: "t1", level: nil)
    #expect(
      after.rankings.map { after.json($0).text } == before.rankings.map { before.json($0).text })
    #expect(try fixture.actual("a.done", "2021-05", "t1") == 3)
    // What May said of it is taken back in June.
    let left = try #require(try fixture.line("a.done", "2021-06", "t1"))
    #expect(left.actual == .amount(0))
    #expect(left.corrected == -3)
    #expect(try fixture.line("a.done", "2021-06", "t2")?.corrected == 3)
  }

  @Test("a month that is not over is closed only when that is confirmed, and by nobody ahead")
  func unfinished() throws {
    for (today, isOver) in [("2021-06-29", false), ("2021-06-30", false), ("2021-07-01", true)] {
      let fixture = try Fixture(today: today)
      try fixture.log("a.done", "1", "v1", "2021-06-01")
      let june = try month("2021-06")
      if !isOver {
        #expect(throws: DeskError.notOver(june)) {
          try fixture.desk.close(june, module: nil, reissue: nil)
        }
        #expect(try fixture.desk.ledger.closings().isEmpty)
      }
      _ = try fixture.desk.close(june, module: nil, reissue: nil, isConfirmed: !isOver)
      #expect(throws: DeskError.notYet(try month("2021-08"))) {
        try fixture.desk.close(try month("2021-08"), module: nil, reissue: nil, isConfirmed: true)
      }
    }
  }

  @Test("the first closing says which earlier months have figures, later ones say nothing")
  func openBefore() throws {
    let fixture = try Fixture(today: "2021-12-31")
    for (indicator, day) in [
      ("a.done", "2020-12-10"), ("a.done", "2021-03-01"), ("b.level", "2021-02-01"),
      ("a.done", "2021-06-02"),
    ] { try fixture.log(indicator, "1", "v1", day) }
    func close(_ text: String, module: String?) throws -> [String] {
      try fixture.desk.close(try month(text), module: module, reissue: nil)
        .result.openBefore.map(\.description)
    }
    #expect(try close("2021-04", module: "a") == ["2020-12", "2021-03"])
    #expect(try close("2021-05", module: "a") == [])
    #expect(try close("2021-05", module: "b") == ["2021-02"])
    #expect(try close("2021-06", module: nil) == [])
  }
}
