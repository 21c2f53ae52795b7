import Forms
import Journal
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Forms of which several say the level of one day, hours of one day, people who say it as well, and undos of any of
/// them, in random order. Sources: `forms.md`, "Accepting posts"; `engine.md`, "level statement".
@Suite struct FormLevelPropertyTests {
  @Test(
    "a day has the level that one of those who call for it said, and the newest undo gives it back",
    arguments: 1...12)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 104_729)
    var model = try LevelsModel()
    for step in 0..<50 {
      let before: [Day: Int64?] = try model.said().mapValues { $0 }
      guard let number = try model.step(&random) else { continue }
      try model.expectOneOfThoseCalledFor("seed \(seed) step \(step)")
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      let told = try model.undo(number)
      #expect(told != nil, "seed \(seed) step \(step): the newest is not undone")
      // What people said and others replaced does not come back, and that is told.
      let expected = before.merging(told ?? [:]) { $1 }
      #expect(try model.said() == expected.compactMapValues { $0 }, "seed \(seed) step \(step)")
      try model.expectOneOfThoseCalledFor("seed \(seed) step \(step) undone")
    }
    #expect(try model.world.ledger.verify().isEmpty)
    #expect(model.undone > 5 && model.accepted > 4)
  }
}

/// Who calls for which level, as plainly as can be: what the accepted submissions hold, and what people said.
private struct LevelsModel {
  let world: FormWorld
  private(set) var undone = 0
  private(set) var accepted = 0
  private var numbers: [Int64] = []
  /// What people said of each day, whether or not it stands.
  private var people: [Day: Set<Int64>] = [:]

  private static let rounds = [
    ("daily", "2021-03", "3"), ("other", "2021-03", "1"), ("flood", "烟花/2021-03-31T08", "2"),
    ("flood", "烟花/2021-03-31T18", "2"), ("flood", "烟花/2021-04-30T18", "2"),
    ("daily", "2021-04", "3"), ("other", "2021-04", "1"),
  ]

  init() throws {
    world = try FormWorld()
    let other = try FormDefinition(
      "other", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("另表", "Other"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [try line("1", "b.level")]))
    try world.write { try $0.set(other) }
  }

  /// - Returns: the transaction; nil for an undo that is refused.
  mutating func step(_ random: inout SplitMix) throws -> Int64? {
    let number: Int64?
    switch Int.random(in: 0..<10, using: &random) {
    case 0: number = try say(.random(in: 10...19, using: &random), &random)
    case 1, 2, 3:
      guard let old = numbers.randomElement(using: &random), try undo(old) != nil else {
        return nil
      }
      return try world.ledger.head().transaction
    default: number = try take(&random)
    }
    if let number { numbers.append(number) }
    return number
  }

  private mutating func say(_ level: Int64, _ random: inout SplitMix) throws -> Int64 {
    let day = try day(["2021-03-31", "2021-04-30"].randomElement(using: &random) ?? "")
    people[day, default: []].insert(level)
    return try world.desk.log(
      "b.level", "\(level)", unit: "v1", on: day, year: nil, note: "", isLevel: true
    ).head.transaction
  }

  private mutating func take(_ random: inout SplitMix) throws -> Int64? {
    let (form, period, line) = Self.rounds.randomElement(using: &random) ?? ("", "", "")
    switch try world.submission(form, period, "v1")?.state ?? .missing {
    case .missing, .draft, .returned:
      return try world.step(
        .submit(), form, period, "v1", [line: .random(in: 1...9, using: &random)])
    case .submitted:
      accepted += 1
      return try world.step(.accept, form, period, "v1")
    case .accepted: return try world.step(.reopen(reason: "改"), form, period, "v1")
    }
  }

  /// - Returns: the days that are told to have another level by it, or none; nil where it is refused.
  mutating func undo(_ number: Int64) throws -> [Day: Int64?]? {
    do {
      let written = try world.desk.undo("\(number)", reason: "试")
      undone += 1
      numbers.append(written.head.transaction)
      var told: [Day: Int64?] = [:]
      for level in written.levels { told[level.moved.day] = .some(level.moved.now) }
      for level in written.result.withdrawn { told[level.moved.day] = .some(nil) }
      return told
    } catch is DeskError {
      return nil
    }
  }

  func said() throws -> [Day: Int64] {
    let indicator = try world.desk.indicator("b.level").id
    return try world.said(indicator, try world.unit("v1"))
  }

  func expectOneOfThoseCalledFor(_ place: String) throws {
    let said = try said()
    for text in ["2021-03-31", "2021-04-30"] {
      let day = try day(text)
      let called = try calls(on: day)
      if let level = said[day] {
        #expect(called.union(people[day] ?? []).contains(level), "\(place) \(day)")
      } else {
        #expect(called.isEmpty, "\(place) \(day)")
      }
    }
    for finding in try world.ledger.check() { Issue.record("\(place) \(finding)") }
  }

  /// What accepted submissions say of a day; of an event, which is told anew each time, only the last.
  private func calls(on day: Day) throws -> Set<Int64> {
    var (called, event): (Set<Int64>, (day: Day, level: Int64)?) = ([], nil)
    for (form, text, line) in Self.rounds {
      let period = try world.period(text, of: form)
      guard let submission = try world.submission(form, text, "v1"), submission.state == .accepted,
        let level = submission.contents.values.amounts[try number(line)]?.units
      else { continue }
      if period.event != nil {
        event = (period.lastDay, level)
      } else if period.lastDay == day {
        called.insert(level)
      }
    }
    if let event, event.day == day { called.insert(event.level) }
    return called
  }
}
