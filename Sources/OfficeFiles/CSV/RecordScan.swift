/// One pass over one record: finds its cells and its end. The reader keeps one and starts it again
/// for every record; it is plain data, so that this costs next to nothing.
struct RecordScan {
  enum Outcome: Equatable {
    case complete
    /// The bytes in memory end before it is certain where the record does.
    case needsMore
    /// The file ends within quotes.
    case unclosedQuote
  }

  /// A fault within the record. Lines are counted from the record's first, as 0.
  struct Fault: Equatable {
    var isNUL: Bool
    var line: Int
    var column: Int
    /// Where the quote closes that text follows.
    var closingLine = 0
  }

  let delimiter: UInt8
  var scan: ByteScan
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var start = 0
  private(set) var end = 0
  /// Nothing follows `end`.
  private(set) var isLast = false

  var index = 0
  /// Line ends passed so far, all of them inside quotes.
  var lines = 0
  /// The offset of the line end that closes the record.
  var stop = 0
  /// Where the next record starts, and the line ends before it.
  var next = 0
  var linesToNext = 0
  /// The opening quote of the last quoted cell, and the line ends before it.
  var opening = 0
  var linesToOpening = 0
  /// Whether cells hold doubled quotes that must be undone.
  var hasDoubledQuotes = false
  /// Whether there are quoted cells, of which the blanks at the ends go last.
  var hasQuotes = false
  /// Whether cells may hold control characters.
  var hasControls = false
  var fault: Fault?

  init(_ base: UnsafeMutablePointer<UInt8>, delimiter: UInt8) {
    self.base = base
    self.delimiter = delimiter
    scan = ByteScan(delimiter: delimiter)
  }

  /// Makes ready for the record at `start`.
  mutating func begin(
    _ base: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) {
    self.base = base
    self.start = start
    self.end = end
    self.isLast = isLast
    index = start
    lines = 0
    hasDoubledQuotes = false
    hasQuotes = false
    hasControls = false
    fault = nil
    scan.seen = 0
  }

  /// `base` must have `TextWindow.padding` bytes after `end`, the first of which is overwritten:
  /// a line feed there makes every search end without a check of its own.
  mutating func run(into cells: inout CellTable) -> Outcome {
    base[end] = ByteScan.lineFeed
    cells.removeAll()
    var cellStart = start
    while true {
      index = scan.next(base, from: index)
      let byte = base[index]
      if byte == delimiter {
        appendTrimmed(from: cellStart, to: &cells)
        index += 1
        cellStart = index
      } else if byte == ByteScan.lineFeed || byte == ByteScan.carriageReturn {
        guard isLineEndKnown else { return .needsMore }
        appendTrimmed(from: cellStart, to: &cells)
        finish()
        return .complete
      } else if byte == ByteScan.quote, isBlank(from: cellStart) {
        if let outcome = runQuoted(into: &cells) { return outcome }
        cellStart = index
      } else {
        noteControl(byte, column: cells.count + 1)
        index += 1
      }
    }
  }
}
