import Storage
import TargetEngine
import Testing

@testable import Desk

/// What `check` and `close` advise where a number may count twice is taken when it is done: numbers are corrected
/// where their unit takes numbers, and where a rule says that it reports by list, the rule is changed first.
@Suite struct DoubleAdviceTests {
  /// The unit that rules, and its rules: the day, and whether by list.
  struct Rules: CustomTestStringConvertible {
    var unit: String
    var days: [(String, Bool)]

    var testDescription: String { "\(unit) \(days)" }
  }

  static let rules = [
    Rules(unit: "t1", days: []),
    Rules(unit: "t1", days: [("2021-01-01", true)]),
    Rules(unit: "d", days: [("2021-01-01", true)]),
    Rules(unit: "d", days: [("2021-01-01", true), ("2021-02-01", false)]),
    Rules(unit: "t1", days: [("2021-01-01", false), ("2021-03-01", true)]),
    Rules(
      unit: "t1", days: [("2021-01-01", true), ("2021-02-20", false), ("2021-03-10", true)]),
  ]

  private func numbers(_ indicator: String, in desk: Desk) throws -> [String] {
    try ["2021-02-10", "2021-03-20"].map { on in
      let logged = try desk.log(
        indicator, "5", unit: "t1", on: try day(on), year: nil, note: "", isLevel: false)
      return "\(logged.head.transaction).1"
    }
  }

  @Test("each command that is advised goes", arguments: rules)
  func goes(_ rules: Rules) throws {
    let indicator = "clinics.in-training"
    let fixture = try RecordFixture()
    let desk = fixture.desk
    try fixture.add(
      "clinics.course", "title=晚", "audience=villageDoctor", "organiser=h1",
      "started-on=2021-02-05", "attending=1")
    let entries = try numbers(indicator, in: desk)
    for (since, byList) in rules.days {
      _ = try desk.setSourcing(indicator, unit: rules.unit, byList: byList, since: try day(since))
    }
    for _ in 0..<3 {
      let kept = try desk.check().advice.flatMap { advice -> [Day] in
        guard case .keptBesideLists(_, let unit, let since) = advice else { return [] }
        #expect(unit.unit.code == "t1")
        return since
      }
      let isRefused = try entries.contains { entry in
        do {
          _ = try desk.correct(entry, amount: "4", unit: nil, on: nil, reason: "r")
          _ = try desk.undo("\(try desk.head().transaction)", reason: "r")
          return false
        } catch DeskError.reportsByList { return true }
      }
      #expect(isRefused == !kept.isEmpty)
      for since in kept {
        _ = try desk.setSourcing(indicator, unit: "t1", byList: false, since: since)
      }
    }
  }
}
