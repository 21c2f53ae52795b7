internal import Database
internal import Journal
public import TargetEngine

extension Ledger {
  /// The units that stood above others before these were merged, of which the units themselves say nothing any more.
  public func formerParents(of merged: [UnitID]) throws(StorageError) -> [UnitID: UnitID] {
    let states = try connection.rows(of: merged.sorted()) {
      "SELECT object, body FROM change WHERE subject = 'unit' AND object IN (\($0)) ORDER BY seq"
    } row: {
      StoredUnit(id: $0.int(0), fields: FieldList(parsing: $0.text(1)))
    }
    var parents: [UnitID: UnitID] = [:]
    for state in states where state.merged == nil { parents[state.unit.id] = state.unit.parent }
    return parents
  }
}
