import StorageSQLite
import TargetEngine
import Testing

@testable import Storage

@Suite struct LevelIndexTests {
  @Test("the levels of a place, and whether there are any, are found by an index of their own")
  func plans() throws {
    let connection = try SQLiteDatabase.inMemory()
    _ = try Ledger.found(on: connection, site: "TEST", at: "")
    let isLevel = LevelSource.isLevel("e")
    for (question, way) in [
      (
        "SELECT e.seq FROM entry e WHERE e.unit = 1 AND e.indicator = 2 AND \(isLevel) ORDER BY e.seq",
        "SEARCH e USING INDEX entry_level (unit=? AND indicator=?)"
      ),
      ("SELECT 1 FROM entry e WHERE \(isLevel) LIMIT 1", "SCAN e USING INDEX entry_level"),
    ] {
      let plan = try connection.rows("EXPLAIN QUERY PLAN " + question) { $0.text(3) }
      #expect(plan == [way])
    }
  }
}
