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
  let today: Day
  var directory: Directory
  /// The rows of all files build on each other.
  var revisions: TargetRevisions
  /// Rows that are taken when all are read.
  var held: [HeldTarget] = []
  /// How many targets are to be written so far.
  var taken = 0
  /// Units of which the targets that were taken until then do not contain the target.
  var before: [UnitID: (count: Int, row: HeldTarget)] = [:]
  /// Whether even the first targets of their years are held: where some targets are from before a merger, it is known
  /// at the end which are recorded first.
  private let holdsAll: Bool
  private var paces = PaceTable()
  private var header: FileHeader<TargetColumn>?
  var batch = TargetBatch()
  private(set) var preparation: TargetPreparation
  var faults = ImportFaults()
  var rows = 0
  /// Small enough that writing begins soon.
  private static let batchSize = 20_000

  /// - Parameter tables: all files that will be read.
  init(
    _ tables: [any TableSource], _ directory: Directory, _ revisions: TargetRevisions,
    _ preparation: TargetPreparation, today: Day
  ) {
    // A header with faults is told when its file is read.
    holdsAll = tables.contains { (try? FileHeader<TargetColumn>(of: $0))?[.without] != nil }
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

  mutating func end(asking ledger: Ledger?) throws { try takeHeld(asking: ledger) }

  mutating func add(_ faults: ImportFaults) { self.faults.add(faults) }

  mutating func handOver() -> TargetBatch? {
    defer { batch = TargetBatch() }
    // With a fault nothing is written; what follows is read for its faults alone.
    guard faults.isEmpty, batch.count > 0 else { return nil }
    preparation.prepare(batch)
    return batch
  }

  var places: [Int] { [header?[.unit]].compactMap { $0 } }

  mutating func isData(_ row: borrowing TableRow, asking ledger: Ledger?) throws -> Bool {
    guard let header, header.isWhole(row) else { return false }
    return try directory.unit(header.cell(.unit, row), asking: ledger) != nil
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
    let others = try without(row, header, ledger, &found)
    guard let indicator, let unit, let year, let amount else { return }
    let draft = TargetDraft(amount: amount, effective: effective, due: due, pace: pace)
    let kept = try revisions.kept(
      indicator: indicator.id, unit: unit.id, year: year, asking: ledger)
    expectMerged(others, into: unit, row, header, &found)
    guard found.isEmpty else { return }
    let isFirst = kept == nil && effective == nil
    if isFirst, !holdsAll {
      takeFirst(draft, indicator, unit, year, row, header, &found)
    } else {
      let others = Set(others.map(\.id))
      hold(draft, indicator, unit, year, row, header, isFirst: isFirst, without: others)
    }
  }

  /// Takes the first target of a year.
  private mutating func takeFirst(
    _ draft: TargetDraft, _ indicator: Indicator, _ unit: Unit, _ year: Int,
    _ row: borrowing TableRow, _ header: FileHeader<TargetColumn>, _ found: inout ImportFaults
  ) {
    do throws(DeskError) {
      let target = try Target(
        checking: draft, for: indicator, unit: unit, year: year, after: nil, today: today)
      append(target, draft, row, header, TargetNames(unit: unit, indicator: indicator))
    } catch {
      let column: TargetColumn = if case .unitClosed = error { .year } else { .amount }
      found.add(.rule(error), at: header.place(column, row))
    }
  }

  private mutating func add(ofRow found: ImportFaults) {
    guard !found.isEmpty else { return }
    var found = found
    found.putInOrder(from: 0)
    faults.add(found)
  }

  private mutating func hold(
    _ draft: TargetDraft, _ indicator: Indicator, _ unit: Unit, _ year: Int,
    _ row: borrowing TableRow, _ header: FileHeader<TargetColumn>, isFirst: Bool,
    without others: Set<UnitID>
  ) {
    var draft = draft
    draft.document = DocumentNumber.normalized(header.text(.document, row))
    draft.reason = header.text(.reason, row)
    held.append(
      HeldTarget(
        draft: draft, indicator: indicator, unit: unit, year: year, file: files.count - 1,
        place: header.place(.amount, row), yearColumn: header.place(.year, row).column,
        withoutColumn: header.place(.without, row).column, isFirst: isFirst, without: others))
  }

  private mutating func append(
    _ target: Target, _ draft: TargetDraft, _ row: borrowing TableRow,
    _ header: FileHeader<TargetColumn>, _ names: TargetNames
  ) {
    let document = header.cell(.document, row)
    let reason = header.cell(.reason, row)
    let file = files.count - 1
    let outcome: TargetRevisions.Outcome
    if DocumentNumber.isNormal(document) {
      outcome = append(target, draft, document, reason, file: file, line: row.line)
    } else {
      var text = DocumentNumber.normalized(String(decoding: document, as: UTF8.self))
      outcome = text.withUTF8 {
        append(target, draft, $0, reason, file: file, line: row.line)
      }
    }
    note(outcome, target, names, of: file, at: header.place(.amount, row))
  }

  /// Takes a target, and notes it where it is to be written.
  mutating func append(
    _ target: Target, _ draft: TargetDraft, _ document: UnsafeBufferPointer<UInt8>,
    _ reason: UnsafeBufferPointer<UInt8>, file: Int, line: Int, without others: Set<UnitID> = []
  ) -> TargetRevisions.Outcome {
    let outcome = revisions.take(
      target, draft, document: document, reason: reason, file: file, line: line, without: others)
    if outcome == .new || outcome == .changed {
      taken += 1
      batch.append(target, document: document, reason: reason, isFirst: outcome == .new)
    }
    return outcome
  }

  /// Notes what a row came to.
  mutating func note(
    _ outcome: TargetRevisions.Outcome, _ target: Target, _ names: TargetNames, of file: Int,
    at place: TablePlace
  ) {
    switch outcome {
    case .new: files[file].new += 1
    case .changed:
      files[file].changed += 1
      if files[file].changes.count < ChangedRow.mostListed {
        files[file].changes.append(ChangedRow(row: place.line, name: names.text, fields: []))
      }
    case .unchanged:
      files[file].unchanged += 1
      rows += 1
      return
    case .contradicts(let other, let line):
      let row = RowPlace(file: other == file ? nil : files[other].path, line: line)
      return faults.add(.otherTarget(at: row), at: place)
    }
    rows += 1
    let day = earliest[file][target.indicator]
    if day.map({ target.effective < $0 }) ?? true {
      earliest[file][target.indicator] = target.effective
    }
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
