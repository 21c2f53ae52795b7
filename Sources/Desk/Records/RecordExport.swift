internal import OfficeFiles
public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// An empty list to be filled in: the header of the CSV that `import` reads.
  ///
  /// - Parameter all: whether it has the fields of procedure.
  public func recordTemplate(
    of shape: RegisterShape, all: Bool, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool
  ) throws -> [UInt8] {
    try file([], shape, shape.asked(all: all), names, language, byteOrderMark)
  }

  /// The records that a search finds, as an export has them: with what lies ahead, and with those
  /// that begin later, unless it is of a day.
  public func whole(_ search: RecordSearch, in shape: RegisterShape) throws -> [RecordState] {
    if search.day != nil { return try list(search, in: shape).records }
    var query = try query(search, in: shape)
    query.begun = nil
    switch try answering(query, search, in: shape) {
    case .asked(let query): return try ledger.records(query, in: shape)
    case .walked(let query, let day):
      let ids = try walk(query, on: day, in: shape).map(\.id)
      let records = Dictionary(try ledger.records(Set(ids), in: shape).map { ($0.id, $0) }) {
        a, _ in a
      }
      return ids.compactMap { records[$0] }
    }
  }

  /// The CSV that `import` reads, in one language: the header, and every record that a search
  /// finds, with all that is known of it unless the search is of a day. Secrets stay here.
  public func exportRecords(
    _ search: RecordSearch, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool
  ) throws -> ExportedRecords {
    try exported(
      try whole(search, in: shape), shape,
      shape.fields.indices.filter { !shape.fields[$0].isSecret }, names, language, byteOrderMark)
  }

  /// The same with its secrets; the journal notes for each record who looked at them and why.
  public func revealRecords(
    _ search: RecordSearch, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool, reason: String
  ) throws -> Written<ExportedRecords> {
    if shape.fields.contains(where: \.isSecret) { try ledger.openSecrets() }
    return try write(reason: reason) { transaction in
      let records = try ledger.opened(try whole(search, in: shape), in: shape, mayAsk: true)
      for state in records {
        let fields = shape.fields.indices.filter {
          shape.fields[$0].isSecret && !state.data[$0].isEmpty
        }
        if !fields.isEmpty { try transaction.reveal(fields.map { shape.fields[$0] }, of: state.id) }
      }
      return try exported(
        records, shape, Array(shape.fields.indices), names, language, byteOrderMark)
    }
  }

  /// A row that names nothing could not be read again.
  private func exported(
    _ records: [RecordState], _ shape: RegisterShape, _ fields: [Int], _ names: RecordNames,
    _ language: Language, _ byteOrderMark: Bool
  ) throws -> ExportedRecords {
    let nameless = records.count { !shape.hasRequired($0) }
    let named = nameless == 0 ? records : records.filter(shape.hasRequired)
    return ExportedRecords(
      bytes: try file(named, shape, fields, names, language, byteOrderMark), erased: nameless)
  }

  private func file(
    _ records: [RecordState], _ shape: RegisterShape, _ fields: [Int], _ names: RecordNames,
    _ language: Language, _ byteOrderMark: Bool
  ) throws -> [UInt8] {
    let columns = exported(records, shape, fields)
    let cells = FileCells(self, names)
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.write(columns.map { $0.title(in: shape)(language) })
    for state in records {
      writer.write(
        try columns.map { column in
          switch column {
          case .field(let field): try cells.cell(state.data[field], shape.fields[field].kind)
          case .system(.stage): shape.title(ofStage: shape.stage(of: state))(language)
          case .system(.note): state.note
          case .system(.id): names.id(state.id)
          case .history(let what):
            shape.showsHistory(what, for: state, today: context.today)
              ? shape.cell(what, of: state, language) : ""
          }
        })
    }
    return writer.bytes
  }

  /// The columns of a file; those of histories only where some record needs them.
  private func exported(
    _ records: [RecordState], _ shape: RegisterShape, _ fields: [Int]
  ) -> [ExportColumn] {
    let isNeeded = { (what: HistoryColumn) in
      records.contains { shape.showsHistory(what, for: $0, today: self.context.today) }
    }
    var columns: [ExportColumn] = []
    for field in fields {
      columns.append(.field(field))
      if shape.datedFields.contains(field), isNeeded(.steps(field)) {
        columns.append(.history(.steps(field)))
      }
    }
    if shape.stages.count > 1 {
      columns.append(.system(.stage))
      if isNeeded(.moves) { columns.append(.history(.moves)) }
    }
    return columns + [.system(.note)]
  }
}

/// Records as a file that `import` reads.
public struct ExportedRecords: Sendable {
  /// The file, in UTF-8.
  public var bytes: [UInt8]
  /// Records left out, since an erasure destroyed what names them.
  public var erased: Int
}

extension RegisterShape {
  /// Whether a record has what every record of the register has, but for one that was erased.
  fileprivate func hasRequired(_ state: RecordState) -> Bool {
    requiredFields.allSatisfy { !state.data[$0].isEmpty }
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
