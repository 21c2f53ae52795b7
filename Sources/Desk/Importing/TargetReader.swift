internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Reads a file of targets into batches. Every cell is read from its bytes; a `String` is made for a
/// fault, and for a pace or a number of a document that was not met before.
struct TargetReader {
  let paths: [String]
  /// Which of the files is read.
  private let file: Int
  private let today: Day
  private var directory: Directory
  /// The rows of all files build on each other.
  var revisions: TargetRevisions
  /// Rows that may say the year's first target again.
  var waiting: [WaitingTarget]
  private var paces = PaceTable()
  var batch = TargetBatch()
  private(set) var preparation: TargetPreparation
  var faults = ImportFaults()
  var counts = ImportedTargets()
  /// Small enough that writing begins soon.
  private static let batchSize = 20_000

  init(
    _ paths: [String], _ file: Int, _ directory: Directory, _ earlier: EarlierTargets,
    _ preparation: TargetPreparation, today: Day
  ) {
    self.paths = paths
    self.file = file
    self.directory = directory
    revisions = earlier.revisions
    waiting = earlier.waiting
    self.preparation = preparation
    self.today = today
  }

  /// Reads the file and hands each full batch over; `emit` returns false to stop.
  ///
  /// - Parameter ledger: is asked for units and revisions not met before; a second thread has none.
  /// - Returns: the hash of the file's bytes; nil when not all of them were read.
  mutating func read(asking ledger: Ledger?, emit: (TargetPart) -> Bool) throws -> String? {
    var columns: TargetColumns?
    var reached = ImportProgress(bytes: 0, size: nil, rows: 0)
    let hash = try FileRows.read(paths[file]) { header in
      columns = TargetColumns(try HeaderMap(header, kind: .targets, file: paths[file]))
    } row: { row, source in
      guard let columns else { return false }
      try take(row, columns, ledger)
      reached = ImportProgress(bytes: source.bytesRead, size: source.size, rows: counts.rows)
      return batch.count < TargetReader.batchSize || handOver(reached, emit)
    } report: {
      faults.add($0)
    }
    if file == paths.count - 1 { takeWaiting() }
    _ = handOver(reached, emit)
    return hash
  }

  /// With a fault nothing is written; what follows is read for its faults alone.
  private mutating func handOver(_ reached: ImportProgress, _ emit: (TargetPart) -> Bool) -> Bool {
    defer { batch = TargetBatch() }
    guard faults.isEmpty, batch.count > 0 else { return true }
    preparation.prepare(batch)
    return emit(TargetPart(batch: batch, reached: reached))
  }

  private mutating func take(
    _ row: borrowing CSVReader, _ columns: TargetColumns, _ ledger: Ledger?
  ) throws {
    let before = faults.count
    let indicator = indicator(row, columns.indicator)
    let unit = try directory.unit(row.cell(columns.unit), asking: ledger).unit
    if unit == nil {
      let text = row.string(columns.unit)
      fault(row, columns.unit, .rule(.unknownUnit(text, suggestions: [])))
    }
    let year = PlanYear.parse(row.cell(columns.year))
    if year == nil { fault(row, columns.year, .rule(.badYear(row.string(columns.year)))) }
    let amount = amount(row, columns.amount, indicator)
    let effective = day(row, columns.effective)
    let due = day(row, columns.due)
    let pace = pace(row, columns.pace)
    guard faults.count == before, let indicator, let unit, let year, let amount else { return }
    let draft = TargetDraft(amount: amount, effective: effective, due: due, pace: pace)
    do {
      let target = try Target(
        checking: draft, for: indicator, unit: unit, year: year,
        after: try revisions.kept(
          indicator: indicator.id, unit: unit.id, year: year, asking: ledger), today: today)
      append(target, draft, row, columns, yearStart: indicator.planYear(year)?.firstDay)
    } catch let error as DeskError {
      fault(row, columns.place(of: error), .rule(error))
    }
  }

  private mutating func append(
    _ target: Target, _ draft: TargetDraft, _ row: borrowing CSVReader, _ columns: TargetColumns,
    yearStart: Day?
  ) {
    let document = row.cell(columns.document ?? Int.max)
    let reason = row.cell(columns.reason ?? Int.max)
    let outcome: TargetRevisions.Outcome
    if DocumentNumber.isNormal(document) {
      outcome = append(target, draft, document, reason, row.line, yearStart)
    } else {
      var text = DocumentNumber.normalized(String(decoding: document, as: UTF8.self))
      outcome = text.withUTF8 { append(target, draft, $0, reason, row.line, yearStart) }
    }
    switch outcome {
    case .contradicts(let other, let line):
      let place = RowPlace(file: other == file ? nil : paths[other], line: line)
      fault(row, columns.amount, .otherTarget(at: place))
    case .mayBeFirst:
      waiting.append(
        WaitingTarget(
          target: target, draft: draft, document: String(decoding: document, as: UTF8.self),
          reason: String(decoding: reason, as: UTF8.self), file: file, line: row.line,
          column: columns.amount, yearStart: yearStart))
    case .new, .changed, .unchanged: break
    }
    counts.count(outcome)
  }

  private mutating func append(
    _ target: Target, _ draft: TargetDraft, _ document: UnsafeBufferPointer<UInt8>,
    _ reason: UnsafeBufferPointer<UInt8>, _ line: Int, _ yearStart: Day?
  ) -> TargetRevisions.Outcome {
    let outcome = revisions.take(
      target, draft, document: document, reason: reason, file: file, line: line,
      yearStart: yearStart)
    if [.new, .changed].contains(outcome) {
      batch.append(target, document: document, reason: reason)
    }
    return outcome
  }

  private mutating func indicator(_ row: borrowing CSVReader, _ place: Int) -> Indicator? {
    if let known = directory.indicator(row.cell(place)) { return known }
    fault(row, place, directory.unknownIndicator(row.string(place), suggests: faults.hasRoom))
    return nil
  }

  private mutating func amount(
    _ row: borrowing CSVReader, _ place: Int, _ indicator: Indicator?
  ) -> Int64? {
    guard let indicator else { return nil }
    do {
      return try Amount.parse(row.cell(place), decimals: indicator.decimals)
    } catch {
      fault(row, place, .amount(error, text: row.string(place)))
      return nil
    }
  }

  private mutating func day(_ row: borrowing CSVReader, _ place: Int?) -> Day? {
    guard let place, case let cell = row.cell(place), !cell.isEmpty else { return nil }
    let day = Day(parsing: cell)
    if day == nil { fault(row, place, .badDay(row.string(place))) }
    return day
  }

  private mutating func pace(_ row: borrowing CSVReader, _ place: Int?) -> Pace? {
    guard let place, case let cell = row.cell(place), !cell.isEmpty else { return nil }
    let pace = paces.pace(cell)
    if pace == nil { fault(row, place, .badPace(row.string(place))) }
    return pace
  }

  private mutating func fault(
    _ row: borrowing CSVReader, _ place: Int, _ kind: ImportFault.Kind
  ) {
    faults.add(ImportFault(file: paths[file], line: row.line, column: place + 1, kind: kind))
  }
}

/// What the reading of targets hands to the writing.
struct TargetPart: Sendable {
  var batch: TargetBatch
  var reached: ImportProgress
}
