internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

extension Transaction {
  /// Throws where something in force refers to a unit that a transaction created. What later ones
  /// entered that were undone hinders nothing: it stays in the ledger and counts nowhere.
  func forbidUse(of unit: UnitID, after row: JournalRow) throws {
    let child = try connection.first(
      "SELECT id FROM unit WHERE parent = ?1 ORDER BY id LIMIT 1", [.int(unit)]
    ) { $0.int(0) }
    if let child {
      throw UndoFault.neededBy(
        transaction: try giver(of: .unit, child) {
          StoredUnit(id: child, fields: $0).unit.parent == unit
        })
    }
    try forbidRecords(of: unit)
    try forbidForms(naming: unit)
    try forbidUse("unit", unit, after: row)
  }

  /// Throws where a later transaction is in force.
  private func forbid(_ number: Int64, after row: JournalRow) throws {
    if let obstacle = try ledger.obstacle(number, to: row) {
      throw UndoFault.neededBy(transaction: obstacle)
    }
  }

  /// Throws where a record names a unit, even a removed record.
  private func forbidRecords(of unit: UnitID) throws {
    for shape in ledger.allShapes() {
      let table = ledger.table(shape)
      for field in shape.unitFields {
        let record =
          try connection.first(
            "SELECT MIN(id) FROM \(table.name) WHERE \(table.isValue(of: field))",
            [.int(unit)]
          ) { $0.optionalInt(0) } ?? nil
        guard let record else { continue }
        throw UndoFault.neededBy(
          transaction: try giver(ofRecord: record) {
            RecordState(id: record, $0, shape).data[field].values.contains(.unit(unit))
          })
      }
    }
  }

  /// See `forbidUse(of:after:)`.
  func forbidUse(ofIndicator indicator: IndicatorID, after row: JournalRow) throws {
    if let code = try ledger.indicators().first(where: { $0.id == indicator })?.code {
      try forbidForms(namingIndicator: code)
    }
    try forbidUse("indicator", indicator, after: row)
  }

  private func forbidUse(_ column: String, _ id: Int64, after row: JournalRow) throws {
    let entry =
      column == "unit"
      ? "SELECT MAX(first) FROM run WHERE unit = ?1 AND first < ?2"
      : "SELECT MAX(seq) FROM entry WHERE indicator = ?1 AND seq < ?2"
    let target = "SELECT MAX(seq) FROM target WHERE \(column) = ?1 AND seq < ?2"
    try forbidUse("entry", entry, id, after: row) { $0.entries }
    try forbidUse("target", target, id, after: row) { $0.targets }
    let closing = try connection.first(
      """
      SELECT MIN(l.tx) FROM closing c JOIN closed_line l ON l.tx = c.tx AND l.\(column) = ?1
      WHERE c.tx > ?2
      """, [.int(id), .int(row.transaction)]
    ) { $0.optionalInt(0) }
    if let closing, let closing { throw UndoFault.keptBy(transaction: closing, .closing) }
  }

  /// Throws where rows of a later transaction in force refer to a thing.
  ///
  /// - Parameters:
  ///   - last: a query for the last row before a number that refers to it.
  ///   - rows: the rows of that kind in a transaction.
  private func forbidUse(
    _ part: String, _ last: String, _ id: Int64, after row: JournalRow,
    _ rows: (JournalRow) -> JournalRow.Rows
  ) throws {
    // The undo's own opposite entries come after the transaction's; they are not later use.
    var end = rows(journal.row).first
    while true {
      let seq = try connection.first(last, [.int(id), .int(end)]) { $0.optionalInt(0) } ?? nil
      guard let seq, seq >= rows(row).end,
        let later = try ledger.transaction(try transaction(of: part, seq)),
        rows(later).first < end
      else { return }
      try forbid(later.transaction, after: row)
      end = rows(later).first
    }
  }

  func transaction(of part: String, _ seq: Int64) throws(StorageError) -> Int64 {
    let count = ["change": "changes", "target": "targets", "entry": "entries"][part] ?? part
    return try connection.first(
      "SELECT MAX(tx) FROM journal WHERE \(count) > 0 AND first_\(part) <= ?1", [.int(seq)]
    ) { $0.int(0) } ?? 0
  }

  /// Throws where a later thing has taken the name of one that is restored.
  ///
  /// - Parameters:
  ///   - place: the table and the condition that find things of that name.
  ///   - names: the parts of the state that are the name.
  func forbidTaken(
    _ subject: Change.Subject, _ object: Int64, _ place: String, _ values: [Value],
    by state: FieldList, _ names: [String]
  ) throws {
    let others = try connection.rows("SELECT id FROM \(place)", values) { $0.int(0) }
    guard let other = others.first(where: { $0 != object }) else { return }
    throw UndoFault.neededBy(
      transaction: try giver(of: subject, other) { taken in
        names.allSatisfy { taken[$0] == state[$0] }
      })
  }

  /// Throws where another open unit under the same parent has a name of one that is restored. Two
  /// that had it before the undo, as earlier versions let them, keep it.
  func forbidNamesake(of stored: StoredUnit, after row: JournalRow) throws {
    guard stored.unit.closed == nil else { return }
    let now = try ledger.unit(id: stored.unit.id)
    for name in stored.comparedNames {
      let isKept =
        now.map {
          $0.unit.closed == nil && $0.unit.parent == stored.unit.parent
            && $0.comparedNames.contains(name)
        } ?? false
      if isKept { continue }
      let other = try ledger.units(named: name).first {
        $0.unit.id != stored.unit.id && $0.unit.closed == nil
          && $0.unit.parent == stored.unit.parent
      }
      guard let other else { continue }
      let giver = try giver(of: .unit, other.unit.id) {
        let given = StoredUnit(id: other.unit.id, fields: $0)
        return given.comparedNames.contains(name) && given.unit.closed == nil
          && given.unit.parent == other.unit.parent
      }
      if giver > row.transaction { throw UndoFault.neededBy(transaction: giver) }
      // Both stood there before, as earlier versions let them.
      throw UndoFault.namesake(
        name: stored.unit.name, code: other.unit.code, other: other.unit.name)
    }
  }

  /// Throws where a unit would be restored under one that is below it by now.
  func forbidCycle(_ unit: UnitID, under parent: UnitID) throws {
    let path = [parent] + (try connection.ancestors(of: parent))
    guard let end = path.firstIndex(of: unit) else { return }
    let givers = try path[..<max(end, 1)].map { between in
      let now = try ledger.unit(id: between)?.unit.parent
      return try giver(of: .unit, between) {
        StoredUnit(id: between, fields: $0).unit.parent == now
      }
    }
    throw UndoFault.neededBy(transaction: givers.max() ?? 0)
  }

  /// Inserts a unit that an undo had deleted, with what was entered for it.
  func reinstate(_ stored: StoredUnit) throws {
    try insert(stored)
    try journal.record(Change(subject: .unit, object: stored.unit.id, state: stored.fields))
    try rebuildTotals(above: stored.unit.id)
  }
}
