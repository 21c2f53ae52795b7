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
    "a day has the level that was called for last, and the newest undo gives it back",
    arguments: 1...40)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 104_729)
    var model = try LevelsModel(&random)
    for step in 0..<60 {
      let (before, figures) = (try model.said(), try model.figures())
      guard let number = try model.step(&random) else { continue }
      try model.expectCalledForLast("seed \(seed) step \(step)")
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      let told = try model.undo(number)
      #expect(told != nil, "seed \(seed) step \(step): the newest is not undone")
      // Only what people said in place of what people had said gives nothing back, which is told.
      if model.isAfterPeople {
        let (said, told) = (try model.said(), told ?? [:])
        for day in Set(before.keys).union(told.keys) {
          let expected = told[day].map { now in now.flatMap { _ in said[day] } } ?? before[day]
          #expect(said[day] == expected, "seed \(seed) step \(step) \(day)")
        }
      } else {
        #expect(try model.said() == before, "seed \(seed) step \(step)\n\(model.story)")
        #expect(try model.figures() == figures, "seed \(seed) step \(step)\n\(model.story)")
      }
      try model.expectCalledForLast("seed \(seed) step \(step) undone")
    }
    #expect(try model.world.ledger.verify().isEmpty)
    #expect(model.undone > 5 && model.accepted > 3)
  }
}

/// Who calls for which level, as plainly as can be: what the accepted submissions hold, and what people said.
private struct LevelsModel {
  let world: FormWorld
  private(set) var undone = 0
  private(set) var accepted = 0
  /// Whether the last step was that people said a level.
  private(set) var isAfterPeople = false
  private var numbers: [Int64] = []
  /// What was done, for the eyes of whoever looks for a fault.
  private(set) var story = ""
  private var last = ""
  /// What people said, by transaction; what they say of the same day since ends it for good.
  private var people: [Int64: (day: Day, level: Int64, isEnded: Bool)] = [:]
  /// The round that a transaction accepted, and what an undo undid.
  private var acceptances: [Int64: Int] = [:]
  private var undos: [Int64: Int64] = [:]

  /// Who may say levels here: a few, so that they meet.
  private let rounds: [(form: String, period: String, line: String)]

  private static let allRounds = [
    ("daily", "2021-03", "3"), ("other", "2021-03", "1"), ("flood", "烟花/2021-03-31T08", "2"),
    ("flood", "烟花/2021-03-31T18", "2"), ("flood", "烟花/2021-04-30T18", "2"),
    ("flood", "梅花/2021-03-31T12", "2"),
    ("daily", "2021-04", "3"), ("other", "2021-04", "1"),
  ]

  init(_ random: inout SplitMix) throws {
    let chosen = Self.allRounds.indices.shuffled(using: &random).prefix(4)
    rounds = chosen.sorted().map { Self.allRounds[$0] }
    world = try LevelWorld().world
  }

  /// - Returns: the transaction; nil for an undo that is refused.
  mutating func step(_ random: inout SplitMix) throws -> Int64? {
    let number: Int64?
    let kind = Int.random(in: 0..<12, using: &random)
    isAfterPeople = kind == 0
    switch kind {
    case 0: number = try say(.random(in: 10...19, using: &random), &random)
    case 10: number = try add(&random)
    case 11: number = try move(&random)
    case 1, 2, 3, 4:
      guard let old = numbers.randomElement(using: &random), try undo(old) != nil else {
        return nil
      }
      return try world.ledger.head().transaction
    default: number = try take(&random)
    }
    if let number {
      numbers.append(number)
      story += "#\(number) \(kind) \(last) said \(try said())\n"
    }
    return number
  }

  private mutating func say(_ level: Int64, _ random: inout SplitMix) throws -> Int64 {
    let day = try day(["2021-03-31", "2021-04-30"].randomElement(using: &random) ?? "")
    let before = try world.ledger.head().transaction
    let number = try world.desk.log(
      "b.level", "\(level)", unit: "v1", on: day, year: nil, note: "", isLevel: true
    ).head.transaction
    // What says nothing new is not written.
    if number == before { return number }
    for (other, said) in people where said.day == day && isInForce(other) {
      people[other]?.isEnded = true
    }
    people[number] = (day, level, false)
    return number
  }

  private func isInForce(_ number: Int64) -> Bool {
    !undos.contains { $0.value == number && isInForce($0.key) }
  }

  /// A number that counts on top of levels, of the unit or of the one above.
  private func add(_ random: inout SplitMix) throws -> Int64 {
    let day = try day(
      ["2021-02-10", "2021-03-15", "2021-04-02"].randomElement(using: &random) ?? "")
    let unit = ["v1", "t1"].randomElement(using: &random)
    return try world.desk.log(
      "b.level", "\(Int.random(in: 100...900, using: &random))", unit: unit, on: day, year: nil,
      note: "", isLevel: false
    ).head.transaction
  }

  private func move(_ random: inout SplitMix) throws -> Int64? {
    let above = ["t1", "t2"].randomElement(using: &random) ?? ""
    let before = try world.ledger.head().transaction
    do {
      let number = try world.desk.moveUnit("v1", under: above).head.transaction
      return number > before ? number : nil
    } catch is DeskError { return nil }
  }

  /// What reports would say of the two months.
  func figures() throws -> [String: Int64?] {
    var figures: [String: Int64?] = [:]
    for month in ["2021-02", "2021-03", "2021-04", "2021-05"] {
      for unit in ["v1", "t1", "t2", "d"] {
        figures["\(month) \(unit)"] = try world.fixture.actual("b.level", month, unit) ?? 0
      }
    }
    return figures
  }

  private mutating func take(_ random: inout SplitMix) throws -> Int64? {
    guard let place = rounds.indices.randomElement(using: &random) else { return nil }
    let (form, period, line) = rounds[place]
    last = "\(form) \(period) from \(try world.submission(form, period, "v1")?.state ?? .missing)"
    switch try world.submission(form, period, "v1")?.state ?? .missing {
    case .missing, .draft, .returned:
      return try world.step(
        .submit(), form, period, "v1", [line: .random(in: 1...9, using: &random)])
    case .submitted:
      accepted += 1
      let number = try world.step(.accept, form, period, "v1")
      acceptances[number] = place
      return number
    case .accepted: return try world.step(.reopen(reason: "改"), form, period, "v1")
    }
  }

  /// - Returns: the days that are told to have another level by it, or none; nil where it is refused.
  mutating func undo(_ number: Int64) throws -> [Day: Int64?]? {
    do {
      let written = try world.desk.undo("\(number)", reason: "试")
      undone += 1
      undos[written.head.transaction] = number
      story += "#\(written.head.transaction) undo \(number) said \(try said())\n"
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

  func expectCalledForLast(_ place: String) throws {
    let said = try said()
    for text in ["2021-03-31", "2021-04-30"] {
      let day = try day(text)
      let last = try calls(on: day).max { $0.since < $1.since }
      #expect(said[day] == last?.level, "\(place) \(day)\n\(story)")
    }
    for finding in try world.ledger.check() { Issue.record("\(place) \(finding)") }
  }

  /// Who calls for a level of a day: accepted submissions, of an event, which is told anew each time, only the last, and
  /// people; each with the transaction that accepted or said it.
  private func calls(on day: Day) throws -> [(level: Int64, since: Int64)] {
    var (called, events): ([(level: Int64, since: Int64)], [String: (Day, Int64, Int64)]) = (
      [], [:]
    )
    for (place, (form, text, line)) in rounds.enumerated() {
      let period = try world.period(text, of: form)
      guard let submission = try world.submission(form, text, "v1"), submission.state == .accepted,
        let level = submission.contents.values.amounts[try number(line)]?.units
      else { continue }
      let since = acceptances.filter { $0.value == place && isInForce($0.key) }.keys.max() ?? 0
      if let event = period.event {
        events[event] = (period.lastDay, level, since)
      } else if period.lastDay == day {
        called.append((level, since))
      }
    }
    let hours = events.values.filter { $0.0 == day }.map { (level: $0.1, since: $0.2) }
    let people = people.filter { $0.value.day == day && !$0.value.isEnded && isInForce($0.key) }
    return called + hours + people.map { (level: $0.value.level, since: $0.key) }
  }
}
