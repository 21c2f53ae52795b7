import Forms
import Journal
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Submissions, their steps, changed definitions, closings and undos of any of them and of each other, in random
/// order, against a model that keeps what each submission is and knows no postings: what stands in the ledger is
/// what the accepted ones say.
///
/// Sources: `forms.md`, "Accepting posts"; decision 0040.
@Suite struct FormPropertyTests {
  @Test("what stands in the ledger is what accepted submissions say", arguments: 1...16)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 7919)
    var model = try FormModel()
    for step in 0..<60 {
      try model.step(&random)
      try model.compare("seed \(seed) step \(step)")
      if step % 10 == 9 {
        #expect(try model.world.ledger.check().isEmpty, "seed \(seed) step \(step)")
      }
    }
    #expect(try model.world.ledger.check().isEmpty)
    #expect(try model.world.ledger.verify().isEmpty)
    try model.world.ledger.rebuild()
    #expect(try model.world.ledger.verify().isEmpty)
    #expect(model.undone > 0 && model.accepted > 3)
  }
}

/// What submissions are, as plainly as can be.
struct FormModel {
  let world: FormWorld
  private(set) var undone = 0
  private(set) var accepted = 0
  private var states: [Key: State] = [:]
  private var deeds: [Int64: Deed] = [:]
  private var lastChange = 0

  struct Key: Hashable {
    var form: String
    var period: String
    var unit: String
  }

  struct State: Equatable {
    var state: FormState
    var values: [String: Int64]
  }

  /// What a transaction changed: the submission before and after it. Nil for a change of the form.
  private struct Deed {
    var key: Key?
    var before: State?
    var after: State?
  }

  private static let months = ["2021-02", "2021-03", "2021-04"]
  private static let events = ["烟花/2021-07-25T18", "烟花/2021-07-25T20", "烟花/2021-07-26"]
  private static let units = ["v1", "t1"]

  init() throws { world = try FormWorld() }

  mutating func step(_ random: inout SplitMix) throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<5: try undo(&random)
    case 5: try changeForm(&random)
    case 6: try close(&random)
    default: try take(&random)
    }
  }

  private mutating func take(_ random: inout SplitMix) throws {
    let isEvent = Bool.random(using: &random)
    let key = Key(
      form: isEvent ? world.event : world.monthly,
      period: (isEvent ? Self.events : Self.months).randomElement(using: &random) ?? "",
      unit: Self.units.randomElement(using: &random) ?? "")
    let before = states[key]
    var after = before ?? State(state: .missing, values: [:])
    let actions: [FormAction] = [
      .draft, .submit(), .submit(), .submit(isNil: true), .accept, .accept, .return(reason: "改"),
      .reopen(reason: "改"),
    ]
    let allowed = actions.filter { after.state.after($0.kind) != nil }
    let isTried = Int.random(in: 0..<8, using: &random) == 0
    let action = (isTried ? actions : allowed).randomElement(using: &random) ?? .draft
    guard let next = after.state.after(action.kind) else {
      #expect(throws: FormStepFault.self) {
        try world.step(action, key.form, key.period, key.unit)
      }
      return
    }
    after.state = next
    if [.draft, .submit].contains(action.kind) {
      after.values = [:]
      for line in isEvent ? ["1", "2"] : ["1", "2", "3"]
      where Int.random(in: 0..<4, using: &random) > 0 {
        after.values[line] =
          action == .submit(isNil: true) ? 0 : .random(in: -3...9, using: &random)
      }
    }
    let number = try world.step(action, key.form, key.period, key.unit, after.values)
    if next == .accepted { accepted += 1 }
    states[key] = after
    deeds[number] = Deed(key: key, before: before, after: after)
  }

  /// A new line, which posts nothing, from a month on: refused where something was sent of it.
  private mutating func changeForm(_ random: inout SplitMix) throws {
    let month = Self.months.randomElement(using: &random) ?? ""
    lastChange += 1
    var change = FormChange(from: try day("\(month)-01"))
    change.lines = [
      .set(
        FormLine(
          try DeskTests.number("9.\(lastChange)"), Text("新行", "New line"),
          .amount(decimals: 0, measure: "个")))
    ]
    var form = try world.form(world.monthly).definition
    try form.change(change)
    let isSent = states.contains { key, state in
      key.form == world.monthly && key.period >= month
        && [.submitted, .accepted].contains(state.state)
    }
    if isSent {
      #expect(throws: FormInUse.self) { try world.write { try $0.set(form) } }
    } else {
      deeds[try world.write { try $0.set(form) }] = Deed()
    }
  }

  private func close(_ random: inout SplitMix) throws {
    // Some are closed already, or not their turn.
    guard let month = Month(Self.months.randomElement(using: &random) ?? "") else { return }
    _ = try? world.desk.close(month, module: nil, reissue: nil)
  }

  private mutating func undo(_ random: inout SplitMix) throws {
    guard let number = deeds.keys.sorted().randomElement(using: &random), let deed = deeds[number]
    else { return }
    do {
      let written = try world.desk.undo("\(number)", reason: "试")
      undone += 1
      guard let key = deed.key else {
        deeds[written.head.transaction] = Deed()
        return
      }
      let before = states[key]
      states[key] = deed.before
      deeds[written.head.transaction] = Deed(key: key, before: before, after: deed.before)
    } catch is DeskError {
      // The newest of all has nothing built on it.
      #expect(number != world.lastTransaction, "\(number)")
    }
  }

  func compare(_ place: String) throws {
    for key in Set(states.keys).union(try keys()) {
      let stored = try world.submission(key.form, key.period, key.unit)
      #expect(stored?.state == states[key]?.state, "\(place) \(key)")
      let values = (stored?.atWork.values.amounts ?? [:]).mapValues(\.units)
        .filter { $0.key.description != "4" }
      let expected = states[key]?.values ?? [:]
      #expect(
        Dictionary(uniqueKeysWithValues: values.map { ($0.key.description, $0.value) }) == expected,
        "\(place) \(key)")
    }
    try compareFlows(place)
    try compareLevels(place)
  }

  private func keys() throws -> [Key] {
    Self.units.flatMap { unit in
      Self.months.map { Key(form: world.monthly, period: $0, unit: unit) }
        + Self.events.map { Key(form: world.event, period: $0, unit: unit) }
    }
  }

  /// The value of a line that counts: of an event the last that is accepted and has one.
  private func counting(_ form: String, _ period: String, _ unit: String, _ line: String) -> Int64?
  {
    let own = { (period: String) -> Int64? in
      let state = states[Key(form: form, period: period, unit: unit)]
      return state?.state == .accepted ? state?.values[line] : nil
    }
    if form == world.monthly { return own(period) }
    let last = Self.events.last { own($0) != nil }
    return last == period ? own(period) : nil
  }

  private func compareFlows(_ place: String) throws {
    for (code, line) in [("a.done", "1"), ("a.money", "2")] {
      let indicator = try world.desk.indicator(code).id
      for unit in Self.units {
        var expected: [String: Int64] = [:]
        for month in Self.months {
          expected[month, default: 0] += counting(world.monthly, month, unit, line) ?? 0
        }
        for event in Self.events where code == "a.done" {
          expected["2021-07", default: 0] += counting(world.event, event, unit, line) ?? 0
        }
        var found: [String: Int64] = [:]
        let unit = try world.unit(unit)
        for entry in try world.ledger.entries(EntryQuery(indicator: indicator))
        where entry.unit == unit { found[entry.day.month.description, default: 0] += entry.amount }
        #expect(
          found.filter { $0.value != 0 } == expected.filter { $0.value != 0 }, "\(place) \(code)")
      }
    }
  }

  /// Which levels are said, and what they are.
  private func compareLevels(_ place: String) throws {
    let indicator = try world.desk.indicator("b.level").id
    for unit in Self.units {
      var expected: [Day: Set<Int64>] = [:]
      for month in Self.months {
        guard let level = counting(world.monthly, month, unit, "3"), let day = Month(month)?.lastDay
        else { continue }
        expected[day, default: []].insert(level)
      }
      for event in Self.events {
        guard let level = counting(world.event, event, unit, "2") else { continue }
        expected[try world.period(event, of: world.event).lastDay, default: []].insert(level)
      }
      #expect(
        try world.said(indicator, try world.unit(unit)) == expected.mapValues { $0.first ?? 0 },
        "\(place) \(unit)")
    }
  }
}

extension FormWorld {
  fileprivate var lastTransaction: Int64? { try? ledger.head().transaction }
}
