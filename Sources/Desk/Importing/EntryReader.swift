internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Reads entry files into batches: the hot path of an import. Every cell is read from its bytes;
/// a `String` is made only for a fault.
struct EntryReader: BatchReader {
  private var directory: Directory
  private let rules: EntryRules
  private var header: FileHeader<EntryColumn>?
  private var batch = EntryBatch()
  private var preparation: EntryPreparation
  private(set) var faults = ImportFaults()
  private(set) var rows = 0
  /// What rows say of levels: said when everything else of the files is posted.
  private(set) var levels = LevelRows()
  // Measured: larger batches make fewer, longer stretches for each unit, but cost memory.
  private static let batchSize = 250_000

  init(_ directory: Directory, _ rules: EntryRules, _ preparation: EntryPreparation) {
    self.preparation = preparation
    self.directory = directory
    self.rules = rules
  }

  var isFull: Bool { batch.count >= EntryReader.batchSize }

  mutating func begin(_ table: any TableSource) throws {
    header = try FileHeader(of: table)
    batch = EntryBatch(capacity: EntryReader.batchSize)
  }

  mutating func add(_ faults: ImportFaults) { self.faults.add(faults) }

  mutating func handOver() throws -> PreparedBatch? {
    defer { batch = EntryBatch(capacity: EntryReader.batchSize) }
    // With a fault nothing is written; what follows is read for its faults alone.
    guard faults.isEmpty, batch.count > 0 else { return nil }
    return try preparation.prepare(batch)
  }

  /// The digest and sums of all batches.
  consuming func finish() -> PreparedEntries { preparation.finish() }

  mutating func take(_ row: borrowing TableRow, asking ledger: Ledger?) throws {
    guard let header else { return }
    guard let indicator = directory.indicator(header.cell(.indicator, row)),
      let unit = try directory.unit(header.cell(.unit, row), asking: ledger).unit,
      let day = Day(parsing: header.cell(.date, row)),
      let amount = try? Amount.parse(
        header.cell(.amount, row), decimals: indicator.decimals, measure: indicator.measure),
      let mode = header.mode(of: row)
    else { return try listFaults(row, header, ledger) }
    do {
      let year = try EntryRules.planYear(try header.planYear(of: row), of: indicator, on: day)
      let directory = directory
      try rules.check(indicator, unit, on: day) { id in
        try ledger?.ancestors(of: id) ?? directory.ancestors(of: id)
      }
      rows += 1
      let note = header.cell(.note, row)
      guard mode == .level else {
        batch.append(
          unit: unit.id, indicator: indicator.id, day: day, year: year, amount: amount, note: note)
        return
      }
      try EntryRules.checkLevel(of: indicator)
      let statement = LevelStatement(
        ListedPlace(indicator: indicator.id, unit: unit.id), on: day, level: amount,
        note: String(decoding: note, as: UTF8.self))
      if let other = levels.add(statement, at: row.place) {
        faults.add(
          .otherLevel(file: other.file, line: other.line), at: header.place(.amount, row))
      }
    } catch is DeskError {
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
      let words = EntryMode.allCases.flatMap { [$0.rawValue, $0.title.zh] }
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
      let directory = directory
      try check {
        try rules.check(indicator, unit, on: day) { id in
          try ledger?.ancestors(of: id) ?? directory.ancestors(of: id)
        }
      }
    }
    if let indicator, mode == .level { try check { try EntryRules.checkLevel(of: indicator) } }
    found.order(from: 0)
    faults.add(found)
  }
}

extension FileHeader<EntryColumn> {
  /// The plan year of a row; nil where it names none.
  fileprivate func planYear(of row: borrowing TableRow) throws(DeskError) -> Int? {
    let cell = cell(.year, row)
    if cell.isEmpty { return nil }
    guard let planYear = PlanYear.parse(cell) else { throw .badYear(text(.year, row)) }
    return planYear
  }

  /// How the amount of a row is meant; nil where no such word is known.
  fileprivate func mode(of row: borrowing TableRow) -> EntryMode? {
    let cell = cell(.mode, row)
    if cell.isEmpty { return .add }
    let usual = EntryMode.allCases.first {
      cell.elementsEqual($0.rawValue.utf8) || cell.elementsEqual($0.title.zh.utf8)
    }
    return usual ?? EntryMode(text(.mode, row))
  }

  /// The cell that a broken rule is reported at.
  fileprivate func place(of error: DeskError, _ row: borrowing TableRow) -> TablePlace {
    let column: EntryColumn =
      switch error {
      case .ratioIsDerived: .indicator
      case .stockHasNoPlanYear, .badYear: self[.year] == nil ? .date : .year
      case .onlyStockIsSet: self[.mode] == nil ? .amount : .mode
      case .unitClosed, .unitNotOpen, .dayOutOfRange: .date
      default: .unit
      }
    return place(column, row)
  }
}
