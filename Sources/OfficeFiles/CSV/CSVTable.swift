internal import Synchronization
internal import TargetEngine

/// A CSV file as a table.
public final class CSVTable: TableSource {
  public let path: String
  public let header: [String]
  public let headerLine: Int
  public let titles: [TitleRow]
  public let size: Int?
  private let state: Mutex<State>
  private let watch: CellWatch

  public var sheet: String? { nil }
  public var passed: PassedLines { state.withLock { $0.passed } }
  public var encodingDoubt: EncodingDoubt? { state.withLock { $0.reader.encodingDoubt } }

  private struct State: ~Copyable {
    var reader: CSVReader
    var passed = PassedLines()
  }

  /// Opens a file, or standard input when `path` is `-`.
  ///
  /// - Parameter fit: how well a row serves as the header.
  public convenience init(
    path: String, header fit: ([String]) -> HeaderFit = { _ in .whole }
  ) throws {
    try self.init(TextFileSource(path: path), header: fit)
  }

  /// Reads what a source has; of bytes in memory the path only names them in faults.
  public init(_ source: sending TextFileSource, header fit: ([String]) -> HeaderFit) throws {
    var reader = try CSVReader(source)
    var choice = HeaderChoice()
    while choice.consider(reader.header, at: reader.headerLine, fit(reader.header)),
      CSVTable.hasNextHeader(&reader)
    {}
    path = source.path
    (header, headerLine, titles) = (choice.cells, choice.line, choice.titles)
    watch = CellWatch(header)
    size = reader.source.size
    var state = State(reader: reader)
    for title in titles { state.passed.add(PassedLine(line: title.line, reason: .title)) }
    self.state = Mutex(state)
  }

  /// A row that cannot be read ends the search: what is wrong with it would hide what the header lacks.
  private static func hasNextHeader(_ reader: inout CSVReader) -> Bool {
    do throws(CSVFault) {
      return try reader.nextHeader()
    } catch {
      return false
    }
  }

  public func read(
    places: [Int], isData: (borrowing TableRow) throws -> Bool,
    row body: (borrowing TableRow) throws -> Bool, fault: (CSVFault) -> Void
  ) throws -> [UInt8]? {
    try state.withLock { state in
      while true {
        do throws(CSVFault) {
          guard try state.reader.next() else { return state.reader.source.sha256 }
        } catch {
          // What signs a table may be wider than the table.
          if case .wrongCellCount = error.kind,
            let reason = state.reader.row.reason(serial: watch.serial, places: [])
          {
            state.passed.add(PassedLine(line: state.reader.row.line, reason: reason))
            continue
          }
          fault(error)
          if error.isRecoverable { continue }
          return nil
        }
        if let reason = state.reader.row.reason(serial: watch.serial, places: places) {
          let isData = reason.isDoubtful ? try isData(state.reader.row) : false
          if !isData {
            state.passed.add(PassedLine(line: state.reader.row.line, reason: reason))
            continue
          }
        }
        if watch.isHeader(state.reader.row) {
          state.passed.add(PassedLine(line: state.reader.row.line, reason: .header))
          continue
        }
        do throws(CSVFault) {
          try watch.check(state.reader.row)
        } catch {
          fault(error)
          if error.isRecoverable { continue }
          return nil
        }
        if !(try body(state.reader.row)) { return nil }
      }
    }
  }
}

/// What no cell of a table may hold, whatever its column, and rows that say its header again.
struct CellWatch: Sendable {
  /// The column of serial numbers.
  let serial: Int?
  /// Columns without a title.
  private let untitled: [Int]
  private let header: [[UInt8]]

  init(_ header: [String]) {
    serial = header.firstIndex { SerialTitle.isOne($0.filter { !$0.isWhitespace && $0 != "*" }) }
    untitled = header.indices.filter { OneLine.isBlank(header[$0]) }
    self.header = header.map { Array($0.utf8) }
  }

  /// Whether a row is the header again, cell by cell.
  func isHeader(_ row: borrowing TableRow) -> Bool {
    for column in header.indices {
      let cell = row.cell(column)
      guard cell.count == header[column].count, cell.elementsEqual(header[column]) else {
        return false
      }
    }
    return !header.isEmpty
  }

  /// Throws where a cell is an error of a spreadsheet, or stands under no title and would be lost.
  func check(_ row: borrowing TableRow) throws(CSVFault) {
    for column in untitled where !row.cell(column).isEmpty {
      throw CSVFault(
        line: row.line, column: column + 1, kind: .untitled(row.string(column)))
    }
    for column in 0..<row.count
    where row.cell(column).first == UInt8(ascii: "#") && CellWatch.isError(row.string(column)) {
      throw CSVFault(
        line: row.line, column: column + 1, kind: .formulaError(row.string(column)))
    }
  }

  private static func isError(_ text: String) -> Bool { errors.contains(text.uppercased()) }

  private static let errors: Set = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#GETTING_DATA",
  ]
}
