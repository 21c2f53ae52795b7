internal import Database
internal import Journal
public import TargetEngine

extension Ledger {
  /// The units that stood above others before these were merged, of which the units themselves say nothing any more.
  public func formerParents(of merged: [UnitID]) throws -> [UnitID: UnitID] {
    let states = try connection.rows(of: merged.sorted()) {
      "SELECT object, body, seq FROM change WHERE subject = 'unit' AND object IN (\($0)) ORDER BY seq"
    } row: {
      (unit: StoredUnit(id: $0.int(0), fields: FieldList(parsing: $0.text(1))), seq: $0.int(2))
    }
    var parents: [UnitID: UnitID] = [:]
    for (unit, states) in Dictionary(grouping: states, by: \.unit.unit.id) {
      let lastAlone = states.lastIndex { $0.unit.merged == nil } ?? -1
      guard lastAlone + 1 < states.count,
        let merger = try transaction(transaction(ofChange: states[lastAlone + 1].seq))
      else { continue }
      // The merger itself puts it under the other before it says so.
      parents[unit] = states.last { $0.seq < merger.changes.first }?.unit.unit.parent
    }
    return parents
  }
}
