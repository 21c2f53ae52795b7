public import Database
public import TargetEngine

/// The table of the names by which units are found, in the form in which names are compared.
enum ComparedUnitNames {
  static func insert(
    _ names: Set<String>, of unit: UnitID, _ connection: any Connection
  ) throws(StorageError) {
    for name in names {
      try connection.run(
        "INSERT INTO unit_name (name, unit) VALUES (?1, ?2)", [.text(name), .int(unit)])
    }
  }

  /// Writes the names of all units again.
  static func rewrite(_ connection: any Connection) throws(StorageError) {
    try connection.execute("DELETE FROM unit_name")
    let units = try connection.rows(
      "SELECT \(StoredUnit.columns) FROM unit", [], StoredUnit.init)
    for stored in units {
      try insert(stored.comparedNames, of: stored.unit.id, connection)
    }
  }
}

extension StoredUnit {
  /// Its name and its former ones, as they are compared.
  public var comparedNames: Set<String> { Set(([unit.name] + aliases).map(\.compared)) }
}

extension Ledger {
  /// Every unit that has a name, now or formerly. One that was merged into another leaves its names
  /// to those that have them too.
  public func units(named name: String) throws(StorageError) -> [StoredUnit] {
    let found = try connection.rows(
      """
      SELECT \(StoredUnit.qualified) FROM unit_name n JOIN unit u ON u.id = n.unit
      WHERE n.name = ?1 ORDER BY u.code
      """, [.text(name.compared)], StoredUnit.init)
    let standing = found.filter { $0.merged == nil }
    return standing.isEmpty ? found : standing
  }

  /// The units that have one of some names, now or formerly, of those directly below one, or of all.
  ///
  /// - Parameter names: in the form in which they are compared, each once.
  public func unitNames(
    _ names: [String], below parent: UnitID?
  ) throws(StorageError) -> [(name: String, place: UnitID)] {
    let places = (1...max(1, names.count)).map { "?\($0)" }.joined(separator: ", ")
    let below = parent.map { _ in " AND u.parent = ?\(names.count + 1)" } ?? ""
    return try connection.rows(
      """
      SELECT n.name, n.unit FROM unit_name n JOIN unit u ON u.id = n.unit
      WHERE n.name IN (\(places))\(below)
      """, names.map { .text($0) } + (parent.map { [.int($0)] } ?? [])
    ) { (name: $0.text(0), place: $0.int(1)) }
  }

  /// Those of some units whose name another has too, now or formerly, or has as its code.
  public func unitsOfSharedName(among units: [Unit]) throws(StorageError) -> Set<UnitID> {
    let names = Dictionary(units.map { ($0.id, $0.name.compared) }) { first, _ in first }
    let rows = try connection.rows(of: Array(names.keys)) {
      """
      SELECT n.unit, n.name FROM unit_name n
      WHERE n.unit IN (\($0)) AND (
        EXISTS (SELECT 1 FROM unit_name m WHERE m.name = n.name AND m.unit <> n.unit)
        OR EXISTS (SELECT 1 FROM unit o WHERE o.code = n.name AND o.id <> n.unit))
      """
    } row: {
      (unit: $0.int(0), name: $0.text(1))
    }
    return Set(rows.filter { names[$0.unit] == $0.name }.map(\.unit))
  }

  /// Open units under one parent, in groups that have the same name.
  func unitsOfOneName(limit: Int) throws(StorageError) -> [[StoredUnit]] {
    let places = try connection.rows(
      """
      SELECT n.name, u.parent FROM unit_name n JOIN unit u ON u.id = n.unit
      WHERE u.closed IS NULL GROUP BY n.name, u.parent HAVING COUNT(*) > 1
      ORDER BY MIN(u.code) LIMIT ?1
      """, [Value(limit)]
    ) { (name: $0.text(0), parent: $0.optionalInt(1)) }
    var groups: [[StoredUnit]] = []
    for (name, parent) in places {
      let group = try units(named: name).filter {
        $0.unit.parent == parent && $0.unit.closed == nil
      }
      // Two may share more than one name; a table of names that is not right has others than the units.
      if group.count > 1, !groups.contains(group) { groups.append(group) }
    }
    return groups
  }
}
