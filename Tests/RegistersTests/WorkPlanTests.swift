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
    #expect(shape.needs == [StageField(stage: "cancelled", from: nil, field: document)])
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
}
