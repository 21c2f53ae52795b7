import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Which level of a day comes back when another is taken back: that of who called for one last, whatever was undone on
/// the way. Source: `forms.md`, "Accepting posts".
@Suite struct LevelCallTests {
  private let levels: LevelWorld

  init() throws { levels = try LevelWorld() }

  @Test("an acceptance comes back over what was said before it, whatever brought that back")
  func overWhatCameBack() throws {
    try levels.accept("daily", 32)
    let accepted = try levels.accept("other", 46)
    let undone = try levels.undo(accepted)
    #expect(try levels.level() == 32)
    _ = try levels.undo(try levels.say(50))
    #expect(try levels.level() == 32)
    let again = try levels.undo(undone)
    #expect(try levels.level() == 46)
    try levels.expectSound()
    // To and fro, and the first undo once more.
    _ = try levels.undo(again)
    #expect(try levels.level() == 32)
    _ = try levels.undo(undone)
    #expect(try levels.level() == 46)
    try levels.expectSound()
  }

  @Test("of two that come back the later one counts, in whatever order they do")
  func orderOfTwo() throws {
    let first = try levels.accept("daily", 32)
    let second = try levels.accept("other", 46)
    let backs = [try levels.undo(first), try levels.undo(second)]
    _ = try levels.undo(try levels.say(50))
    _ = try levels.undo(backs[1])
    #expect(try levels.level() == 46)
    _ = try levels.undo(backs[0])
    #expect(try levels.level() == 46)
    try levels.expectSound()
  }

  @Test("an acceptance comes back as it stood, though the same was accepted once more since")
  func acceptedTwice() throws {
    _ = try levels.world.desk.log(
      "b.level", "39", unit: "v1", on: try day("2021-03-10"), year: nil, note: "", isLevel: false)
    let first = try levels.undo(try levels.accept("daily", 48))
    let added = try levels.world.desk.log(
      "b.level", "-17", unit: "v1", on: try day("2021-03-11"), year: nil, note: "", isLevel: false
    ).head.transaction
    let second = try levels.world.step(.accept, "daily", "2021-03", "v1")
    #expect(try levels.level() == 48)
    _ = try levels.undo(second)
    _ = try levels.undo(added)
    #expect(try levels.level() == 39)
    _ = try levels.undo(first)
    #expect(try levels.level() == 48)
    try levels.expectSound()
  }

  @Test("what somebody said is undone, and that as well")
  func saidAndBack() throws {
    try levels.accept("daily", 30)
    let back = try levels.undo(try levels.say(20))
    #expect(try levels.level() == 30)
    let again = try levels.undo(back)
    #expect(try levels.level() == 20)
    try levels.expectSound()
    _ = try levels.undo(again)
    #expect(try levels.level() == 30)
    try levels.expectSound()
  }

  @Test(
    "a form's level comes back as it stood, with what had come on top of it",
    arguments: [true, false])
  func drifted(_ isUndone: Bool) throws {
    try levels.accept("daily", 20)
    // What is added, and the level of a unit below, count on top.
    _ = try levels.world.desk.log(
      "b.level", "7", unit: "v1", on: try day("2021-03-10"), year: nil, note: "", isLevel: false)
    #expect(try levels.level() == 27)
    let accepted = try levels.accept("other", 55)
    #expect(try levels.level() == 55)
    let back = try isUndone ? levels.undo(accepted) : levels.reopen("other")
    #expect(try levels.level() == 27)
    try levels.expectSound()
    _ = try levels.undo(back)
    #expect(try levels.level() == 55)
    try levels.expectSound()
    let said = try levels.say(33)
    _ = try levels.undo(said)
    #expect(try levels.level() == 55)
    _ = try levels.undo(accepted)
    #expect(try levels.level() == 27)
    try levels.expectSound()
  }

  @Test("what was said last comes back, and not what a form said before", arguments: [true, false])
  func saidBetween(_ isUndone: Bool) throws {
    try levels.accept("daily", 55)
    let said = try levels.say(40)
    let accepted = try levels.accept("other", 45)
    let back = try isUndone ? levels.undo(accepted) : levels.reopen("other")
    #expect(try levels.level() == 40)
    try levels.expectSound()
    _ = try levels.undo(back)
    #expect(try levels.level() == 45)
    _ = try levels.undo(accepted)
    #expect(try levels.level() == 40)
    try levels.expectSound()
    // Then that is undone as it always was, and the form before it counts.
    let gone = try levels.undo(said)
    #expect(try levels.level() == 55)
    try levels.expectSound()
    _ = try levels.undo(gone)
    #expect(try levels.level() == 40)
    try levels.expectSound()
  }

  @Test(
    "what was accepted last counts once the others are gone, though it came back beneath one",
    arguments: [true, false])
  func beneath(_ isUndone: Bool) throws {
    _ = try levels.say(11)
    try levels.accept("daily", 17)
    let reopened = try levels.reopen("daily")
    #expect(try levels.level() == 11)
    let second = try levels.accept("other", 32)
    _ = try levels.undo(reopened)
    #expect(try levels.level() == 32)
    _ = try isUndone ? levels.undo(second) : levels.reopen("other")
    #expect(try levels.level() == 17)
    try levels.expectSound()
    let again = try levels.reopen("daily")
    #expect(try levels.level() == 11)
    _ = try levels.undo(again)
    #expect(try levels.level() == 17)
    try levels.expectSound()
  }

  @Test(
    "what comes back does not count over what was accepted since, though that said the same before")
  func acceptedBefore() throws {
    let first = try levels.accept("daily", 32)
    _ = try levels.undo(first)
    let gone = try levels.undo(try levels.accept("other", 17))
    try levels.world.step(.accept, "daily", "2021-03", "v1")
    #expect(try levels.level() == 32)
    _ = try levels.undo(gone)
    #expect(try levels.level() == 32)
    try levels.expectSound()
    try levels.reopen("daily")
    #expect(try levels.level() == 17)
    try levels.expectSound()
  }

  @Test("an acceptance comes back over what people said before it, which came back first")
  func overPeopleWhoCameBack() throws {
    let unsaid = try levels.undo(try levels.say(11))
    try levels.accept("daily", 14)
    let reopened = try levels.reopen("daily")
    _ = try levels.undo(unsaid)
    #expect(try levels.level() == 11)
    let back = try levels.world.desk.undo("\(reopened)", reason: "误")
    #expect(back.levels.map(\.moved.now) == [14])
    #expect(try levels.level() == 14)
    try levels.expectSound()
  }

  @Test("what was withdrawn before is not told as replaced")
  func notReplaced() throws {
    _ = try levels.undo(try levels.say(11))
    let accepted = try levels.accept("daily", 14)
    #expect(try levels.world.desk.undo("\(accepted)", reason: "误").result.withdrawn.isEmpty)
  }
}
