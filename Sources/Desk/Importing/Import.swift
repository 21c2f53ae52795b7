internal import OfficeFiles
public import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// Imports files in one transaction, each recognised by its header: units first, then
  /// indicators, targets and entries. All of it is written, or nothing.
  ///
  /// - Parameter only: refuse files of another kind.
  /// - Throws: `DeskError.faults` with every fault found; `FileFault` for a file as such.
  public func importFiles(
    _ paths: [String], only: FileKind? = nil, _ options: ImportOptions = ImportOptions(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> Written<Imported> {
    var files: [RecognisedTable] = []
    var faults = ImportFaults()
    for path in paths {
      do {
        files += try FileRecognition(self).open(path, only: only.map { .core($0) })
      } catch let found as ImportFaults {
        faults.add(found)
      }
    }
    guard faults.isEmpty else { throw DeskError.faults(faults) }
    for file in files {
      if case .records(let shape) = file.content { try openSecrets(for: file.table, in: shape) }
    }
    return try importing(files, options, progress) { session in
      for kind in FileKind.allCases {
        // Records come before entries, which a list may make superfluous.
        if kind == .entries { try session.importRecords(files) }
        let chosen = files.filter { $0.content.kind == kind }.map(\.table)
        if !chosen.isEmpty { try session.run(kind, chosen) }
      }
      return session.imported
    }
  }

  /// Imports a list of records in one transaction: a natural key that is there already updates its
  /// record, and an empty cell leaves what is there. All of it is written, or nothing.
  ///
  /// - Throws: `DeskError.faults` with every fault found.
  public func importRecords(
    _ path: String, in shape: RegisterShape, _ options: ImportOptions = ImportOptions(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> Written<ImportedRecords> {
    let files: [RecognisedTable]
    do {
      files = try FileRecognition(self).open(path, only: .records(shape))
    } catch let found as ImportFaults {
      throw DeskError.faults(found)
    }
    for file in files { try openSecrets(for: file.table, in: shape) }
    return try importing(files, options, progress) { session in
      try session.importRecords(files)
      return session.imported.records.first?.count ?? ImportedRecords()
    }
  }

  /// Writes what an import reads, unless it finds faults.
  func importing<Result>(
    _ files: [RecognisedTable], _ options: ImportOptions,
    _ progress: @escaping (ImportProgress) -> Void,
    _ body: (ImportSession) throws -> Result
  ) throws -> Written<Result> {
    var notices = RecordNotices()
    var written = try write { transaction in
      let session = ImportSession(self, transaction, options, progress: progress)
      let result = try body(session)
      guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
      notices = session.notices
      return result
    }
    written.notices = notices
    written.tables = files.map(\.notice).filter { $0.rows.count > 0 || !$0.columns.isEmpty }
    return written
  }
}

extension ImportSession {
  func run(_ kind: FileKind, _ tables: [any TableSource]) throws {
    switch kind {
    case .units: for table in tables { try importUnits(table) }
    case .indicators: for table in tables { try importIndicators(table) }
    case .targets: try importTargets(tables)
    case .entries: try importEntries(tables)
    case .holidays: for table in tables { try importHolidays(table) }
    }
  }

  /// Imports lists of records, those first that others refer to.
  func importRecords(_ files: [RecognisedTable]) throws {
    var lists: [(table: any TableSource, shape: RegisterShape)] = []
    for file in files {
      if case .records(let shape) = file.content { lists.append((file.table, shape)) }
    }
    guard !lists.isEmpty else { return }
    let records = RecordSession(desk, transaction)
    for (table, shape) in lists.sorted(by: { depth(of: $0.shape) < depth(of: $1.shape) }) {
      let file = RecordFile(self, records, shape, table)
      try file.read()
      imported.records.append((shape.name.title, file.imported))
    }
    guard faults.isEmpty else { return }
    for fault in try records.finishImport() { faults.add(fault) }
    notices = records.notices
  }

  /// How many registers stand between a register and one that refers to none.
  private func depth(of shape: RegisterShape) -> Int {
    let referred = Set(shape.fields.flatMap(\.kind.registers)).subtracting([shape.id])
      .compactMap { desk.ledger.shape($0) }
    return (referred.map { depth(of: $0) }.max() ?? -1) + 1
  }
}
