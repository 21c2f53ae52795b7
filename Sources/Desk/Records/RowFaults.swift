internal import OfficeFiles
internal import Registers
internal import TargetEngine

/// What is wrong with a row of a list of records.
extension RowReading {
  /// What is wrong with a row, at the cell of the field that it names, if the file has it.
  func fault(_ problem: Problem, at row: TablePlace) -> ImportFault {
    let field = problem.register == shape.id ? problem.field.flatMap(shape.field) : nil
    let column = field.flatMap { columns.firstIndex(of: .field($0)) }
    return ImportFault(place: row.cell(column), kind: .rule(.record(.rules([problem]))))
  }

  /// All that is wrong with a row, in the order of its columns: cells that are no value of their field,
  /// values that lie outside of their limits, and the error that the row met.
  func faults(
    _ error: DeskError, of row: borrowing TableRow, _ names: some NameReading
  ) throws -> [ImportFault] {
    var faults: [ImportFault] = []
    var state = shape.blank
    for (index, column) in columns.enumerated() {
      guard case .field(let field) = column, !isMasked(row.cell(index), .field(field)) else {
        continue
      }
      do {
        state.data[field] = try shape.fields[field].datum(row.cell(index), on: today, names)
      } catch let cell as DeskError {
        faults.append(ImportFault(place: row.place.cell(index), kind: .rule(cell)))
      }
    }
    let place = row.place
    if let column = columns.firstIndex(of: .stage), !row.cell(column).isEmpty {
      do {
        _ = try shape.stage(row.string(column).trimmed)
      } catch let error as DeskError {
        faults.append(ImportFault(place: place.cell(column), kind: .rule(error)))
      }
    }
    let isReadable = faults.isEmpty
    faults += shape.breaches(state, today: today).map { fault($0, at: place) }
    // Of a row with bad cells the error is one of those, unless it is about another column.
    if case .record(.rules(let problems)) = error {
      faults += problems.map { fault($0, at: place) }.filter { !faults.contains($0) }
    } else if isReadable || column(of: error).map({ !isField($0) }) ?? false {
      faults.append(fault(error, at: place))
    }
    return faults.enumerated().sorted { a, b in
      (a.element.place.column, a.offset) < (b.element.place.column, b.offset)
    }.map(\.element)
  }

  private func isField(_ column: Int) -> Bool {
    if case .field = columns[column] { true } else { false }
  }

  /// What is wrong with a row, at the cell that it is about.
  func fault(_ error: DeskError, at place: TablePlace) -> ImportFault {
    ImportFault(place: place.cell(column(of: error)), kind: .rule(error))
  }

  /// The column whose cell an error is about, though it is a value of its field.
  private func column(of error: DeskError) -> Int? {
    switch error {
    case .record(.wrongUnit(_, _, let field, _)):
      shape.field(named: field.name).flatMap { columns.firstIndex(of: .field($0)) }
    case .record(.badHistory(_, let title)):
      history.first { shape.title(of: $0.what) == title }?.column
    case .record(.brokenKey(_, let title)):
      shape.keyFields.first { shape.fields[$0].title == title }
        .flatMap { columns.firstIndex(of: .field($0)) }
    case .record(.movesLack): history.first { $0.what == .moves }?.column
    case .record(.unknownRecord), .record(.badID), .record(.removed), .record(.duplicateKey):
      columns.firstIndex(of: .id)
    case .record(.otherStart(let title, _, _)):
      history.first { $0.what.field.map { shape.fields[$0].title } == title }?.column
    default: nil
    }
  }
}
