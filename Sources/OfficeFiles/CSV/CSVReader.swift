/// Reads a CSV file record by record, by bytes and in bounded memory.
///
/// Encoding (UTF-8 with or without byte order mark, or GB18030) and delimiter (comma, tab or
/// semicolon) are recognised; cells are delivered in UTF-8. Quoting follows RFC 4180; a quote
/// within an unquoted cell is plain text, and blanks may surround a quoted cell. Lines end with
/// LF, CRLF or CR. Blank lines are passed over. What a cell says is put on one line (`OneLine`).
///
/// A cell is what stands between the quotes, if there are any, with doubled quotes undone, and between
/// surrounding blanks (spaces, tabs, full-width and no-break spaces).
///
/// It is not copyable because it owns its buffer; use it where it is made.
public struct CSVReader: ~Copyable {
  /// The cells of the header: of the first line that is not blank, until `nextHeader` takes another.
  public internal(set) var header: [String] = []
  /// The line of the file where the header starts.
  public internal(set) var headerLine = 1
  /// `,`, tab or `;`.
  public var delimiter: UInt8 { scan.delimiter }
  /// How a text was read that may be either UTF-8 or GB18030; nil where there is no doubt.
  public internal(set) var encodingDoubt: EncodingDoubt?
  /// The current record.
  public internal(set) var row: TableRow
  /// What is being read: for progress, and for the SHA-256 once the end is reached.
  public let source: TextFileSource

  private let givenDelimiter: UInt8?
  let lineLimit: Int
  let keepsLines: Bool
  var window: TextWindow
  var cells = CellTable()
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
    row = TableRow(of: source.path, UnsafePointer(window.base), UnsafePointer(cells.bounds))
    scan = RecordScan(window.base, delimiter: delimiter ?? UInt8(ascii: ","))
    givenDelimiter = delimiter
    try readByteOrderMark()
    guard try nextHeader() else { throw CSVFault(line: 1, column: 1, kind: .emptyFile) }
  }

  /// Takes the next record that is not blank as the header, with a delimiter of its own; false at the end
  /// of the file. What was the header until now is a title above it.
  mutating func nextHeader() throws(CSVFault) -> Bool {
    try skipLinesWithoutContent()
    if givenDelimiter == nil { scan = RecordScan(window.base, delimiter: try findDelimiter()) }
    guard try advance(expected: nil) else { return false }
    header = (0..<row.count).map { row.string($0) }
    headerLine = row.line
    return true
  }

  /// Advances to the next record; false at the end of the file.
  ///
  /// It throws the first fault of a record. After a fault that `isRecoverable` the next call
  /// goes on with the following record; after any other it returns false.
  public mutating func next() throws(CSVFault) -> Bool {
    try advance(expected: header.count)
  }
}
