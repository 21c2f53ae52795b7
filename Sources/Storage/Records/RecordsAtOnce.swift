public import Database
public import Registers
public import TargetEngine

/// Many records or units with few queries, for lists whose rows name others.
extension Ledger {
  /// Records of a register by their numbers, removed or not.
  public func records(
    _ ids: Set<RecordID>, in shape: RegisterShape
  ) throws(StorageError) -> [RecordState] {
    let table = self.table(shape)
    return try connection.rows(of: ids.sorted()) { places in
      "SELECT \(table.list) FROM \(table.name) WHERE id IN (\(places))"
    } row: {
      table.state($0)
    }
  }

  /// The records in force whose field names one of some units or records, in the order in which
  /// they were added.
  func records(
    in shape: RegisterShape, where field: Int, among ids: [Int64]
  ) throws(StorageError) -> [RecordState] {
    let table = self.table(shape)
    let column = RegisterTable.column(shape.fields[field])
    return try connection.rows(of: ids) { places in
      "SELECT \(table.list) FROM \(table.name) WHERE \(column) IN (\(places)) AND removed = 0"
        + " ORDER BY id"
    } row: {
      table.state($0)
    }
  }

  public func units(_ ids: Set<UnitID>) throws(StorageError) -> [StoredUnit] {
    try connection.rows(of: ids.sorted()) { places in
      "SELECT \(StoredUnit.columns) FROM unit WHERE id IN (\(places))"
    } row: {
      StoredUnit($0)
    }
  }

  /// The units that records belong to, by themselves or through the record that they name.
  public func places(
    of states: [RecordState], in shape: RegisterShape
  ) throws(StorageError) -> [RecordID: UnitID] {
    guard let place = shape.placeField else { return [:] }
    var units: [RecordID: UnitID] = [:]
    var named: [RecordID: RecordID] = [:]
    for state in states {
      units[state.id] = state.data[place].unit
      named[state.id] = state.data[place].record
    }
    if named.isEmpty { return units }
    for register in shape.fields[place].kind.registers where register != shape.id {
      guard let other = self.shape(register) else { continue }
      let theirs = try places(of: try records(Set(named.values), in: other), in: other)
      for (id, other) in named where theirs[other] != nil { units[id] = theirs[other] }
    }
    return units
  }

  /// The unit by which records are to be chosen; nil when everything lies below it, as it is the
  /// only root.
  public func choice(_ unit: Unit) throws(StorageError) -> UnitID? {
    if unit.parent == nil, try roots().count == 1 { return nil }
    return unit.id
  }

  /// A unit and everything below it.
  public func subtree(of unit: UnitID) throws(StorageError) -> Set<UnitID> {
    Set(
      try connection.rows(
        """
        WITH RECURSIVE below (id) AS (SELECT CAST(?1 AS BIGINT) UNION
          SELECT u.id FROM below b JOIN unit u ON u.parent = b.id)
        SELECT id FROM below
        """, [.int(unit)]
      ) { $0.int(0) })
  }

  /// Whether a register has any record, removed or not; its shape is not needed.
  public func hasRecords(_ slot: RegisterSlot) throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM \(RegisterTable.name(slot.id)) LIMIT 1") { _ in true }
      ?? false
  }
}
