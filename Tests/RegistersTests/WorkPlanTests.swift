import TargetEngine
import Testing

@testable import Registers
@testable import WorkPlan

/// `registers.md`, "work plan".
@Suite struct WorkPlanTests {
  @Test("a task is cancelled from any stage, with a document")
  func cancelled() throws {
    for stage in Task.Stage.allCases where stage != .cancelled {
      #expect(stage.next.contains(.cancelled))
    }
    let shape = RegisterShape(Task.self)
    let document = try #require(shape.field(named: "document-no"))
    let done = try #require(shape.field(named: "done-on"))
    #expect(
      shape.needs == [
        StageField(stage: "cancelled", from: nil, field: document),
        StageField(stage: "closed", from: nil, field: done),
      ])
  }

  @Test("a task goes from open to closed, and from doing back to open")
  func stages() {
    let ways = Task.Stage.allCases.map { $0.next.subtracting([.cancelled]) }
    #expect(ways == [[.doing], [.done, .open], [.closed], [], []])
  }

  @Test("a document is known by its number")
  func key() {
    let shape = RegisterShape(Document.self)
    #expect(shape.keyFields.map { shape.fields[$0].name } == ["number"])
  }

  @Test("who adopts a usual recurrence late has not missed it, and adopts it once")
  func adoption() throws {
    let usual = UsualRecurrence(zh: "宣传", en: "Day", "plan", .yearly, month: 5, day: 12)
    let action = Action.adopt([usual], .zh)
    var records = RecordsInMemory()
    let scope = QuestionScope(day: try day("2021-06-30"), year: 2021, unit: 7)
    let proposals = try action.propose(scope, records)
    #expect(
      action.answer(proposals).rows == [
        [.text("宣传"), .unit(7), .text("yearly"), .day(try day("2022-05-12"))]
      ])
    guard case .add(let state)? = proposals.first?.change else {
      Issue.record("nothing is added")
      return
    }
    let shape = RegisterShape(RecurringTask.self)
    #expect(shape.requiredFields.allSatisfy { !state.data[$0].isEmpty })
    var task = RecurringTask(usual, of: 7, from: scope.day, .zh)
    task.cycle = .monthly
    records.add(task)
    #expect(try action.propose(scope, records).isEmpty)
  }
}
