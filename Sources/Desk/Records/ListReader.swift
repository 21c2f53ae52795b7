internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// Reads a list of new records: the hot path of an import, without the ledger.
struct ListReader: BatchReader {
  private let reading: RowReading
  private let today: Day
  private let names: KnownNames
  private var keys = ByteTable()
  private var key: [UInt8] = []
  private var chunk: ListChunk
  private(set) var rows = 0
  private var isFaulty = false
  private static let chunkSize = 1000

  init(_ reading: RowReading, today: Day, names: KnownNames, chunk: ListChunk) {
    self.reading = reading
    self.today = today
    self.names = names
    self.chunk = chunk
  }

  private var shape: RegisterShape { reading.shape }

  var isFull: Bool { chunk.isFull(ListReader.chunkSize) }

  func begin(_ table: any TableSource) {}

  mutating func add(_ faults: ImportFaults) { fault(.other(faults)) }

  /// The records read so far, leaving the chunk empty.
  mutating func handOver() -> ListChunk? {
    defer { chunk = ListChunk(chunk.batch.emptied, chunk.postings.emptied) }
    return chunk
  }

  var places: [Int] { reading.places }

  func isData(_ row: borrowing TableRow, asking ledger: Ledger?) -> Bool {
    reading.isData(row, names)
  }

  mutating func take(_ row: borrowing TableRow, asking ledger: Ledger?) throws {
    do {
      let state = try reading.state(try reading.draft(of: row, after: nil, names), after: nil)
      if let first = firstLine(of: state, row.line) {
        fault(.repeated(state, row.place, first: first))
        return
      }
      // After a fault nothing is written; the rest is read only for its faults.
      if isFaulty { return }
      try add(state, row.place)
      rows += 1
    } catch let error as DeskError {
      for found in try reading.faults(error, of: row, names) {
        fault(.other(ImportFaults(found)))
      }
    }
  }

  private mutating func add(_ state: RecordState, _ place: TablePlace) throws {
    do {
      if let kinds = names.kinds {
        try shape.checkUnits(state, after: nil) {
          kinds[$0]
        } fault: {
          DeskError.record(.wrongUnit("\($0)", $1, field: $2, instead: nil))
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
      chunk.undecided = (state, place)
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
  var undecided: (state: RecordState, place: TablePlace)?
  /// The stages that they passed over.
  var passed = PassedStages()
  var faults: [Fault] = []

  enum Fault: Sendable {
    case repeated(RecordState, TablePlace, first: Int)
    case other(ImportFaults)
  }

  init(_ batch: RecordBatch, _ postings: ListPostings) {
    self.batch = batch
    self.postings = postings
  }

  func isFull(_ size: Int) -> Bool {
    batch.count >= size || faults.count >= size || undecided != nil
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
