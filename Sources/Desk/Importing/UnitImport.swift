internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  func importUnits(_ table: any TableSource) throws {
    let file = begin(table, .core(.units))
    var rows: [UnitRow] = []
    var places: [String: Int] = [:]
    try self.rows(of: table, file) { row, header in
      guard let read = unitRow(row, header) else { return }
      if let first = places[read.unit.code] {
        faults.add(
          .repeatedCode(read.unit.code, firstLine: rows[first].place.line), at: read.place)
        return
      }
      if let known = try desk.ledger.unit(code: read.unit.code) {
        if try isEqual(read, known) {
          files[file].unchanged += 1
          self.known.add(unit: known.unit.id)
          return
        }
        faults.add(.rule(.duplicateCode(read.unit.code)), at: read.place)
      }
      places[read.unit.code] = rows.count
      rows.append(read)
    }
    var states = [Int?](repeating: nil, count: rows.count)
    for index in rows.indices {
      try add(index, &rows, places, &states, file)
    }
  }

  /// Adds a row's unit after its parent, wherever in the file that stands.
  private func add(
    _ start: Int, _ rows: inout [UnitRow], _ places: [String: Int], _ states: inout [Int?],
    _ file: Int
  ) throws {
    var chain: [Int] = []
    var next: Int? = start
    while let index = next, states[index] == nil {
      if chain.contains(index) {
        let cycle = chain.drop { $0 != index }.map { rows[$0].unit.code }
        faults.add(
          .parentCycle(cycle + [rows[index].unit.code]), at: rows[index].parentPlace)
        for place in chain { states[place] = 0 }
        return
      }
      chain.append(index)
      next = rows[index].parent.isEmpty ? nil : places[rows[index].parent.compared]
    }
    for index in chain.reversed() {
      do {
        try place(index, &rows, places)
      } catch let error as DeskError {
        switch error {
        case .parentClosed, .noParent: faults.add(.rule(error), at: rows[index].parentPlace)
        case .duplicateName, .codeIsName: faults.add(.rule(error), at: rows[index].namePlace)
        case .mergedElsewhere: faults.add(.rule(error), at: rows[index].intoPlace)
        default: faults.add(try unitFault(rows[index].parent), at: rows[index].parentPlace)
        }
      }
      states[index] = 1
      guard faults.isEmpty else { continue }
      rows[index].unit = try transaction.add(stored(rows[index])).unit
      files[file].new += 1
      files[file].units.append(rows[index].unit.name)
    }
  }

  /// Puts a row's unit under its parent.
  ///
  /// - Throws: `DeskError` where it cannot stand there.
  private func place(_ index: Int, _ rows: inout [UnitRow], _ places: [String: Int]) throws {
    let row = rows[index]
    var unit = row.unit
    let listed = places[row.parent.compared].map { rows[$0].unit }
    if let parent = try listed ?? (row.parent.isEmpty ? nil : desk.unit(row.parent).unit) {
      unit.parent = parent.id
      if listed == nil {
        try desk.expectOpen(parent, above: unit)
      } else {
        // A file is one set: its units may have stood under one that it closes.
        try desk.expectOverlap(parent, above: unit)
      }
      let isInto =
        try row.into.isEmpty || row.into.compared == parent.code
        || desk.knownUnit(row.into)?.unit.code == parent.code
      if !isInto { throw DeskError.mergedElsewhere(unit.name, parent: parent.name) }
    } else {
      try desk.expectParent(of: unit)
    }
    rows[index].unit = unit
    try desk.expectFree([unit.name] + row.aliases, for: unit)
  }

  /// What a row's unit is kept as: one that was merged has its target beside the other's until that is revised.
  private func stored(_ row: UnitRow) -> StoredUnit {
    var stored = StoredUnit(unit: row.unit, aliases: row.aliases)
    if !row.into.isEmpty { stored.merged = transaction.nextTarget }
    return stored
  }

  /// Whether a row says of a unit what is known of it; what it leaves out is as it is.
  private func isEqual(_ row: UnitRow, _ known: StoredUnit) throws -> Bool {
    if !row.into.isEmpty, known.merged == nil { return false }
    let parent = row.parent.isEmpty ? nil : try desk.knownUnit(row.parent)?.unit.id
    return row.unit.name == known.unit.name && row.unit.kind == known.unit.kind
      && (row.parent.isEmpty || parent != nil) && parent == known.unit.parent
      && (row.unit.opened ?? known.unit.opened) == known.unit.opened
      && (row.unit.closed ?? known.unit.closed) == known.unit.closed
      && (row.aliases.isEmpty || row.aliases == known.aliases)
  }
}
