internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// A row of a units file before its parent is found.
private struct UnitRow {
  var line: Int
  var unit: Unit
  var aliases: [String]
  var parent: String
  var namePlace: Int?
}

extension ImportSession {
  func importUnits(_ path: String) throws {
    var rows: [UnitRow] = []
    var places: [String: Int] = [:]
    var parentPlace: Int?
    try self.rows(of: path, .units) { row, map in
      parentPlace = map.place("parent")
      guard let read = unitRow(row, map, path) else { return }
      if let first = places[read.unit.code] {
        fault(
          path, read.line, map.place("code"),
          .repeatedCode(read.unit.code, firstLine: rows[first].line))
        return
      }
      if let known = try desk.ledger.unit(code: read.unit.code) {
        if try isEqual(read, known) {
          imported.unchangedUnits += 1
          return
        }
        fault(path, read.line, map.place("code"), .rule(.duplicateCode(read.unit.code)))
      }
      places[read.unit.code] = rows.count
      rows.append(read)
    }
    var states = [Int?](repeating: nil, count: rows.count)
    for index in rows.indices {
      try add(index, &rows, places, &states, path, parentPlace)
    }
  }

  /// Adds a row's unit after its parent, wherever in the file that stands.
  private func add(
    _ start: Int, _ rows: inout [UnitRow], _ places: [String: Int], _ states: inout [Int?],
    _ path: String, _ parentPlace: Int?
  ) throws {
    var chain: [Int] = []
    var next: Int? = start
    while let index = next, states[index] == nil {
      if chain.contains(index) {
        let cycle = chain.drop { $0 != index }.map { rows[$0].unit.code }
        fault(path, rows[index].line, parentPlace, .parentCycle(cycle + [rows[index].unit.code]))
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
        case .parentClosed, .noParent: fault(path, rows[index].line, parentPlace, .rule(error))
        case .duplicateName:
          fault(path, rows[index].line, rows[index].namePlace, .rule(error))
        default: fault(path, rows[index].line, parentPlace, unitFault(name))
        }
      }
      states[index] = 1
      guard faults.isEmpty else { continue }
      rows[index].unit = try transaction.add(
        StoredUnit(unit: rows[index].unit, aliases: rows[index].aliases)
      ).unit
      imported.units += 1
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
    _ row: borrowing CSVReader, _ map: HeaderMap, _ path: String
  ) -> UnitRow? {
    var isWhole = true
    func text(_ name: String) -> String { map.place(name).map { row.string($0) } ?? "" }
    let code = text("code").compared
    for name in ["code", "name", "kind"] where OneLine.isBlank(text(name)) {
      fault(path, row.line, map.place(name), .missingValue(name))
      isWhole = false
    }
    if !code.isEmpty, !code.isCode {
      fault(path, row.line, map.place("code"), .rule(.badUnitCode(code)))
      isWhole = false
    }
    let kind = UnitKind(named: text("kind"))
    if kind == nil, !text("kind").isEmpty {
      fault(
        path, row.line, map.place("kind"),
        .badChoice(text("kind"), allowed: UnitKind.allCases.map(\.rawValue)))
      isWhole = false
    }
    var days: [Day?] = []
    for name in ["opened", "closed"] {
      let day = Day(text(name))
      if day == nil, !text(name).isEmpty {
        fault(path, row.line, map.place(name), .badDay(text(name)))
        isWhole = false
      }
      days.append(day)
    }
    if let opened = days[0], let closed = days[1], closed < opened {
      fault(path, row.line, map.place("closed"), .rule(.opensAfterClosing(text("name"))))
      isWhole = false
    }
    guard isWhole, let kind else { return nil }
    return UnitRow(
      line: row.line,
      unit: Unit(
        code: code, name: text("name"), kind: kind, opened: days[0], closed: days[1]),
      aliases: text("aliases").split { "、;；".contains($0) }.map { String($0).trimmed }
        .filter { !OneLine.isBlank($0) },
      parent: text("parent"), namePlace: map.place("name"))
  }
}
