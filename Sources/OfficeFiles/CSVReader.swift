/// Reads a CSV file record by record, by bytes and in bounded memory.
///
/// Encoding (UTF-8 with or without byte order mark, or GB18030) and delimiter (comma, tab or
/// semicolon) are recognised; cells are delivered in UTF-8. Quoting follows RFC 4180; a quote
/// within an unquoted cell is plain text, and blanks may surround a quoted cell. Lines end with
/// LF, CRLF or CR. Blank lines are passed over. What a cell says is put on one line (`OneLine`).
///
/// It is not copyable because it owns its buffer; use it where it is made.
public struct CSVReader: ~Copyable {
  /// The cells of the first line that is not blank.
  public internal(set) var header: [String] = []
  /// `,`, tab or `;`.
  public var delimiter: UInt8 { scan.delimiter }
  /// The line of the file, from 1, where the current record starts.
  public internal(set) var line = 1
  /// The number of cells of the current record; at most that of the header, but possibly fewer.
  public internal(set) var count = 0
  /// What is being read: for progress, and for the SHA-256 once the end is reached.
  public let source: TextFileSource

  // The cells of the current record, for the inlined access: bytes, and start and end of each.
  @usableFromInline var base: UnsafePointer<UInt8>
  @usableFromInline var bounds: UnsafePointer<Int32>

  let lineLimit: Int
  let keepsLines: Bool
  var window: TextWindow
  var cells = CellTable()
  /// The cells of the current record that had a line break between two texts.
  var brokenCells: [Int] = []
  var scan: RecordScan
  var nextLine = 1
  var isEncodingKnown = false
  var isOver = false

  /// Reads up to the header. It throws what `next` throws; no fault of the header is recoverable.
  /// - Parameters:
  ///   - delimiter: nil to take it from the header line.
  ///   - lineLimit: the longest record allowed, in bytes of UTF-8.
  ///   - chunk: bytes fetched from the file at a time.
  ///   - keepsLines: whether control characters within cells stay.
  public init(
    _ source: TextFileSource, delimiter: UInt8? = nil, lineLimit: Int = 1 << 20,
    chunk: Int = 1 << 20, keepsLines: Bool = false
  ) throws(CSVFault) {
    self.source = source
    self.keepsLines = keepsLines
    // Offsets within the buffer are kept in 32 bits.
    self.lineLimit = min(max(lineLimit, 1), 1 << 28)
    window = TextWindow(source, chunk: min(max(chunk, 1), 1 << 28))
    base = UnsafePointer(window.base)
    bounds = UnsafePointer(cells.bounds)
    scan = RecordScan(window.base, delimiter: delimiter ?? UInt8(ascii: ","))
    try readByteOrderMark()
    try skipLinesWithoutContent()
    if delimiter == nil { scan = RecordScan(window.base, delimiter: try findDelimiter()) }
    guard try advance(expected: nil) else {
      throw CSVFault(line: 1, column: 1, kind: .emptyFile)
    }
    for index in 0..<count { header.append(string(index)) }
  }

  /// Advances to the next record; false at the end of the file.
  ///
  /// It throws the first fault of a record. After a fault that `isRecoverable` the next call
  /// goes on with the following record; after any other it returns false.
  public mutating func next() throws(CSVFault) -> Bool {
    try advance(expected: header.count)
  }

  /// The bytes of cell `index`, from 0, in UTF-8: what stands between the quotes, if there are any,
  /// with doubled quotes undone, and between surrounding blanks (spaces, tabs, full-width and
  /// no-break spaces). Empty for a cell the record does not have. Valid until `next`.
  @inlinable
  public func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index < count else { return UnsafeBufferPointer(start: base, count: 0) }
    let start = Int(bounds[2 * index])
    return UnsafeBufferPointer(start: base + start, count: Int(bounds[2 * index + 1]) - start)
  }

  /// The text of cell `index`, from 0; empty for a cell the record does not have.
  public func string(_ index: Int) -> String {
    String(decoding: cell(index), as: UTF8.self)
  }

  /// Whether cell `index`, from 0, had a line break within, which is read as a blank.
  public func hasLineBreak(in index: Int) -> Bool { brokenCells.contains(index) }

  /// Whether all cells are empty, as in the rows of bare delimiters that spreadsheets append.
  public var isEmpty: Bool {
    for index in 0..<count where !cell(index).isEmpty { return false }
    return true
  }
}
