/// A row of a table while it is read: the bytes of its cells, where they lie in the source's buffer.
///
/// A source has one and moves it from row to row, so that a row costs no object. Read cells by their
/// bytes where many rows are read:
///
/// ```swift
/// let day = Day(parsing: row.cell(0))
/// ```
public struct TableRow: ~Copyable {
  /// What a file says of a cell besides its text.
  public enum Hint: UInt8, Sendable {
    /// Nothing: a text, or whatever the text reads as. Every cell of a CSV file.
    case text
    /// The cell is a number; its text is the shortest that reads back to it.
    case number
    /// The cell is a day; its text is `2021-06-28`.
    case day
  }

  /// Where the row starts; its column is 1.
  public internal(set) var place: TablePlace
  /// The number of cells; at most that of the header, but possibly fewer.
  public internal(set) var count = 0
  /// Bytes of the file that were read so far.
  public internal(set) var bytesRead = 0

  // Bytes, and start and end of each cell, for the inlined access.
  @usableFromInline var base: UnsafePointer<UInt8>
  @usableFromInline var bounds: UnsafePointer<Int32>
  /// A hint for each cell; nil where all are texts.
  var hints: UnsafePointer<Hint>?
  /// The cells that had a line break between two texts.
  var brokenCells: [Int] = []

  init(of file: String, _ base: UnsafePointer<UInt8>, _ bounds: UnsafePointer<Int32>) {
    place = TablePlace(file: file, line: 1, column: 1)
    self.base = base
    self.bounds = bounds
  }

  /// The line of the file, from 1, where the row starts.
  public var line: Int { place.line }

  /// The bytes of cell `index`, from 0, in UTF-8 and without the blanks around its text. Empty for a cell
  /// that the row does not have. Valid while the row is.
  @inlinable
  public func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index < count else { return UnsafeBufferPointer(start: base, count: 0) }
    let start = Int(bounds[2 * index])
    return UnsafeBufferPointer(start: base + start, count: Int(bounds[2 * index + 1]) - start)
  }

  /// The text of cell `index`, from 0; empty for a cell that the row does not have.
  public func string(_ index: Int) -> String {
    String(decoding: cell(index), as: UTF8.self)
  }

  /// What the file says of cell `index`, from 0.
  public func hint(_ index: Int) -> Hint {
    guard let hints, index < count else { return .text }
    return hints[index]
  }

  /// Whether cell `index`, from 0, had a line break within, which is read as a blank.
  public func hasLineBreak(in index: Int) -> Bool { brokenCells.contains(index) }

  /// Whether all cells are empty, as in the rows of bare delimiters that spreadsheets append.
  public var isEmpty: Bool {
    for index in 0..<count where !cell(index).isEmpty { return false }
    return true
  }

  /// A copy that may be read after the row is gone.
  public var kept: KeptRow { KeptRow(self) }
}

/// A row of a table that was set aside, to be read after others.
public struct KeptRow: Sendable {
  private var place: TablePlace
  private var bytesRead: Int
  private var bytes: [UInt8] = []
  private var bounds: [Int32] = []
  private var hints: [TableRow.Hint]?
  private var brokenCells: [Int]

  fileprivate init(_ row: borrowing TableRow) {
    (place, bytesRead, brokenCells) = (row.place, row.bytesRead, row.brokenCells)
    for index in 0..<row.count {
      bounds.append(Int32(clamping: bytes.count))
      bytes += row.cell(index)
      bounds.append(Int32(clamping: bytes.count))
    }
    if let all = row.hints { hints = (0..<row.count).map { all[$0] } }
  }

  /// Reads the row as if it were read now.
  public func read<Result>(_ body: (borrowing TableRow) throws -> Result) rethrows -> Result {
    // A row of empty cells has no bytes.
    try read(bytes + [0], bounds + [0], hints ?? [], body)
  }

  private func read<Result>(
    _ base: UnsafePointer<UInt8>, _ bounds: UnsafePointer<Int32>,
    _ hints: UnsafePointer<TableRow.Hint>, _ body: (borrowing TableRow) throws -> Result
  ) rethrows -> Result {
    var row = TableRow(of: place.file, base, bounds)
    (row.place, row.bytesRead, row.brokenCells) = (place, bytesRead, brokenCells)
    row.count = self.bounds.count / 2
    if self.hints != nil { row.hints = hints }
    return try body(row)
  }
}
