import TargetEngine
import Testing

@testable import Desk

/// What a change of one member costs does not grow with the list.
@Suite struct ListScaleTests {
  @Test("a change of one member writes as many rows in a list of 300 as in one of 3")
  func rows() throws {
    #expect(try changes(members: 300) == changes(members: 3))
  }

  private func changes(members: Int) throws -> Int {
    let fixture = try ListFieldTests.fixture()
    let names = (0..<members).map { "店\($0)" }
    for name in names { try fixture.add("shop", "name=\(name)") }
    let id = try fixture.add("agreement", "title=一", "employers=\(names.joined(separator: ";"))")
    let before = try fixture.rowsWritten()
    try fixture.set("agreement", id, "employers-=店1", on: "2021-06-01")
    return try fixture.rowsWritten() - before
  }
}
