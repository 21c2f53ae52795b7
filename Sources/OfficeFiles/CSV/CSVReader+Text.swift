internal import TargetEngine

extension CSVReader {
  /// Throws the fault of a record whose end is known.
  mutating func checkText() throws(CSVFault) {
    if let fault = scan.fault {
      let kind: CSVFault.Kind =
        fault.isNUL ? .nulByte : .textAfterQuote(closedOn: row.line + fault.closingLine)
      throw CSVFault(line: row.line + fault.line, column: fault.column, kind: kind)
    }
    let bad = UTF8Check.firstInvalid(
      UnsafePointer(scan.base), from: scan.start, to: scan.stop, sawControl: &scan.hasControls)
    guard let bad else { return }
    let lines = lineEnds(from: scan.start, to: bad)
    throw CSVFault(line: row.line + lines, column: cells.cell(at: bad) + 1, kind: .invalidText)
  }

  private func lineEnds(from start: Int, to end: Int) -> Int {
    var lines = 0
    for index in start..<end {
      let byte = window.base[index]
      let isSecondHalf =
        byte == ByteScan.lineFeed && index > start
        && window.base[index - 1] == ByteScan.carriageReturn
      if byte == ByteScan.carriageReturn || byte == ByteScan.lineFeed, !isSecondHalf { lines += 1 }
    }
    return lines
  }

  /// An unquoted cell never starts right after a quote.
  func isQuoted(_ cell: Int) -> Bool {
    let start = cells[cell].lowerBound
    return start > 0 && window.base[start - 1] == ByteScan.quote
  }

  mutating func undoDoubledQuotes() {
    for cell in 0..<cells.count where isQuoted(cell) {
      let range = cells[cell]
      var target = range.lowerBound
      var index = target
      while index < range.upperBound {
        window.base[target] = window.base[index]
        // Within quotes every quote is one of a pair.
        index += window.base[index] == ByteScan.quote ? 2 : 1
        target += 1
      }
      cells[cell] = range.lowerBound..<target
    }
  }

  /// Puts every cell on one line, and notes those that were not.
  mutating func foldControls() throws(CSVFault) {
    for cell in 0..<cells.count {
      let range = cells[cell]
      let text = UnsafeMutableBufferPointer(
        start: window.base + range.lowerBound, count: range.count)
      if OneLine.turnsDirection(UnsafeBufferPointer(text)) {
        throw CSVFault(line: row.line, column: cell + 1, kind: .directionMark)
      }
      // At its ends a break parts nothing.
      let isInner = { (byte: UInt8) in byte > UInt8(ascii: " ") }
      if let first = text.firstIndex(where: isInner), let last = text.lastIndex(where: isInner),
        text[first...last].contains(where: CSVReader.isLineBreak)
      {
        row.brokenCells.append(cell)
      }
      let count = OneLine.fold(text)
      cells[cell] = range.lowerBound..<range.lowerBound + count
    }
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == ByteScan.lineFeed || byte == ByteScan.carriageReturn
  }

  /// Full-width and no-break spaces around unquoted cells go the way of plain blanks.
  mutating func trimWideBlanks() {
    for cell in 0..<cells.count {
      let range = cells[cell]
      let trimmed = WideBlanks.trim(UnsafePointer(window.base), range)
      if trimmed != range, !isQuoted(cell) { cells[cell] = trimmed }
    }
  }

  /// Blanks at the ends of quoted cells say no more than those around unquoted ones.
  mutating func trimQuoted() {
    for cell in 0..<cells.count {
      cells[cell] = WideBlanks.trim(UnsafePointer(window.base), cells[cell])
    }
  }
}
