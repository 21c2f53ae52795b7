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
    try importing(try recognised(paths, only: only), options, progress)
  }

  /// Opens files and tells by their headers what they hold.
  ///
  /// - Throws: `DeskError.faults` with what is wrong with any of them.
  func recognised(_ paths: [String], only: FileKind? = nil) throws -> [RecognisedTable] {
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
    return files
  }

  /// Imports a list of records in one transaction: a natural key that is there already updates its
  /// record, and an empty cell leaves what is there. All of it is written, or nothing.
  ///
  /// - Throws: `DeskError.faults` with every fault found.
  public func importRecords(
    _ path: String, in shape: RegisterShape, _ options: ImportOptions = ImportOptions(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> Written<Imported> {
    do {
      return try importing(
        try FileRecognition(self).open(path, only: .records(shape)), options, progress)
    } catch let found as ImportFaults {
      throw DeskError.faults(found)
    }
  }

  /// Writes what tables say, unless it finds faults.
  private func importing(
    _ files: [RecognisedTable], _ options: ImportOptions,
    _ progress: @escaping (ImportProgress) -> Void
  ) throws -> Written<Imported> {
    for file in files {
      if case .records(let shape) = file.content { try openSecrets(for: file.table, in: shape) }
    }
    var (notices, changed) = (RecordNotices(), FormsChanged())
    let definesForms = files.contains { $0.content.kind?.definesForms ?? false }
    var written = try write(isRehearsal: options.isDryRun) { transaction in
      let before = try definesForms ? FormsBefore(self) : nil
      let session = ImportSession(self, transaction, options, progress: progress)
      try session.run(files)
      guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
      try session.remember()
      notices = session.notices
      if let before { changed.owedAnew = try owedAnew(since: before) }
      var imported = Imported(files: session.files)
      for file in files { imported.add(file) }
      try imported.expect(options.shown)
      return imported
    }
    written.notices = notices
    written.tell(changed)
    return written
  }
}

extension FileKind {
  /// Whether files of it say who owes forms.
  fileprivate var definesForms: Bool { [.forms, .exemptions].contains(self) }
}

extension ImportSession {
  /// Imports tables in the order in which they build on each other.
  func run(_ files: [RecognisedTable]) throws {
    var (forms, start) = (FormDrafts(), 0)
    for kind in FileKind.allCases {
      if kind == .forms { start = faults.listed.count }
      // Records come before entries, which a list may make superfluous.
      if kind == .entries { try importRecords(files) }
      let chosen = files.filter { $0.content.kind == kind }.map(\.table)
      if !chosen.isEmpty { try run(kind, chosen, &forms) }
      // What forms are stands in several files.
      if kind == .formChecks {
        try make(forms)
        faults.putInOrder(from: start, by: self.files.map(\.path))
      }
    }
  }

  private func run(
    _ kind: FileKind, _ tables: [any TableSource], _ forms: inout FormDrafts
  ) throws {
    switch kind {
    case .forms: for table in tables { try importForms(table, &forms) }
    case .formLines: for table in tables { try importFormLines(table, &forms) }
    case .formChecks: for table in tables { try importFormChecks(table, &forms) }
    case .exemptions: for table in tables { try importExemptions(table) }
    case .answers: try importAnswers(tables)
    case .units: for table in tables { try importUnits(table) }
    case .indicators: for table in tables { try importIndicators(table) }
    case .targets: try importTargets(tables)
    case .entries: try importEntries(tables)
    case .holidays: for table in tables { try importHolidays(table) }
    }
  }

  /// Imports lists of records, those first that others refer to.
  private func importRecords(_ files: [RecognisedTable]) throws {
    let first = self.files.count
    var lists: [(table: any TableSource, shape: RegisterShape)] = []
    for file in files {
      if case .records(let shape) = file.content { lists.append((file.table, shape)) }
    }
    guard !lists.isEmpty else { return }
    let records = RecordSession(desk, transaction)
    for (table, shape) in lists.sorted(by: { depth(of: $0.shape) < depth(of: $1.shape) }) {
      try RecordFile(self, records, shape, table).read()
    }
    guard faults.isEmpty else { return }
    for fault in try records.finishImport() { faults.add(fault) }
    notices = records.notices
    notices.made = []
    try noteLate(from: first)
  }

  /// Notes the closed months whose figures the lists change, each of those that its register posts.
  private func noteLate(from first: Int) throws {
    guard let closed = try ClosedMonths(desk.ledger) else { return }
    let changes = try transaction.changes(through: closed.last)
      .filter(\.isOfMonth)
    if changes.isEmpty { return }
    let codes = Dictionary(try desk.ledger.indicators().map { ($0.id, $0.code) }) { a, _ in a }
    for file in first..<files.count {
      guard case .records(let id, _) = files[file].content else { continue }
      let posted = Set(desk.ledger.slots.first { $0.id == id }?.posted() ?? [])
      let own = changes.filter { codes[$0.indicator].map(posted.contains) ?? false }
      files[file].closedMonths =
        closed.months(with: own.map { ($0.indicator, $0.month) })
    }
  }

  /// How many registers stand between a register and one that refers to none.
  private func depth(of shape: RegisterShape) -> Int {
    let referred = Set(shape.fields.flatMap(\.kind.registers)).subtracting([shape.id])
      .compactMap { desk.ledger.shape($0) }
    return (referred.map { depth(of: $0) }.max() ?? -1) + 1
  }
}
