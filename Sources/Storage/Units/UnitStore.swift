public import Database
internal import Journal
public import TargetEngine

/// A unit with its former names.
public struct StoredUnit: Sendable, Hashable {
  public var unit: Unit
  public var aliases: [String]
  /// For a unit that was merged into its parent: the number that the next target revision had
  /// then. Its target counts beside the parent's own until that is revised.
  public var merged: Int64?

  public init(unit: Unit, aliases: [String] = []) {
    self.unit = unit
    self.aliases = aliases
  }

  /// The journal's name for each of the aliases.
  static let alias = "alias"

  /// The state that the journal keeps.
  var fields: FieldList {
    var fields = FieldList()
    fields.add("code", unit.code)
    fields.add("name", unit.name)
    fields.add("kind", unit.kind.rawValue)
    fields.add("parent", unit.parent)
    fields.add("opened", unit.opened?.rawValue)
    fields.add("closed", unit.closed?.rawValue)
    for alias in aliases { fields.add(StoredUnit.alias, alias) }
    fields.add("merged", merged)
    return fields
  }

  init(id: UnitID, fields: FieldList) {
    unit = Unit(
      id: id, code: fields["code"] ?? "", name: fields["name"] ?? "",
      kind: fields["kind"].flatMap { UnitKind(rawValue: $0) } ?? .other,
      parent: fields["parent"].flatMap { Int64($0) },
      opened: fields["opened"].flatMap { Int($0) }.flatMap { Day(rawValue: $0) },
      closed: fields["closed"].flatMap { Int($0) }.flatMap { Day(rawValue: $0) })
    aliases = fields.all(StoredUnit.alias)
    merged = fields["merged"].flatMap { Int64($0) }
  }

  static let columns = "id, code, name, kind, parent, opened, closed, aliases, merged"
  static let qualified = columns.split(separator: ", ").map { "u.\($0)" }.joined(separator: ", ")

  init(_ row: any Statement) {
    unit = Unit(
      id: row.int(0), code: row.text(1), name: row.text(2),
      kind: UnitKind(rawValue: row.text(3)) ?? .other, parent: row.optionalInt(4),
      opened: row.day(5), closed: row.day(6))
    aliases = AliasLines.aliases(of: row.text(7))
    merged = row.optionalInt(8)
  }
}

extension StoredUnit {
  /// Whether a row has what would be written of the unit that was read from it.
  func isAsWritten(_ row: any Statement) -> Bool {
    row.text(3) == unit.kind.rawValue
      && row.optionalInt(5) == unit.opened.map { Int64($0.rawValue) }
      && row.optionalInt(6) == unit.closed.map { Int64($0.rawValue) }
  }
}

extension Statement {
  func day(_ column: Int) -> Day? { optionalInt(column).flatMap { Day(rawValue: Int($0)) } }
}

extension Ledger {
  public func unit(id: UnitID) throws(StorageError) -> StoredUnit? {
    try connection.first(
      "SELECT \(StoredUnit.columns) FROM unit WHERE id = ?1", [.int(id)], StoredUnit.init)
  }

  public func unit(code: String) throws(StorageError) -> StoredUnit? {
    try connection.first(
      "SELECT \(StoredUnit.columns) FROM unit WHERE code = ?1", [.text(code)], StoredUnit.init)
  }

  /// Hands over every unit's number and parent, its code and names, its own first, as UTF-8 that is
  /// valid only then. Units that were merged into others come last.
  public func eachUnitName(
    _ body: (
      UnitID, _ parent: UnitID?, _ code: UnsafeBufferPointer<UInt8>,
      _ names: [UnsafeBufferPointer<UInt8>], _ isMerged: Bool
    ) -> Void
  ) throws(StorageError) {
    let statement = try connection.statement(
      """
      SELECT id, code, name, aliases, merged, parent FROM unit
      ORDER BY CASE WHEN merged IS NULL THEN 0 ELSE 1 END
      """)
    while try statement.step() {
      try AliasLines.each(in: statement.bytes(3)) { aliases in
        body(
          statement.int(0), statement.optionalInt(5), statement.bytes(1),
          [statement.bytes(2)] + aliases, !statement.isNull(4))
      }
    }
  }

  /// The kinds of all units.
  public func unitKinds() throws(StorageError) -> UnitTable<UnitKind> {
    let statement = try connection.statement("SELECT id, kind FROM unit ORDER BY id")
    var kinds = UnitTable<UnitKind>()
    while try statement.step() {
      kinds[statement.int(0)] = UnitKind(rawValue: statement.text(1)) ?? .other
    }
    return kinds
  }

  public func units() throws(StorageError) -> [StoredUnit] {
    try connection.rows("SELECT \(StoredUnit.columns) FROM unit ORDER BY id", [], StoredUnit.init)
  }

  public func roots() throws(StorageError) -> [StoredUnit] {
    try connection.rows(
      "SELECT \(StoredUnit.columns) FROM unit WHERE parent IS NULL ORDER BY code", [],
      StoredUnit.init)
  }

  public func children(of unit: UnitID) throws(StorageError) -> [StoredUnit] {
    try connection.rows(
      "SELECT \(StoredUnit.columns) FROM unit WHERE parent = ?1 ORDER BY code", [.int(unit)],
      StoredUnit.init)
  }

  /// How many children a unit has.
  public func childCount(of unit: UnitID) throws(StorageError) -> Int {
    let count = try connection.first(
      "SELECT COUNT(*) FROM unit WHERE parent = ?1", [.int(unit)]
    ) { Int($0.int(0)) }
    return count ?? 0
  }

  /// The units of a kind below `unit`, by walking up from each: kinds near the root are few.
  public func descendants(
    of unit: UnitID, kind: UnitKind
  ) throws(StorageError) -> [StoredUnit] {
    let all = try connection.rows(
      "SELECT \(StoredUnit.columns) FROM unit WHERE kind = ?1 ORDER BY code",
      [.text(kind.rawValue)], StoredUnit.init)
    var isBelow: [UnitID: Bool] = [unit: true]
    var found: [StoredUnit] = []
    for candidate in all where candidate.unit.id != unit {
      var path: [UnitID] = []
      var next = candidate.unit.parent
      while let id = next, isBelow[id] == nil {
        path.append(id)
        // A damaged tree may go round: what was passed already is not below.
        isBelow[id] = false
        next = try connection.parent(of: id)
      }
      let below = next.flatMap { isBelow[$0] } ?? false
      for id in path { isBelow[id] = below }
      if below { found.append(candidate) }
    }
    return found
  }

  /// The unit's ancestors, nearest first.
  public func ancestors(of unit: UnitID) throws(StorageError) -> [UnitID] {
    try connection.ancestors(of: unit)
  }
}

extension Connection {
  func parent(of unit: UnitID) throws(StorageError) -> UnitID? {
    try first("SELECT parent FROM unit WHERE id = ?1", [.int(unit)]) { $0.optionalInt(0) } ?? nil
  }

  /// The parents of units, of those that have one.
  func parents(of units: [UnitID]) throws(StorageError) -> [UnitID: UnitID] {
    let rows = try rows(of: units) {
      "SELECT id, parent FROM unit WHERE id IN (\($0)) AND parent IS NOT NULL"
    } row: {
      ($0.int(0), $0.int(1))
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// Nearest first. A tree has no cycles; should a file be damaged, the walk still ends.
  func ancestors(of unit: UnitID) throws(StorageError) -> [UnitID] {
    var (ancestors, seen): ([UnitID], Set<UnitID>) = ([], [])
    var next = try parent(of: unit)
    while let id = next, seen.insert(id).inserted {
      ancestors.append(id)
      next = try parent(of: id)
    }
    return ancestors
  }
}
