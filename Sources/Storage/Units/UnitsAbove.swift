public import Database
public import Journal
public import TargetEngine

/// The unit of one kind that stands above each unit, such as the township of a village.
public struct UnitsAbove: Sendable {
  /// By a unit's number, since few numbers are left out: a question for each row of a register has a
  /// price of its own. 0 where there is none.
  private var tops: [UnitID]

  /// Reads all units.
  public init(_ kind: UnitKind, _ ledger: Ledger) throws(StorageError) {
    let units = try ledger.connection.rows("SELECT id, parent, kind FROM unit ORDER BY id") {
      (id: $0.int(0), parent: $0.int(1), isTop: $0.bytes(2).elementsEqual(kind.rawValue.utf8))
    }
    // A number beyond these was never given.
    let range = 1...min(max(units.last?.id ?? 1, 1), UnitsAbove.most)
    var parents = [UnitID](repeating: 0, count: Int(range.upperBound) + 1)
    tops = parents
    for unit in units where range.contains(unit.id) {
      parents[Int(unit.id)] = unit.parent
      if unit.isTop { tops[Int(unit.id)] = unit.id }
    }
    for unit in units {
      var path: [UnitID] = []
      var next = unit.id
      // A tree has no cycles; should a file be damaged, the walk still ends.
      while range.contains(next), tops[Int(next)] == 0, path.count <= units.count {
        path.append(next)
        next = parents[Int(next)]
      }
      let top = range.contains(next) ? tops[Int(next)] : 0
      for unit in path { tops[Int(unit)] = top }
    }
  }

  /// What a table by number may take; a damaged file may have any number.
  private static let most: UnitID = 1 << 24

  /// The nearest, which may be the unit itself; nil where there is none.
  public func unit(above unit: UnitID) -> UnitID? {
    guard unit > 0, unit < tops.count, tops[Int(unit)] > 0 else { return nil }
    return tops[Int(unit)]
  }
}

extension Ledger {
  /// The units that a transaction added or changed.
  public func unitsChanged(in row: JournalRow) throws(StorageError) -> [UnitID] {
    try connection.rows(
      """
      SELECT DISTINCT object FROM change WHERE seq >= ?1 AND seq < ?2 AND subject = 'unit'
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { $0.int(0) }
  }
}
