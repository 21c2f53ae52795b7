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
    var files: [(path: String, content: FileContent)] = []
    var faults = ImportFaults()
    for path in paths {
      do {
        files.append((path, try FileRecognition(ledger).content(of: path, only: only)))
      } catch let found as ImportFaults {
        for fault in found.listed { faults.add(fault) }
      }
    }
    guard faults.isEmpty else { throw DeskError.faults(faults) }
    for case (let path, .records(let shape)) in files {
      try openSecrets(forFile: path, in: shape)
    }
    return try importing(options, progress) { session in
      for kind in FileKind.allCases {
        // Records come before entries, which a list may make superfluous.
        if kind == .entries { try session.importRecords(files) }
        let chosen = files.filter { $0.content.kind == kind }.map(\.path)
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
    try openSecrets(forFile: path, in: shape)
    return try importing(options, progress) { session in
      try session.importRecords([(path, .records(shape))])
      return session.imported.records.first?.count ?? ImportedRecords()
    }
  }

  /// Writes what an import reads, unless it finds faults.
  func importing<Result>(
    _ options: ImportOptions, _ progress: @escaping (ImportProgress) -> Void,
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
    return written
  }
}

/// What a file holds.
enum FileContent {
  case core(FileKind)
  case records(RegisterShape)

  var kind: FileKind? {
    if case .core(let kind) = self { return kind }
    return nil
  }
}

/// Tells what a file holds by its header.
struct FileRecognition {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func content(of path: String, only: FileKind?) throws -> FileContent {
    // Standard input is read once: its kind must be known, or is taken to be entries.
    if path == "-" { return .core(only ?? .entries) }
    let source = try TextFileSource(path: path)
    let header: [String]
    do {
      let reader = try CSVReader(source)
      header = reader.header
    } catch {
      throw ImportFaults(error, file: path)
    }
    let kind = HeaderMap.recognise(header)
    if let only {
      if only != kind { _ = try HeaderMap(header, kind: only, file: path) }
      return .core(only)
    }
    if let kind, (try? HeaderMap(header, kind: kind, file: path)) != nil { return .core(kind) }
    if let shape = register(header) { return .records(shape) }
    guard let kind else {
      var faults = ImportFaults()
      faults.add(ImportFault(file: path, line: 1, column: 1, kind: .unknownHeader(header)))
      throw faults
    }
    return .core(kind)
  }

  /// The register all of whose needed fields stand in a header, with the fewest columns that it
  /// does not know; nil when several do equally well. Where none does, the header may name records
  /// that are known.
  private func register(_ header: [String]) -> RegisterShape? {
    let titles = header.map(\.trimmed).filter { !$0.isEmpty }
    let isWhole = { (shape: RegisterShape) in
      shape.requiredFields.allSatisfy { field in
        titles.contains { shape.fields[field].isNamed($0) }
      }
    }
    let names = { (shape: RegisterShape) in
      let targets = titles.compactMap { try? shape.target(of: $0) }
      return shape.isNamed { targets.contains($0) }
    }
    return nearest(titles, where: isWhole) ?? nearest(titles, where: names)
  }

  private func nearest(
    _ titles: [String], where isFitting: (RegisterShape) -> Bool
  ) -> RegisterShape? {
    let fitting = ledger.allShapes().compactMap { shape -> (unknown: Int, shape: RegisterShape)? in
      let unknown = titles.count { title in
        shape.field(named: title) == nil && shape.history(named: title) == nil
          && !SystemColumn.allCases.contains { $0.isNamed(title) }
      }
      return unknown * 2 < titles.count && isFitting(shape) ? (unknown, shape) : nil
    }
    let best = fitting.map(\.unknown).min()
    let chosen = fitting.filter { $0.unknown == best }
    return chosen.count == 1 ? chosen[0].shape : nil
  }
}

extension ImportSession {
  func run(_ kind: FileKind, _ paths: [String]) throws {
    switch kind {
    case .units: for path in paths { try importUnits(path) }
    case .indicators: for path in paths { try importIndicators(path) }
    case .targets: try importTargets(paths)
    case .entries: try importEntries(paths)
    case .holidays: for path in paths { try importHolidays(path) }
    }
  }

  /// Imports lists of records, those first that others refer to.
  func importRecords(_ files: [(path: String, content: FileContent)]) throws {
    var lists: [(path: String, shape: RegisterShape)] = []
    for (path, content) in files {
      if case .records(let shape) = content { lists.append((path, shape)) }
    }
    guard !lists.isEmpty else { return }
    let records = RecordSession(desk, transaction)
    for (path, shape) in lists.sorted(by: { depth(of: $0.shape) < depth(of: $1.shape) }) {
      let file = RecordFile(self, records, shape, path)
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
