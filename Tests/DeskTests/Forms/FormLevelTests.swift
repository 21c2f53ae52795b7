import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Levels that several say of one day: forms, their hours, and people. Sources: `forms.md`, "Accepting posts"; `engine.md`,
/// "level statement".
@Suite struct FormLevelTests {
  private let levels: LevelWorld

  init() throws { levels = try LevelWorld() }

  @Test(
    "of two forms the one that was accepted last counts, and the other again when that is reopened")
  func twoForms() throws {
    try levels.accept("daily", 40)
    let second = try levels.accept("other", 50)
    #expect(try levels.level() == 50)
    let reopened = try levels.reopen("other")
    #expect(try levels.level() == 40)
    try levels.expectSound()
    _ = try levels.undo(reopened)
    #expect(try levels.level() == 50)
    try levels.expectSound()
    _ = try levels.undo(second)
    #expect(try levels.level() == 40)
    try levels.expectSound()
    try levels.reopen("daily")
    #expect(try levels.level() == 0)
    try levels.expectSound()
  }

  @Test("an acceptance is undone though it was reopened and that was undone")
  func reopenedAndBack() throws {
    let accepted = try levels.accept("daily", 40)
    let back = try levels.undo(try levels.reopen("daily"))
    #expect(try levels.level() == 40)
    _ = try levels.undo(accepted)
    #expect(try levels.level() == 0)
    try levels.expectSound()
    #expect(throws: (any Error).self) { _ = try levels.undo(back) }
  }

  @Test("what somebody said since stays when a reopening is undone")
  func saidSince() throws {
    try levels.accept("daily", 40)
    let said = try levels.say(45)
    let reopened = try levels.reopen("daily")
    #expect(try levels.level() == 45)
    _ = try levels.undo(reopened)
    #expect(try levels.level() == 45)
    try levels.expectSound()
    _ = try levels.undo(said)
    #expect(try levels.level() == 40)
    try levels.expectSound()
  }

  @Test("what somebody said before is undone after the form")
  func saidBefore() throws {
    let said = try levels.say(30)
    let accepted = try levels.accept("daily", 40)
    _ = try levels.undo(try levels.reopen("daily"))
    #expect(throws: DeskError.undo(.neededBy(transaction: accepted))) { _ = try levels.undo(said) }
    let back = try levels.undo(accepted)
    #expect(try levels.level() == 30)
    try levels.expectSound()
    let again = try levels.undo(back)
    #expect(try levels.level() == 40)
    _ = try levels.undo(again)
    #expect(try levels.level() == 30)
    // From one to the other as often as one likes.
    var last = said
    for level in [0, 30, 0, 30] as [Int64] {
      last = try levels.undo(last)
      #expect(try levels.level() == level)
      try levels.expectSound()
    }
  }

  @Test("of hours of one day the last counts, in whatever order they are accepted")
  func hours() throws {
    for (period, amount) in [("烟花/2021-03-31T08", 10), ("烟花/2021-03-31T18", 20)] {
      try levels.world.step(.submit(), "flood", period, "v1", ["2": Int64(amount)])
    }
    let later = try levels.world.step(.accept, "flood", "烟花/2021-03-31T18", "v1")
    let earlier = try levels.world.step(.accept, "flood", "烟花/2021-03-31T08", "v1")
    #expect(try levels.level() == 20)
    try levels.expectSound()
    try levels.reopen("flood", "烟花/2021-03-31T18")
    #expect(try levels.level() == 10)
    try levels.expectSound()
    _ = try levels.undo(earlier)
    #expect(try levels.level() == 0)
    try levels.expectSound()
    #expect(later < earlier)
  }

  @Test(
    "what people said between two hours comes back when the later one is undone, which is told")
  func hoursAndPeople() throws {
    for (period, amount) in [("烟花/2021-03-31T08", 10), ("烟花/2021-03-31T18", 55)] {
      try levels.world.step(.submit(), "flood", period, "v1", ["2": Int64(amount)])
    }
    try levels.world.step(.accept, "flood", "烟花/2021-03-31T08", "v1")
    _ = try levels.say(33)
    let accepted = try levels.world.step(.accept, "flood", "烟花/2021-03-31T18", "v1")
    let undone = try levels.world.desk.undo("\(accepted)", reason: "误")
    #expect(undone.levels.map(\.moved.before) == [55])
    #expect(undone.levels.map(\.moved.now) == [33])
    try levels.expectSound()
    _ = try levels.undo(undone.head.transaction)
    #expect(try levels.level() == 55)
    try levels.expectSound()
  }

  @Test("an hour comes back over what people said before it, be its line cumulative or not")
  func hoursOverPeople() throws {
    for (period, amount) in [("烟花/2021-03-31T08", 10), ("烟花/2021-03-31T18", 55)] {
      try levels.world.step(.submit(), "flood", period, "v1", ["2": Int64(amount)])
    }
    _ = try levels.say(33)
    try levels.world.step(.accept, "flood", "烟花/2021-03-31T08", "v1")
    let accepted = try levels.world.step(.accept, "flood", "烟花/2021-03-31T18", "v1")
    let back = try levels.undo(accepted)
    #expect(try levels.level() == 10)
    try levels.expectSound()
    _ = try levels.undo(back)
    #expect(try levels.level() == 55)
    let reopened = try levels.reopen("flood", "烟花/2021-03-31T18")
    #expect(try levels.level() == 10)
    _ = try levels.undo(reopened)
    #expect(try levels.level() == 55)
    try levels.expectSound()
  }

  @Test("a level that a form says in place of another is told, and that the other comes back")
  func told() throws {
    _ = try levels.say(30)
    try levels.world.step(.submit(), "daily", "2021-03", "v1", ["3": 40])
    let written = try levels.world.desk.take(
      .accept, "daily", "2021-03", FormChoice(units: ["v1"]))
    #expect(written.levels.map(\.moved.before) == [30])
    #expect(written.levels.map(\.moved.now) == [40])
    let reopened = try levels.world.desk.take(
      .reopen(reason: "重报"), "daily", "2021-03", FormChoice(units: ["v1"]))
    #expect(reopened.levels.map(\.moved.before) == [40])
    #expect(reopened.levels.map(\.moved.now) == [30])
    #expect(try levels.level() == 30)
    try levels.expectSound()
  }
}
