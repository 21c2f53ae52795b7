internal import OfficeFiles
internal import TargetEngine

/// A row of a units file before its parent is found.
struct UnitRow {
  var unit: Unit
  var aliases: [String]
  var parent: String
  /// The unit that it was merged into, which is its parent; empty for none.
  var into: String
  /// Of its code, its name, its parent and what it was merged into.
  var place, namePlace, parentPlace, intoPlace: TablePlace
}

extension ImportSession {
  /// Reads a row of a units file; nil where something is wrong with it.
  func unitRow(
    _ row: borrowing TableRow, _ header: FileHeader<UnitColumn>
  ) -> UnitRow? {
    let before = faults.count
    func text(_ column: UnitColumn) -> String { header.text(column, row) }
    func fault(_ column: UnitColumn, _ kind: ImportFault.Kind) {
      faults.add(kind, at: header.place(column, row))
    }
    let code = text(.code).compared
    for column in [UnitColumn.code, .name, .kind] where OneLine.isBlank(text(column)) {
      fault(column, .missingValue(column.title.text))
    }
    if !code.isEmpty, !code.isCode { fault(.code, .rule(.badUnitCode(code))) }
    let kind = UnitKind(named: text(.kind))
    if kind == nil, !text(.kind).isEmpty {
      fault(
        .kind,
        .badChoice(text(.kind), allowed: UnitKind.allCases.map { Text($0.title.zh, $0.rawValue) }))
    }
    let opened = header.day(.opened, row, &faults)
    let closed = header.day(.closed, row, &faults)
    if let opened, let closed, closed < opened {
      fault(.closed, .rule(.opensAfterClosing(text(.name))))
    }
    let into = text(.mergedInto)
    if !into.isEmpty {
      if let closed {
        if closed > desk.context.today { fault(.closed, .rule(.mergesLater(closed))) }
      } else if text(.closed).isEmpty {
        fault(.closed, .missingValue(UnitColumn.closed.title.text))
      }
    }
    guard faults.count == before, let kind else { return nil }
    return UnitRow(
      unit: Unit(code: code, name: text(.name), kind: kind, opened: opened, closed: closed),
      aliases: NameList.names(in: text(.aliases)),
      parent: text(.parent).isEmpty ? into : text(.parent), into: into,
      place: header.place(.code, row), namePlace: header.place(.name, row),
      parentPlace: header.place(.parent, row), intoPlace: header.place(.mergedInto, row))
  }
}
