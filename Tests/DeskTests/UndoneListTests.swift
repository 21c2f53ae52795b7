import Storage
import TargetEngine
import Testing

@testable import Desk

/// The list of transactions marks those that are undone. Source: `cli.md`, "JSON out".
@Suite struct UndoneListTests {
  @Test("a transaction is marked with the undo that stands, and not once that is undone")
  func marks() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "3", "v1", "2021-05-10")
    let logged = try desk.ledger.head().transaction
    let marks = { (limit: Int) in
      try desk.transactions(limit: limit).map(\.undoneBy)
    }
    let undo = { (number: Int64) in _ = try desk.undo("\(number)", reason: "r") }
    #expect(try marks(1) == [nil])
    try undo(logged)
    #expect(try marks(2) == [nil, logged + 1])
    try undo(logged + 1)
    #expect(try marks(3) == [nil, logged + 2, nil])
    try undo(logged + 2)
    #expect(try marks(4) == [nil, logged + 3, nil, logged + 1])
    for row in try desk.transactions(limit: 50) {
      #expect(try row.undoneBy == desk.ledger.reversal(of: row.row.transaction))
    }
  }
}
