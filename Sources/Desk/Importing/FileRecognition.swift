internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// What a file holds.
enum FileContent {
  case core(FileKind)
  case records(RegisterShape)

  var kind: FileKind? {
    if case .core(let kind) = self { return kind }
    return nil
  }
}

/// A table of a file, and what it holds.
struct RecognisedTable {
  var table: any TableSource
  var content: FileContent
  /// The columns that nothing is known of.
  var unknown: [LeftColumn]
}

/// Tells what a table holds by its header.
struct FileRecognition {
  private let ledger: Ledger
  private let today: Day

  init(_ desk: Desk) { (ledger, today) = (desk.ledger, desk.context.today) }

  /// The tables of a file.
  ///
  /// - Parameter only: what it is known to hold; nil to tell by its header.
  /// - Throws: `ImportFaults` when a header is of no known kind, or not of the one asked for.
  func open(_ path: String, only: FileContent?) throws -> [RecognisedTable] {
    do {
      return try TableFile.open(path) { fit($0, only) }.map { try recognise($0, only: only) }
    } catch let fault as CSVFault {
      throw ImportFaults(fault, in: path)
    }
  }

  /// The tables of a file that the program carries within itself.
  func open(_ file: ShippedFile) throws -> [RecognisedTable] {
    try TableFile.open(file.bytes, named: file.name) { fit($0, nil) }
      .map { try recognise($0, only: nil) }
  }

  private func recognise(_ table: any TableSource, only: FileContent?) throws -> RecognisedTable {
    guard let content = only ?? content(of: table.header) else {
      throw ImportFaults(
        ImportFault(
          place: table.headerPlace,
          kind: .unknownHeader(table.header, near: near(to: table.header))))
    }
    let unknown = try unknown(in: table.header, at: table.headerPlace, of: content)
    try forbidScale(above: table)
    return RecognisedTable(table: table, content: content, unknown: unknown)
  }

  /// Throws where a row above the header says that numbers of the table count in many, such as 单位：万元.
  private func forbidScale(above table: any TableSource) throws(ImportFaults) {
    var faults = ImportFaults()
    for title in table.titles {
      for (index, cell) in title.cells.enumerated() {
        guard let unit = HeaderTitle.scale(ofTable: cell) else { continue }
        faults.add(.scaledTable(unit), at: table.place(row: title.line, column: index + 1))
      }
    }
    if !faults.isEmpty { throw faults }
  }

  /// How well a row serves as the header of a table.
  private func fit(_ header: [String], _ only: FileContent?) -> HeaderFit {
    let place = TablePlace(file: "", line: 1, column: 1)
    guard let content = only ?? content(of: header) else { return .part(0) }
    if (try? unknown(in: header, at: place, of: content)) != nil { return .whole }
    let titles = header.map { HeaderTitle($0) }.filter { !$0.saysNothing }
    switch content {
    case .core(let kind): return .part(titles.count - kind.unknown(in: titles))
    case .records(let shape): return .part(titles.count - self.unknown(in: titles, of: shape).count)
    }
  }

  /// The columns of a header that nothing is known of.
  ///
  /// - Throws: `ImportFaults` with what is wrong with it.
  private func unknown(
    in header: [String], at place: TablePlace, of content: FileContent
  ) throws(ImportFaults) -> [LeftColumn] {
    switch content {
    case .core(.units): try FileHeader<UnitColumn>(header, at: place).unknown
    case .core(.indicators): try FileHeader<IndicatorColumn>(header, at: place).unknown
    case .core(.targets): try FileHeader<TargetColumn>(header, at: place).unknown
    case .core(.entries): try FileHeader<EntryColumn>(header, at: place).unknown
    case .core(.holidays): try FileHeader<HolidayColumn>(header, at: place).unknown
    case .core(.forms): try FileHeader<FormColumn>(header, at: place).unknown
    case .core(.formLines): try FileHeader<FormLineColumn>(header, at: place).unknown
    case .core(.formChecks): try FileHeader<FormCheckColumn>(header, at: place).unknown
    case .core(.exemptions): try FileHeader<ExemptionColumn>(header, at: place).unknown
    case .core(.answers): try answerColumns(header, at: place)
    case .records(let shape):
      try RowReading(header, at: place, shape, today: today, mayBeKnown: true).unknown
    }
  }

  /// Where there is no column of lines, each column that is not known is one.
  private func answerColumns(
    _ header: [String], at place: TablePlace
  ) throws(ImportFaults) -> [LeftColumn] {
    let known = try FileHeader<AnswerColumn>(header, at: place)
    return known[.line] == nil ? [] : known.unknown
  }

  private func content(of header: [String]) -> FileContent? {
    let titles = header.map { HeaderTitle($0) }.filter { !$0.saysNothing }
    let kind = FileKind(of: titles)
    let isWhole = kind.map { kind in
      kind.columns.allSatisfy { column in
        !column.isRequired || titles.contains { $0.names(column.isNamed) }
      }
    }
    let strange = kind?.unknown(in: titles) ?? 0
    if let kind, isWhole == true, strange == 0 { return .core(kind) }
    // A list of records may have the few columns that a kind of the core needs.
    if let (unknown, shape) = register(titles), isWhole != true || unknown < strange {
      return .records(shape)
    }
    return kind.map { .core($0) }
  }

  /// The register all of whose needed fields stand in a header, with the fewest columns that it
  /// does not know; nil when several do equally well. Where none does, the header may name records
  /// that are known.
  private func register(_ titles: [HeaderTitle]) -> (unknown: Int, shape: RegisterShape)? {
    let isWhole = { (shape: RegisterShape) in
      shape.requiredFields.allSatisfy { field in
        titles.contains { $0.names(shape.fields[field].isNamed) }
      }
    }
    let names = { (shape: RegisterShape) in
      let targets = titles.compactMap { title in title.find { try? shape.target(of: $0) } }
      return shape.isNamed { targets.contains($0) }
    }
    return nearest(titles, where: isWhole) ?? nearest(titles, where: names)
  }

  private func nearest(
    _ titles: [HeaderTitle], where isFitting: (RegisterShape) -> Bool
  ) -> (unknown: Int, shape: RegisterShape)? {
    let fitting = ledger.allShapes().compactMap { shape -> (unknown: Int, shape: RegisterShape)? in
      let unknown = unknown(in: titles, of: shape).count
      return unknown * 2 < titles.count && isFitting(shape) ? (unknown, shape) : nil
    }
    let best = fitting.map(\.unknown).min()
    let chosen = fitting.filter { $0.unknown == best }
    return chosen.count == 1 ? chosen[0] : nil
  }

  /// The registers that know most of a header's columns, with what they need beside.
  private func near(to header: [String]) -> [NearRegister] {
    let titles = header.map { HeaderTitle($0) }.filter { !$0.saysNothing }
    let tried = ledger.allShapes().map { shape in
      (known: titles.count - unknown(in: titles, of: shape).count, shape: shape)
    }
    let most = tried.map(\.known).max() ?? 0
    return tried.filter { most > 0 && $0.known == most }.prefix(3).map { _, shape in
      NearRegister(
        name: shape.name.title,
        missing: shape.requiredFields.map { shape.fields[$0] }.filter { field in
          !titles.contains { $0.names(field.isNamed) }
        }.map(\.title), unknown: unknown(in: titles, of: shape).map(\.text))
    }
  }

  private func unknown(in titles: [HeaderTitle], of shape: RegisterShape) -> [HeaderTitle] {
    titles.filter { title in
      !title.names { name in
        shape.field(named: name) != nil || shape.history(named: name) != nil
          || SystemColumn.named(name) != nil
      }
    }
  }
}
