internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Reads a file of targets into batches. Every cell is read from its bytes; a `String` is made for a
/// fault, and for a pace or a number of a document that was not met before.
struct TargetReader: BatchReader {
  /// What becomes of the files so far; the last one is read.
  var files: [ImportedFile] = []
  /// By file and indicator, the first day from which a row changes a target.
  var earliest: [[IndicatorID: Day]] = []
  private let today: Day
  private var directory: Directory
  /// The rows of all files build on each other.
  var revisions: TargetRevisions
  /// Rows that may say the year's first target again.
  var waiting: [WaitingTarget] = []
  private var paces = PaceTable()
  private var header: FileHeader<TargetColumn>?
  var batch = TargetBatch()
  private(set) var preparation: TargetPreparation
  var faults = ImportFaults()
  private(set) var rows = 0
  /// Small enough that writing begins soon.
  private static let batchSize = 20_000

  init(
    _ directory: Directory, _ revisions: TargetRevisions, _ preparation: TargetPreparation,
    today: Day
  ) {
    self.directory = directory
    self.revisions = revisions
    self.preparation = preparation
    self.today = today
  }

  var isFull: Bool { batch.count >= TargetReader.batchSize }

  mutating func begin(_ table: any TableSource) throws {
    files.append(ImportedFile(table.path, .core(.targets)))
    earliest.append([:])
    header = try FileHeader(of: table)
  }

  mutating func end() { takeWaiting() }

  /// How a row of the file that is read names another; its own needs no name.
  func name(of file: Int, seenFrom own: Int? = nil) -> String? {
    file == own ?? files.count - 1 ? nil : files[file].path
  }

  mutating func add(_ faults: ImportFaults) { self.faults.add(faults) }

  mutating func handOver() -> TargetBatch? {
    defer { batch = TargetBatch() }
    // With a fault nothing is written; what follows is read for its faults alone.
    guard faults.isEmpty, batch.count > 0 else { return nil }
    preparation.prepare(batch)
    return batch
  }

  mutating func take(_ row: borrowing TableRow, asking ledger: Ledger?) throws {
    guard let header else { return }
    let before = faults.count
    let indicator = header.indicator(.indicator, row, in: directory, &faults)
    let unit = try header.unit(.unit, row, in: &directory, asking: ledger, &faults)
    let year = PlanYear.parse(header.cell(.year, row))
    if year == nil {
      faults.add(.rule(.badYear(header.text(.year, row))), at: header.place(.year, row))
    }
    let amount = indicator.flatMap {
      header.amount(.amount, row, decimals: $0.decimals, &faults)
    }
    let effective = header.day(.effective, row, &faults)
    let due = header.day(.due, row, &faults)
    let pace = pace(row, header)
    guard faults.count == before, let indicator, let unit, let year, let amount else { return }
    let draft = TargetDraft(amount: amount, effective: effective, due: due, pace: pace)
    do {
      let target = try Target(
        checking: draft, for: indicator, unit: unit, year: year,
        after: try revisions.kept(
          indicator: indicator.id, unit: unit.id, year: year, asking: ledger), today: today)
      let place = TargetNames(unit: unit, indicator: indicator)
      append(target, draft, row, header, place, yearStart: indicator.planYear(year)?.firstDay)
    } catch let error as DeskError {
      let column: TargetColumn = if case .unitClosed = error { .year } else { .amount }
      faults.add(.rule(error), at: header.place(column, row))
    }
  }

  private mutating func append(
    _ target: Target, _ draft: TargetDraft, _ row: borrowing TableRow,
    _ header: FileHeader<TargetColumn>, _ names: TargetNames, yearStart: Day?
  ) {
    let document = header.cell(.document, row)
    let reason = header.cell(.reason, row)
    let outcome: TargetRevisions.Outcome
    if DocumentNumber.isNormal(document) {
      outcome = append(target, draft, document, reason, row.line, yearStart)
    } else {
      var text = DocumentNumber.normalized(String(decoding: document, as: UTF8.self))
      outcome = text.withUTF8 { append(target, draft, $0, reason, row.line, yearStart) }
    }
    let place = header.place(.amount, row)
    switch outcome {
    case .contradicts(let other, let line):
      faults.add(.otherTarget(at: RowPlace(file: name(of: other), line: line)), at: place)
    case .mayBeFirst:
      waiting.append(
        WaitingTarget(
          target: target, draft: draft, document: String(decoding: document, as: UTF8.self),
          reason: String(decoding: reason, as: UTF8.self), file: files.count - 1, place: place,
          names: names, yearStart: yearStart))
    case .new, .changed, .unchanged: break
    }
    count(outcome, target, names, of: files.count - 1, row.line)
  }

  /// Counts what a row came to.
  mutating func count(
    _ outcome: TargetRevisions.Outcome, _ target: Target, _ names: TargetNames, of file: Int,
    _ line: Int
  ) {
    switch outcome {
    case .new: files[file].new += 1
    case .changed:
      files[file].changed += 1
      if files[file].changes.count < 5 {
        files[file].changes.append(ChangedRow(row: line, name: names.text, fields: []))
      }
    case .unchanged: files[file].unchanged += 1
    case .mayBeFirst, .contradicts: return
    }
    rows += 1
    if outcome == .unchanged { return }
    let day = earliest[file][target.indicator]
    if day.map({ target.effective < $0 }) ?? true {
      earliest[file][target.indicator] = target.effective
    }
  }

  private mutating func append(
    _ target: Target, _ draft: TargetDraft, _ document: UnsafeBufferPointer<UInt8>,
    _ reason: UnsafeBufferPointer<UInt8>, _ line: Int, _ yearStart: Day?
  ) -> TargetRevisions.Outcome {
    let outcome = revisions.take(
      target, draft, document: document, reason: reason, file: files.count - 1, line: line,
      yearStart: yearStart)
    if [.new, .changed].contains(outcome) {
      batch.append(target, document: document, reason: reason)
    }
    return outcome
  }

  private mutating func pace(
    _ row: borrowing TableRow, _ header: FileHeader<TargetColumn>
  ) -> Pace? {
    let cell = header.cell(.pace, row)
    if cell.isEmpty { return nil }
    let pace = paces.pace(cell)
    if pace == nil { faults.add(.badPace(header.text(.pace, row)), at: header.place(.pace, row)) }
    return pace
  }
}
