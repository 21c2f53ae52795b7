import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Levels that several say of one day: forms, their hours, and people. Sources: `forms.md`, "Accepting posts"; `engine.md`,
/// "level statement".
@Suite struct FormLevelTests {
  private let world: FormWorld

  init() throws {
    world = try FormWorld()
    let weekly = try FormDefinition(
      "other", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("另表", "Other"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [try line("1", "b.level")]))
    try world.write { try $0.set(weekly) }
  }

  private func level() throws -> Int64? { try world.fixture.actual("b.level", "2021-03", "v1") }

  private func say(_ level: Int64) throws -> Int64 {
    try world.desk.log(
      "b.level", "\(level)", unit: "v1", on: try day("2021-03-31"), year: nil, note: "",
      isLevel: true
    ).head.transaction
  }

  @discardableResult
  private func accept(_ form: String, _ level: Int64, _ period: String = "2021-03") throws -> Int64
  {
    let line = form == "daily" ? "3" : form == "flood" ? "2" : "1"
    try world.step(.submit(), form, period, "v1", [line: level])
    return try world.step(.accept, form, period, "v1")
  }

  @discardableResult
  private func reopen(_ form: String, _ period: String = "2021-03") throws -> Int64 {
    try world.step(.reopen(reason: "重报"), form, period, "v1")
  }

  private func undo(_ number: Int64) throws -> Int64 {
    try world.desk.undo("\(number)", reason: "误").head.transaction
  }

  private func expectSound() throws {
    #expect(try world.ledger.check().isEmpty)
    #expect(try world.ledger.verify().isEmpty)
  }

  @Test(
    "of two forms the one that was accepted last counts, and the other again when that is reopened")
  func twoForms() throws {
    try accept("daily", 40)
    let second = try accept("other", 50)
    #expect(try level() == 50)
    let reopened = try reopen("other")
    #expect(try level() == 40)
    try expectSound()
    _ = try undo(reopened)
    #expect(try level() == 50)
    try expectSound()
    _ = try undo(second)
    #expect(try level() == 40)
    try expectSound()
    try reopen("daily")
    #expect(try level() == 0)
    try expectSound()
  }

  @Test("an acceptance is undone though it was reopened and that was undone")
  func reopenedAndBack() throws {
    let accepted = try accept("daily", 40)
    let back = try undo(try reopen("daily"))
    #expect(try level() == 40)
    _ = try undo(accepted)
    #expect(try level() == 0)
    try expectSound()
    #expect(throws: (any Error).self) { _ = try undo(back) }
  }

  @Test("what somebody said since stays when a reopening is undone")
  func saidSince() throws {
    try accept("daily", 40)
    let said = try say(45)
    let reopened = try reopen("daily")
    #expect(try level() == 45)
    _ = try undo(reopened)
    #expect(try level() == 45)
    try expectSound()
    _ = try undo(said)
    #expect(try level() == 40)
    try expectSound()
  }

  @Test("what somebody said before is undone after the form")
  func saidBefore() throws {
    let said = try say(30)
    let accepted = try accept("daily", 40)
    _ = try undo(try reopen("daily"))
    #expect(throws: DeskError.undo(.neededBy(transaction: accepted))) { _ = try undo(said) }
    let back = try undo(accepted)
    #expect(try level() == 30)
    try expectSound()
    let again = try undo(back)
    #expect(try level() == 40)
    _ = try undo(again)
    #expect(try level() == 30)
    // From one to the other as often as one likes.
    var last = said
    for level in [0, 30, 0, 30] as [Int64] {
      last = try undo(last)
      #expect(try self.level() == level)
      try expectSound()
    }
  }

  @Test("of hours of one day the last counts, in whatever order they are accepted")
  func hours() throws {
    for (period, amount) in [("烟花/2021-03-31T08", 10), ("烟花/2021-03-31T18", 20)] {
      try world.step(.submit(), "flood", period, "v1", ["2": Int64(amount)])
    }
    let later = try world.step(.accept, "flood", "烟花/2021-03-31T18", "v1")
    let earlier = try world.step(.accept, "flood", "烟花/2021-03-31T08", "v1")
    #expect(try level() == 20)
    try expectSound()
    try reopen("flood", "烟花/2021-03-31T18")
    #expect(try level() == 10)
    try expectSound()
    _ = try undo(earlier)
    #expect(try level() == 0)
    try expectSound()
    #expect(later < earlier)
  }

  @Test(
    "what people said between two hours comes back when the later one is undone, which is told")
  func hoursAndPeople() throws {
    for (period, amount) in [("烟花/2021-03-31T08", 10), ("烟花/2021-03-31T18", 55)] {
      try world.step(.submit(), "flood", period, "v1", ["2": Int64(amount)])
    }
    try world.step(.accept, "flood", "烟花/2021-03-31T08", "v1")
    _ = try say(33)
    let accepted = try world.step(.accept, "flood", "烟花/2021-03-31T18", "v1")
    let undone = try world.desk.undo("\(accepted)", reason: "误")
    #expect(undone.levels.map(\.moved.before) == [55])
    #expect(undone.levels.map(\.moved.now) == [33])
    try expectSound()
    _ = try undo(undone.head.transaction)
    #expect(try level() == 55)
    try expectSound()
  }

  @Test("an hour comes back over what people said before it, be its line cumulative or not")
  func hoursOverPeople() throws {
    for (period, amount) in [("烟花/2021-03-31T08", 10), ("烟花/2021-03-31T18", 55)] {
      try world.step(.submit(), "flood", period, "v1", ["2": Int64(amount)])
    }
    _ = try say(33)
    try world.step(.accept, "flood", "烟花/2021-03-31T08", "v1")
    let accepted = try world.step(.accept, "flood", "烟花/2021-03-31T18", "v1")
    let back = try undo(accepted)
    #expect(try level() == 10)
    try expectSound()
    _ = try undo(back)
    #expect(try level() == 55)
    let reopened = try reopen("flood", "烟花/2021-03-31T18")
    #expect(try level() == 10)
    _ = try undo(reopened)
    #expect(try level() == 55)
    try expectSound()
  }

  @Test("an acceptance comes back over what was said before it, whatever brought that back")
  func overWhatCameBack() throws {
    try accept("daily", 32)
    let accepted = try accept("other", 46)
    let undone = try undo(accepted)
    #expect(try level() == 32)
    _ = try undo(try say(50))
    #expect(try level() == 32)
    let again = try undo(undone)
    #expect(try level() == 46)
    try expectSound()
    // To and fro, and the first undo once more.
    let back = try undo(again)
    #expect(try level() == 32)
    _ = back
    _ = try undo(undone)
    #expect(try level() == 46)
    try expectSound()
  }

  @Test("of two that come back the later one counts, in whatever order they do")
  func orderOfTwo() throws {
    let first = try accept("daily", 32)
    let second = try accept("other", 46)
    let backs = [try undo(first), try undo(second)]
    _ = try undo(try say(50))
    _ = try undo(backs[1])
    #expect(try level() == 46)
    _ = try undo(backs[0])
    #expect(try level() == 46)
    try expectSound()
  }

  @Test("an acceptance comes back as it stood, though the same was accepted once more since")
  func acceptedTwice() throws {
    _ = try world.desk.log(
      "b.level", "39", unit: "v1", on: try day("2021-03-10"), year: nil, note: "", isLevel: false)
    let first = try undo(try accept("daily", 48))
    let added = try world.desk.log(
      "b.level", "-17", unit: "v1", on: try day("2021-03-11"), year: nil, note: "", isLevel: false
    ).head.transaction
    let second = try world.step(.accept, "daily", "2021-03", "v1")
    #expect(try level() == 48)
    _ = try undo(second)
    _ = try undo(added)
    #expect(try level() == 39)
    _ = try undo(first)
    #expect(try level() == 48)
    try expectSound()
  }

  @Test("what somebody said is undone, and that as well")
  func saidAndBack() throws {
    try accept("daily", 30)
    let back = try undo(try say(20))
    #expect(try level() == 30)
    let again = try undo(back)
    #expect(try level() == 20)
    try expectSound()
    _ = try undo(again)
    #expect(try level() == 30)
    try expectSound()
  }

  @Test("a level that a form says in place of another is told, and that the other comes back")
  func told() throws {
    _ = try say(30)
    try world.step(.submit(), "daily", "2021-03", "v1", ["3": 40])
    let written = try world.desk.take(
      .accept, "daily", "2021-03", FormChoice(units: ["v1"]))
    #expect(written.levels.map(\.moved.before) == [30])
    #expect(written.levels.map(\.moved.now) == [40])
    let reopened = try world.desk.take(
      .reopen(reason: "重报"), "daily", "2021-03", FormChoice(units: ["v1"]))
    #expect(reopened.levels.map(\.moved.before) == [40])
    #expect(reopened.levels.map(\.moved.now) == [30])
    #expect(try level() == 30)
    try expectSound()
  }

  @Test(
    "a form's level comes back as it stood, with what had come on top of it",
    arguments: [true, false])
  func drifted(_ isUndone: Bool) throws {
    try accept("daily", 20)
    // What is added, and the level of a unit below, count on top.
    _ = try world.desk.log(
      "b.level", "7", unit: "v1", on: try day("2021-03-10"), year: nil, note: "", isLevel: false)
    #expect(try level() == 27)
    let accepted = try accept("other", 55)
    #expect(try level() == 55)
    let back = try isUndone ? undo(accepted) : reopen("other")
    #expect(try level() == 27)
    try expectSound()
    _ = try undo(back)
    #expect(try level() == 55)
    try expectSound()
    let said = try say(33)
    _ = try undo(said)
    #expect(try level() == 55)
    _ = try undo(accepted)
    #expect(try level() == 27)
    try expectSound()
  }

  @Test("what was said last comes back, and not what a form said before", arguments: [true, false])
  func saidBetween(_ isUndone: Bool) throws {
    try accept("daily", 55)
    let said = try say(40)
    let accepted = try accept("other", 45)
    let back = try isUndone ? undo(accepted) : reopen("other")
    #expect(try level() == 40)
    try expectSound()
    _ = try undo(back)
    #expect(try level() == 45)
    _ = try undo(accepted)
    #expect(try level() == 40)
    try expectSound()
    // Then that is undone as it always was, and the form before it counts.
    let gone = try undo(said)
    #expect(try level() == 55)
    try expectSound()
    _ = try undo(gone)
    #expect(try level() == 40)
    try expectSound()
  }
}
