internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// A row of a units file before its parent is found.
private struct UnitRow {
  var unit: Unit
  var aliases: [String]
  var parent: String
  /// Of its code, its name and its parent.
  var place, namePlace, parentPlace: TablePlace
}

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
      let name = rows[index].parent
      do {
        let parent =
          try places[name.compared].map { rows[$0].unit }
          ?? (name.isEmpty ? nil : desk.unit(name).unit)
        if let parent {
          rows[index].unit.parent = parent.id
          try desk.expectOpen(parent, above: rows[index].unit)
        } else {
          try desk.expectParent(of: rows[index].unit)
        }
        try desk.expectFree([rows[index].unit.name] + rows[index].aliases, for: rows[index].unit)
      } catch let error as DeskError {
        switch error {
        case .parentClosed, .noParent: faults.add(.rule(error), at: rows[index].parentPlace)
        case .duplicateName, .codeIsName: faults.add(.rule(error), at: rows[index].namePlace)
        default: faults.add(unitFault(name), at: rows[index].parentPlace)
        }
      }
      states[index] = 1
      guard faults.isEmpty else { continue }
      rows[index].unit = try transaction.add(
        StoredUnit(unit: rows[index].unit, aliases: rows[index].aliases)
      ).unit
      files[file].new += 1
      files[file].units.append(rows[index].unit.name)
    }
  }

  /// Whether a row says of a unit what is known of it; what it leaves out is as it is.
  private func isEqual(_ row: UnitRow, _ known: StoredUnit) throws -> Bool {
    let parent = row.parent.isEmpty ? nil : try desk.knownUnit(row.parent)?.unit.id
    return row.unit.name == known.unit.name && row.unit.kind == known.unit.kind
      && (row.parent.isEmpty || parent != nil) && parent == known.unit.parent
      && (row.unit.opened ?? known.unit.opened) == known.unit.opened
      && (row.unit.closed ?? known.unit.closed) == known.unit.closed
      && (row.aliases.isEmpty || row.aliases == known.aliases)
  }

  private func unitRow(
    _ row: borrowing TableRow, _ header: FileHeader<UnitColumn>
  ) -> UnitRow? {
    let before = faults.count
    func text(_ column: UnitColumn) -> String { header.text(column, row) }
    func fault(_ column: UnitColumn, _ kind: ImportFault.Kind) {
      faults.add(kind, at: header.place(column, row))
    }
    let code = text(.code).compared
    for column in [UnitColumn.code, .name, .kind] where OneLine.isBlank(text(column)) {
      fault(column, .missingValue(column.title.name))
    }
    if !code.isEmpty, !code.isCode { fault(.code, .rule(.badUnitCode(code))) }
    let kind = UnitKind(named: text(.kind))
    if kind == nil, !text(.kind).isEmpty {
      fault(.kind, .badChoice(text(.kind), allowed: UnitKind.allCases.map(\.rawValue)))
    }
    let opened = header.day(.opened, row, &faults)
    let closed = header.day(.closed, row, &faults)
    if let opened, let closed, closed < opened {
      fault(.closed, .rule(.opensAfterClosing(text(.name))))
    }
    guard faults.count == before, let kind else { return nil }
    return UnitRow(
      unit: Unit(code: code, name: text(.name), kind: kind, opened: opened, closed: closed),
      aliases: text(.aliases).split { "、;；".contains($0) }.map { String($0).trimmed }
        .filter { !OneLine.isBlank($0) },
      parent: text(.parent), place: header.place(.code, row), namePlace: header.place(.name, row),
      parentPlace: header.place(.parent, row))
  }
}
