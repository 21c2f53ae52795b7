internal import OfficeFiles
public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// An empty list to be filled in: the header of the CSV that `import` reads.
  public func recordTemplate(
    of shape: RegisterShape, _ names: RecordNames, _ language: Language, byteOrderMark: Bool
  ) throws -> [UInt8] {
    try csv([], shape, Array(shape.fields.indices), names, language, byteOrderMark)
  }

  /// The CSV that `import` reads, in one language: the header, and every record that a search
  /// finds. Secrets stay here.
  public func exportRecords(
    _ search: RecordSearch, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool
  ) throws -> [UInt8] {
    let records = try list(search, in: shape).records
    return try csv(
      records, shape, shape.fields.indices.filter { !shape.fields[$0].isSecret }, names, language,
      byteOrderMark)
  }

  /// The same with its secrets; the journal notes for each record who looked at them and why.
  public func revealRecords(
    _ search: RecordSearch, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool, reason: String
  ) throws -> Written<[UInt8]> {
    if shape.fields.contains(where: \.isSecret) { try ledger.openSecrets() }
    return try write(reason: reason) { transaction in
      let records = try ledger.opened(try list(search, in: shape).records, mayAsk: true)
      for state in records {
        let fields = shape.fields.indices.filter {
          shape.fields[$0].isSecret && !state.data[$0].isEmpty
        }
        if !fields.isEmpty { try transaction.reveal(fields.map { shape.fields[$0] }, of: state.id) }
      }
      return try csv(
        records, shape, Array(shape.fields.indices), names, language, byteOrderMark)
    }
  }

  private func csv(
    _ records: [RecordState], _ shape: RegisterShape, _ fields: [Int], _ names: RecordNames,
    _ language: Language, _ byteOrderMark: Bool
  ) throws -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    let system: [SystemColumn] = shape.stages.count > 1 ? [.stage, .note] : [.note]
    writer.write(
      fields.map { shape.fields[$0].title(language) } + system.map { $0.title(language) })
    for state in records {
      var cells: [String] = []
      for index in fields {
        cells.append(try names.cell(state.data[index], shape.fields[index].kind))
      }
      for column in system {
        switch column {
        case .stage: cells.append(shape.stage(named: shape.stage(of: state))?.title(language) ?? "")
        case .note: cells.append(state.note)
        case .id: cells.append(names.id(state.id))
        }
      }
      writer.write(cells)
    }
    return writer.bytes
  }
}

extension RecordNames {
  /// A value as a cell of a file has it, which `import` reads as the same value.
  fileprivate func cell(_ datum: Datum, _ kind: FieldKind) throws -> String {
    switch datum {
    // A unit's code is unique, its name need not be.
    case .unit(let id): try unit(id)?.code ?? ""
    case .secret(let secret): secret.open ?? ""
    case .record(let id) where kind.registers.count > 1: self.id(id)
    case .list(let members):
      try members.map { member in
        let name = try cell(member.value, kind.element)
        // A sign that parts members is not part of one.
        let isParted = name.contains(where: ListText.separators.contains)
        return ListText.text(member, isParted ? member.value.record.map(id) ?? name : name)
      }.joined(separator: ListText.separator)
    default: try text(datum, kind)
    }
  }
}
