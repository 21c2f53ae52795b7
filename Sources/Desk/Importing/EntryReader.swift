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
  /// The hash of each file's bytes.
  private(set) var hashes: [(path: String, sha256: String)] = []
  private var preparation: EntryPreparation

  /// The wording of faults, and units not met before, need the ledger; a second thread has none.
  struct Help {
    var ledger: Ledger?
    var unitFault: (String) -> ImportFault.Kind
  }

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
  mutating func read(
    _ paths: [String], _ help: Help, emit: (PreparedBatch, ImportProgress) -> Bool
  ) throws {
    for path in paths {
      let source = try TextFileSource(path: path)
      do {
        var reader = try CSVReader(source)
        let columns = try Columns(HeaderMap(reader.header, kind: .entries, file: path))
        while try advance(&reader, path) {
          try take(reader, columns, path, help)
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

  /// Where the columns stand.
  private struct Columns {
    let date, indicator, unit, amount: Int
    let note, year: Int?

    init(_ map: HeaderMap) {
      date = map.place("date") ?? 0
      indicator = map.place("indicator") ?? 0
      unit = map.place("unit") ?? 0
      amount = map.place("amount") ?? 0
      note = map.place("note")
      year = map.place("year")
    }
  }

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
    _ row: borrowing CSVReader, _ columns: Columns, _ path: String, _ help: Help
  ) throws {
    guard let indicator = directory.indicator(row.cell(columns.indicator)),
      let unit = try unit(row.cell(columns.unit), help),
      let day = Day(parsing: row.cell(columns.date)),
      let amount = try? Amount.parse(row.cell(columns.amount), decimals: indicator.decimals)
    else {
      if !row.isEmpty { try listFaults(row, columns, path, help) }
      return
    }
    do {
      let year = try EntryRules.planYear(
        try EntryReader.year(row, columns.year), of: indicator, on: day)
      let (directory, ledger) = (directory, help.ledger)
      try rules.check(indicator, unit, on: day) { id in
        try ledger?.ancestors(of: id) ?? directory.ancestors(of: id)
      }
      rows += 1
      batch.append(
        unit: unit.id, indicator: indicator.id, day: day, year: year, amount: amount,
        note: row.cell(columns.note ?? Int.max))
    } catch let error as DeskError {
      fault(path, row.line, EntryReader.place(of: error, columns), .rule(error))
    }
  }

  private mutating func unit(
    _ text: UnsafeBufferPointer<UInt8>, _ help: Help
  ) throws -> Unit? {
    let result =
      if let ledger = help.ledger { try directory.unit(text, asking: ledger) } else {
        directory.unit(text)
      }
    if case .found(let unit) = result { return unit }
    return nil
  }

  /// Lists every fault of a row whose cells could not all be read.
  private mutating func listFaults(
    _ row: borrowing CSVReader, _ columns: Columns, _ path: String, _ help: Help
  ) throws {
    if Day(parsing: row.cell(columns.date)) == nil {
      fault(path, row.line, columns.date, .badDay(row.string(columns.date)))
    }
    let indicator = directory.indicator(row.cell(columns.indicator))
    if indicator == nil {
      let text = row.string(columns.indicator)
      let words = faults.hasRoom ? directory.indicators.flatMap { [$0.code, $0.name] } : []
      fault(
        path, row.line, columns.indicator,
        .rule(.unknownIndicator(text, suggestions: Suggestions.nearest(to: text, in: words))))
    }
    if try unit(row.cell(columns.unit), help) == nil {
      fault(path, row.line, columns.unit, help.unitFault(row.string(columns.unit)))
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

  /// The cell that a broken rule is reported at.
  private static func place(of error: DeskError, _ columns: Columns) -> Int {
    switch error {
    case .ratioIsDerived: columns.indicator
    case .stockHasNoPlanYear, .badYear: columns.year ?? columns.date
    case .unitClosed, .unitNotOpen: columns.date
    default: columns.unit
    }
  }

  /// The plan year of a row; nil where it names none.
  private static func year(
    _ row: borrowing CSVReader, _ place: Int?
  ) throws(DeskError) -> Int? {
    guard let place, case let cell = row.cell(place), !cell.isEmpty else { return nil }
    guard let year = PlanYear.parse(cell) else { throw .badYear(row.string(place)) }
    return year
  }
}
