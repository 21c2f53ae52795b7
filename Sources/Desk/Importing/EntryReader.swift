internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Reads entry files into batches: the hot path of an import. Every cell is read from its bytes;
/// a `String` is made only for a fault.
struct EntryReader: BatchReader {
  var directory: Directory
  let rules: EntryRules
  private var header: FileHeader<EntryColumn>?
  /// By file, where the faults of doubtful rows are.
  private(set) var columns: [EntryColumns] = []
  /// The table's bytes, where they are known.
  var size: Int?
  private var batch = EntryBatch()
  private var preparation: EntryPreparation
  var faults = ImportFaults()
  /// What becomes of the files' rows, as far as that is known without the ledger.
  var files: [ImportedFile] = []
  /// Rows that equal others of the import, by file.
  var repeated: [[RepeatedRow]] = []
  var seen = SeenRows()
  let same: ImportOptions.Same
  private(set) var rows = 0
  /// Rows that their places do not take by themselves.
  var doubtful = DoubtfulRows()
  /// What rows say of levels: said when everything else of the files is posted.
  private(set) var levels = LevelRows()
  // Measured: larger batches make fewer, longer stretches for each unit, but cost memory.
  private static let batchSize = 250_000

  init(
    _ directory: Directory, _ rules: EntryRules, _ preparation: EntryPreparation,
    same: ImportOptions.Same
  ) {
    self.same = same
    self.preparation = preparation
    self.directory = directory
    self.rules = rules
  }

  var isFull: Bool { batch.count >= EntryReader.batchSize }

  mutating func begin(_ table: any TableSource) throws {
    lookUp()
    files.append(ImportedFile(table.path, .core(.entries)))
    repeated.append([])
    let header = try FileHeader<EntryColumn>(of: table)
    self.header = header
    columns.append(EntryColumns(unit: header[.unit], date: header[.date]))
    size = table.size
    batch = EntryBatch(capacity: EntryReader.batchSize)
  }

  mutating func add(_ faults: ImportFaults) { self.faults.add(faults) }

  mutating func end(asking ledger: Ledger?) { lookUp() }

  mutating func handOver() throws -> ReadEntries? {
    defer { batch = EntryBatch(capacity: EntryReader.batchSize) }
    guard batch.count > 0 else { return nil }
    let file = files.count - 1
    // With a fault nothing is written, and where rows may be passed over it is not known yet what is.
    guard faults.isEmpty, same != .skip else {
      return ReadEntries(file: file, batch: batch.sortedByUnit())
    }
    let prepared = try preparation.prepare(batch)
    return ReadEntries(file: file, batch: prepared.batch, prepared: prepared)
  }

  /// The digest and sums of all batches.
  consuming func finish() -> PreparedEntries { preparation.finish() }

  var places: [Int] { [header?[.unit]].compactMap { $0 } }

  mutating func isData(_ row: borrowing TableRow, asking ledger: Ledger?) throws -> Bool {
    guard let header, header.isWhole(row) else { return false }
    return try directory.unit(header.cell(.unit, row), asking: ledger) != nil
  }

  mutating func take(_ row: borrowing TableRow, asking ledger: Ledger?) throws {
    guard let header else { return }
    guard let which = directory.indicator(header.cell(.indicator, row)),
      let place = try directory.unit(header.cell(.unit, row), asking: ledger),
      let day = Day(parsing: header.cell(.date, row)),
      let amount = try? Amount.parse(
        header.cell(.amount, row), decimals: directory.entryIndicators[which].decimals,
        measure: directory.indicators[which].measure),
      let mode = header.mode(of: row),
      header.differingMeasure(of: .amount, in: row, than: directory.indicators[which].measure)
        == nil
    else { return try listFaults(row, header, ledger) }
    let (indicator, unit) = (directory.entryIndicators[which], directory.entryUnits[place])
    do {
      let year = try EntryRules.planYear(try header.planYear(of: row), of: indicator, on: day)
      try rules.check(indicator, unit, on: day, isDoubtful: true) { _ in [] }
      rows += 1
      if rows & 0xFFFF == 0 { expectRows(row.bytesRead) }
      let note = header.cell(.note, row)
      guard mode == .level else {
        guard isNew(row, unit.id, indicator.id, day, year, amount, note) else { return }
        try doubt(indicator, unit, day, year, amount, at: row.line, ledger)
        files[files.count - 1].new += 1
        if indicator.kind == .stock, amount >= 0, header.saysNoMode(of: row) {
          files[files.count - 1].increases.append(Int32(clamping: row.line))
        }
        batch.append(
          unit: unit.id, indicator: indicator.id, day: day, year: year, amount: amount, note: note,
          line: row.line)
        return
      }
      try EntryRules.checkLevel(of: indicator)
      let statement = LevelStatement(
        ListedPlace(indicator: indicator.id, unit: unit.id), on: day, level: amount,
        note: String(decoding: note, as: UTF8.self))
      switch levels.add(statement, at: row.place, file: files.count - 1) {
      case .new:
        try doubt(indicator, unit, day, year, nil, at: row.line, ledger)
        files[files.count - 1].new += 1
      case .repeated: files[files.count - 1].unchanged += 1
      case .contradicts(let other):
        faults.add(
          .otherLevel(file: other.file, line: other.line), at: header.place(.amount, row))
      }
    } catch is EntryFault, is DeskError {
      try listFaults(row, header, ledger)
    }
  }

  /// Lists every fault of a row, in the order of its columns: a cell that cannot be read hides no rule
  /// that others break.
  private mutating func listFaults(
    _ row: borrowing TableRow, _ header: FileHeader<EntryColumn>, _ ledger: Ledger?
  ) throws {
    var found = ImportFaults()
    let day = header.day(.date, row, isRequired: true, &found)
    let indicator = header.indicator(.indicator, row, in: directory, &found)
    let unit = try header.unit(.unit, row, in: &directory, asking: ledger, &found)
    let mode = header.mode(of: row)
    if mode == nil {
      let words = EntryMode.allCases.map { Text($0.title.zh, $0.rawValue) }
      found.add(
        .badChoice(header.text(.mode, row), allowed: words), at: header.place(.mode, row))
    }
    _ = header.amount(.amount, row, of: indicator, &found)
    func check(_ rule: () throws -> Void) throws {
      do {
        try rule()
      } catch let error as DeskError {
        found.add(.rule(error), at: header.place(of: error, row))
      }
    }
    if let indicator, let day {
      try check {
        _ = try EntryRules.planYear(try header.planYear(of: row), of: indicator, on: day)
      }
    }
    if let indicator, let unit, let day {
      try check {
        try rules.check(indicator, unit, on: day, isDoubtful: same == .skip) { id in
          try ledger?.ancestors(of: id) ?? directory.ancestors(of: id)
        }
      }
    }
    if let indicator, mode == .level { try check { try EntryRules.checkLevel(of: indicator) } }
    found.putInOrder(from: 0)
    faults.add(found)
  }
}

/// Rows of one entry file on their way to the writing thread.
struct ReadEntries: Sendable {
  /// The number of the file.
  var file: Int
  var batch: EntryBatch
  /// The same, hashed and added up; nil where it is not known yet which of them are written.
  var prepared: PreparedBatch?
}
