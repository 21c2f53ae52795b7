internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Reads a file of targets into batches. Every cell is read from its bytes; a `String` is made for a
/// fault, and for a pace or a number of a document that was not met before.
struct TargetReader: BatchReader {
  /// The files so far; the last one is read.
  private(set) var files: [String] = []
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
  var counts = ImportedTargets()
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

  var rows: Int { counts.rows }
  var isFull: Bool { batch.count >= TargetReader.batchSize }

  mutating func begin(_ table: any TableSource) throws {
    files.append(table.path)
    header = try FileHeader(of: table)
  }

  mutating func end() { takeWaiting() }

  /// How a row of the file that is read names another; its own needs no name.
  func name(of file: Int, seenFrom own: Int? = nil) -> String? {
    file == own ?? files.count - 1 ? nil : files[file]
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
    var found = ImportFaults()
    defer { add(ofRow: found) }
    let indicator = header.indicator(.indicator, row, in: directory, &found)
    let unit = try header.unit(.unit, row, in: &directory, asking: ledger, &found)
    let year = PlanYear.parse(header.cell(.year, row))
    if year == nil {
      found.add(.rule(.badYear(header.text(.year, row))), at: header.place(.year, row))
    }
    let amount = header.amount(.amount, row, of: indicator, &found)
    let effective = header.day(.effective, row, &found)
    let due = header.day(.due, row, &found)
    let pace = pace(row, header, &found)
    guard found.isEmpty, let indicator, let unit, let year, let amount else { return }
    let draft = TargetDraft(amount: amount, effective: effective, due: due, pace: pace)
    do {
      let target = try Target(
        checking: draft, for: indicator, unit: unit, year: year,
        after: try revisions.kept(
          indicator: indicator.id, unit: unit.id, year: year, asking: ledger), today: today)
      append(target, draft, row, header, yearStart: indicator.planYear(year)?.firstDay)
    } catch let error as DeskError {
      let column: TargetColumn = if case .unitClosed = error { .year } else { .amount }
      found.add(.rule(error), at: header.place(column, row))
    }
  }

  private mutating func add(ofRow found: ImportFaults) {
    guard !found.isEmpty else { return }
    var found = found
    found.order(from: 0)
    faults.add(found)
  }

  private mutating func append(
    _ target: Target, _ draft: TargetDraft, _ row: borrowing TableRow,
    _ header: FileHeader<TargetColumn>, yearStart: Day?
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
          yearStart: yearStart))
    case .new, .changed, .unchanged: break
    }
    counts.count(outcome)
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
    _ row: borrowing TableRow, _ header: FileHeader<TargetColumn>, _ found: inout ImportFaults
  ) -> Pace? {
    let cell = header.cell(.pace, row)
    if cell.isEmpty { return nil }
    let pace = paces.pace(cell)
    if pace == nil { found.add(.badPace(header.text(.pace, row)), at: header.place(.pace, row)) }
    return pace
  }
}

/// The paces that a file names, each read once.
private struct PaceTable: Sendable {
  private var table = ByteTable()
  private var paces: [Pace?] = []

  mutating func pace(_ text: UnsafeBufferPointer<UInt8>) -> Pace? {
    if let known = table.value(text) { return paces[Int(known)] }
    let pace = Pace(String(decoding: text, as: UTF8.self))
    table.set(text, Int32(paces.count))
    paces.append(pace)
    return pace
  }
}
