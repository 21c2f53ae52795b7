internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// Reads a list of new records: the hot path of an import, without the ledger.
struct ListReader {
  private let shape: RegisterShape
  private let path: String
  private let today: Day
  private let names: KnownNames
  private var keys = ByteTable()
  private var key: [UInt8] = []
  private var chunk: ListChunk
  private var rows = 0
  private var isFaulty = false
  private static let chunkSize = 1000

  init(
    _ shape: RegisterShape, _ path: String, today: Day, names: KnownNames, chunk: ListChunk
  ) {
    self.shape = shape
    self.path = path
    self.today = today
    self.names = names
    self.chunk = chunk
  }

  /// Reads the list and passes it on in chunks; `emit` returns false to stop.
  ///
  /// - Returns: the hash of the file's bytes; nil when not all of them were read.
  mutating func read(emit: (ListChunk, ImportProgress) -> Bool) throws -> String? {
    var reading: RowReading?
    var progress = ImportProgress(bytes: 0, size: nil, rows: 0)
    let hash = try FileRows.read(path) { header in
      reading = try RowReading(header, shape, path: path, today: today)
    } row: { row, source in
      guard let reading else { return false }
      try take(row, reading)
      guard chunk.isFull(ListReader.chunkSize) else { return true }
      progress = ImportProgress(bytes: source.bytesRead, size: source.size, rows: rows)
      return emit(chunk.handedOver(), progress)
    } report: { faults in
      fault(.other(faults))
    }
    progress.rows = rows
    _ = emit(chunk, progress)
    return hash
  }

  private mutating func take(_ row: borrowing CSVReader, _ reading: RowReading) throws {
    do {
      let state = try reading.state(try reading.draft(of: row, after: nil, names), after: nil)
      if let first = firstLine(of: state, row.line) {
        fault(.repeated(state, line: row.line, first: first))
        return
      }
      // After a fault nothing is written; the rest is read only for its faults.
      if isFaulty { return }
      try add(state, row.line)
      rows += 1
    } catch let error as DeskError {
      for found in try reading.faults(error, of: row, in: path, names) {
        fault(.other(ImportFaults(found)))
      }
    }
  }

  private mutating func add(_ state: RecordState, _ line: Int) throws {
    do {
      if !names.kinds.isEmpty {
        try shape.checkUnits(state, after: nil) {
          names.kinds[$0]
        } name: {
          "\($0)"
        }
      }
      let others = NewRecords(firstMonths: chunk.postings.firstMonths)
      let found = try shape.examine(state, others, today: today)
      if !found.problems.isEmpty { throw DeskError.record(.rules(found.problems)) }
      // Whatever may need the ledger comes first: a record that is left undecided has no postings here.
      var passed = chunk.passed
      try passed.note(state, after: nil, in: shape, others)
      try chunk.postings.add(found.wanted, of: chunk.batch.count)
      chunk.passed = passed
    } catch let fault as PostingDayFault {
      throw DeskError.dayOutOfRange(fault.day)
    } catch is LedgerIsNeeded {
      chunk.undecided = (state, line)
    }
    chunk.batch.append(state)
  }

  /// The earlier line of the same record.
  private mutating func firstLine(of state: RecordState, _ line: Int) -> Int? {
    key.removeAll(keepingCapacity: true)
    chunk.batch.write(keyOf: state, to: &key)
    if key.isEmpty { return nil }
    return key.withUnsafeBufferPointer { keys.set($0, Int32(clamping: line)) }.map { Int($0) }
  }

  private mutating func fault(_ fault: ListChunk.Fault) {
    isFaulty = true
    chunk.faults.append(fault)
  }
}

/// Records of a list on their way from the reading to the writing thread.
struct ListChunk: Sendable {
  var batch: RecordBatch
  /// Their postings.
  var postings: ListPostings
  /// The last record, when its postings depend on other records.
  var undecided: (state: RecordState, line: Int)?
  /// The stages that they passed over.
  var passed = PassedStages()
  var faults: [Fault] = []

  enum Fault: Sendable {
    case repeated(RecordState, line: Int, first: Int)
    case other(ImportFaults)
  }

  init(_ batch: RecordBatch, _ postings: ListPostings) {
    self.batch = batch
    self.postings = postings
  }

  func isFull(_ size: Int) -> Bool {
    batch.count >= size || faults.count >= size || undecided != nil
  }

  /// The records read so far, leaving this chunk empty.
  mutating func handedOver() -> ListChunk {
    let full = self
    self = ListChunk(batch.emptied, postings.emptied)
    return full
  }
}

/// What the measures and rules of a new record may look at without the ledger: no record names it
/// yet.
private struct NewRecords: RecordReader {
  /// By the indicators' codes.
  let firstMonths: [String: Int]

  func state(_ id: RecordID) throws -> RecordState? { throw LedgerIsNeeded() }
  func register(of id: RecordID) throws -> String? { throw LedgerIsNeeded() }
  func place(of id: RecordID) throws -> UnitID? { throw LedgerIsNeeded() }

  func states(of register: String, where field: String, is value: Datum) throws -> [RecordState] {
    if value == .record(0) { return [] }
    throw LedgerIsNeeded()
  }

  func version(of rule: Rule, on day: Day) throws -> RuleVersion? { throw LedgerIsNeeded() }
  func calendar() throws -> WorkCalendar { throw LedgerIsNeeded() }

  func firstMonth(of indicator: IndicatorDeclaration) throws -> Int {
    firstMonths[indicator.code] ?? indicator.firstMonth
  }

  func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID] {
    throw LedgerIsNeeded()
  }
}
