internal import OfficeFiles
internal import Registers
internal import Storage

extension RowReading {
  /// The names of the fields, and of the columns that every register has, of which a row says anything.
  func columnsSaid(in row: borrowing TableRow) -> [String] {
    var names: Set<String> = []
    for (index, column) in columns.enumerated() {
      guard let column, case let cell = row.cell(index), !cell.isEmpty, !isMasked(cell, column)
      else { continue }
      switch column {
      case .field(let field): names.insert(shape.fields[field].name)
      case .stage: names.insert(KnownRows.stage)
      case .note: names.insert(KnownRows.note)
      case .id: break
      }
    }
    for (index, what) in history where !row.cell(index).isEmpty {
      switch what {
      case .moves: names.insert(KnownRows.stage)
      case .steps(let field): names.insert(shape.fields[field].name)
      }
    }
    return names.sorted()
  }
}
