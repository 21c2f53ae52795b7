internal import OfficeFiles
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

/// Writes records as the CSV that `import` reads.
struct RecordFileWriter {
  private let shape: RegisterShape
  private let names: RecordNames
  private let cells: FileCells
  private let language: Language
  private let today: Day

  init(_ desk: Desk, _ shape: RegisterShape, _ names: RecordNames, _ language: Language) {
    self.shape = shape
    self.names = names
    self.language = language
    cells = FileCells(desk, names)
    today = desk.context.today
  }

  /// - Returns: how many records were left out: a row of an erased one, which names nothing, could not
  ///   be read again.
  func write(
    _ records: FoundRecords, _ fields: [Int], _ byteOrderMark: Bool, to sink: ByteSink
  ) throws -> Int {
    let columns = try columns(records, fields)
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.write(columns.map { $0.title(in: shape)(language) })
    try sink.write(writer.take())
    var erased = 0
    try records.forEach { portion in
      for state in portion {
        guard shape.requiredFields.allSatisfy({ !state.data[$0].isEmpty }) else {
          erased += 1
          continue
        }
        writer.write(try columns.map { ControlCharacters.replaced(in: try cell($0, of: state)) })
      }
      try sink.write(writer.take())
      return true
    }
    return erased
  }

  private func cell(_ column: ExportColumn, of state: RecordState) throws -> String {
    switch column {
    case .field(let field): try cells.cell(state.data[field], shape.fields[field].kind)
    case .system(.stage): shape.title(ofStage: shape.stage(of: state))(language)
    case .system(.note): state.note
    case .system(.id): names.id(state.id)
    case .history(let what):
      shape.showsHistory(what, for: state, today: today)
        ? shape.cell(what, of: state, language) : ""
    }
  }

  /// The columns of a file; those of histories only where some record needs them.
  private func columns(_ records: FoundRecords, _ fields: [Int]) throws -> [ExportColumn] {
    var open: [HistoryColumn] = fields.filter(shape.datedFields.contains).map { .steps($0) }
    if shape.stages.count > 1 { open.append(.moves) }
    var needed: [HistoryColumn] = []
    try records.forEach { portion in
      for state in portion {
        let found = open.filter { shape.showsHistory($0, for: state, today: today) }
        needed += found
        open.removeAll(where: found.contains)
        if open.isEmpty { return false }
      }
      return true
    }
    var columns: [ExportColumn] = []
    for field in fields {
      columns.append(.field(field))
      if needed.contains(.steps(field)) { columns.append(.history(.steps(field))) }
    }
    if shape.stages.count > 1 {
      columns.append(.system(.stage))
      if needed.contains(.moves) { columns.append(.history(.moves)) }
    }
    return columns + [.system(.note)]
  }
}

/// A column of a file of records.
private enum ExportColumn {
  case field(Int)
  case system(SystemColumn)
  case history(HistoryColumn)

  func title(in shape: RegisterShape) -> Text {
    switch self {
    case .field(let field): shape.fields[field].title
    case .system(let column): column.title
    case .history(let column): shape.title(of: column)
    }
  }
}
