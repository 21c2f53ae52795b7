internal import Database
internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Reads entry files into batches: the hot path of an import. Every cell is read from its bytes;
/// a `String` is made only for a fault.
struct EntryReader {
  private var directory: Directory
  private let rules: EntryRules
  private let batchSize: Int
  private var batch: EntryBatch
  private(set) var faults = ImportFaults()
  private(set) var rows = 0
  /// What rows say of levels: said when everything else of the files is posted.
  private(set) var levels = LevelRows()
  /// The hash of each file's bytes.
  private(set) var hashes: [(path: String, sha256: String)] = []
  private var preparation: EntryPreparation

  init(
    _ directory: Directory, _ rules: EntryRules, _ preparation: EntryPreparation, batchSize: Int
  ) {
    self.preparation = preparation
    self.directory = directory
    self.rules = rules
    self.batchSize = batchSize
    batch = EntryBatch(capacity: batchSize)
  }

  /// Reads files and hands each full batch over; `emit` returns false to stop.
  ///
  /// - Parameter ledger: is asked for units not met before; a second thread has none.
  mutating func read(
    _ paths: [String], asking ledger: Ledger?, emit: (PreparedBatch, ImportProgress) -> Bool
  ) throws {
    for path in paths {
      let source = try TextFileSource(path: path)
      do {
        var reader = try CSVReader(source)
        let columns = try EntryColumns(HeaderMap(reader.header, kind: .entries, file: path))
        while try advance(&reader, path) {
          try take(reader, columns, path, ledger)
          if batch.count >= batchSize, !(try hand(over: source, emit)) { return }
        }
      } catch let fault as CSVFault {
        faults.add(ImportFaults(fault, file: path))
      } catch let found as ImportFaults {
        faults.add(found)
      }
      hashes.append((path, hexadecimal(source.sha256)))
      if !(try hand(over: source, emit)) { return }
    }
  }

  /// The digest and sums of all batches.
  consuming func finish() -> PreparedEntries { preparation.finish() }

  /// The next record; recoverable faults are listed and passed over.
  private mutating func advance(
    _ reader: inout CSVReader, _ path: String
  ) throws(CSVFault) -> Bool {
    while true {
      do throws(CSVFault) {
        return try reader.next()
      } catch {
        guard error.isRecoverable else { throw error }
        faults.add(ImportFaults(error, file: path))
      }
    }
  }

  private mutating func hand(
    over source: TextFileSource, _ emit: (PreparedBatch, ImportProgress) -> Bool
  ) throws -> Bool {
    defer { batch = EntryBatch(capacity: batchSize) }
    // With a fault nothing is written; what follows is read for its faults alone.
    guard faults.isEmpty, batch.count > 0 else { return true }
    let progress = ImportProgress(bytes: source.bytesRead, size: source.size, rows: rows)
    return emit(try preparation.prepare(batch), progress)
  }

  private mutating func take(
    _ row: borrowing CSVReader, _ columns: EntryColumns, _ path: String, _ ledger: Ledger?
  ) throws {
    guard let indicator = directory.indicator(row.cell(columns.indicator)),
      let unit = try directory.unit(row.cell(columns.unit), asking: ledger).unit,
      let day = Day(parsing: row.cell(columns.date)),
      let amount = try? Amount.parse(row.cell(columns.amount), decimals: indicator.decimals),
      let mode = columns.mode(of: row)
    else {
      if !row.isEmpty { try listFaults(row, columns, path, ledger) }
      return
    }
    do {
      let year = try EntryRules.planYear(
        try columns.planYear(of: row), of: indicator, on: day)
      let directory = directory
      try rules.check(indicator, unit, on: day) { id in
        try ledger?.ancestors(of: id) ?? directory.ancestors(of: id)
      }
      rows += 1
      let note = row.cell(columns.note ?? Int.max)
      guard mode == .level else {
        batch.append(
          unit: unit.id, indicator: indicator.id, day: day, year: year, amount: amount, note: note)
        return
      }
      try EntryRules.checkLevel(of: indicator)
      let statement = LevelStatement(
        ListedPlace(indicator: indicator.id, unit: unit.id), on: day, level: amount,
        note: String(decoding: note, as: UTF8.self))
      if let other = levels.add(statement, file: path, line: row.line) {
        fault(path, row.line, columns.amount, .otherLevel(file: other.file, line: other.line))
      }
    } catch let error as DeskError {
      fault(path, row.line, columns.place(of: error), .rule(error))
    }
  }

  /// Lists every fault of a row whose cells could not all be read.
  private mutating func listFaults(
    _ row: borrowing CSVReader, _ columns: EntryColumns, _ path: String, _ ledger: Ledger?
  ) throws {
    if Day(parsing: row.cell(columns.date)) == nil {
      fault(path, row.line, columns.date, .badDay(row.string(columns.date)))
    }
    let indicator = directory.indicator(row.cell(columns.indicator))
    if indicator == nil {
      fault(
        path, row.line, columns.indicator,
        directory.unknownIndicator(row.string(columns.indicator), suggests: faults.hasRoom))
    }
    if try directory.unit(row.cell(columns.unit), asking: ledger).unit == nil {
      fault(
        path, row.line, columns.unit,
        .rule(.unknownUnit(row.string(columns.unit), suggestions: [])))
    }
    if columns.mode(of: row) == nil, let place = columns.mode {
      let words = EntryMode.allCases.flatMap { [$0.rawValue, $0.title.zh] }
      fault(path, row.line, place, .badChoice(row.string(place), allowed: words))
    }
    do {
      _ = try Amount.parse(row.cell(columns.amount), decimals: indicator?.decimals ?? 4)
    } catch {
      fault(path, row.line, columns.amount, .amount(error, text: row.string(columns.amount)))
    }
  }

  private mutating func fault(
    _ path: String, _ line: Int, _ place: Int, _ kind: ImportFault.Kind
  ) {
    faults.add(ImportFault(file: path, line: line, column: place + 1, kind: kind))
  }
}
