extension CSVReader {
  /// Moves to the next record that is not blank. With something in more cells than `expected` it is at fault.
  mutating func advance(expected: Int?) throws(CSVFault) -> Bool {
    row.count = 0
    if !row.brokenCells.isEmpty { row.brokenCells = [] }
    while !isOver {
      guard try scanRecord() else { break }
      let line = nextLine
      row.place.line = line
      window.position = scan.next
      nextLine = line + scan.linesToNext
      if scan.fault != nil || scan.scan.sawHighBit {
        try checkText()
        trimWideBlanks()
      }
      if cells.count == 1, cells[0].isEmpty, !isQuoted(0) { continue }
      if scan.hasDoubledQuotes { undoDoubledQuotes() }
      if scan.hasControls, !keepsLines { try foldControls() }
      if scan.hasQuotes, !keepsLines { trimQuoted() }
      row.base = UnsafePointer(window.base)
      row.bounds = UnsafePointer(cells.bounds)
      row.count = cells.count
      row.bytesRead = source.bytesRead
      if let expected, cells.count > expected { try leaveOut(cellsFrom: expected) }
      return true
    }
    isOver = true
    return false
  }

  /// Leaves out what follows the header's last column, where nothing stands in it. A number that its comma
  /// has cut in two, as in `1,200`, pushes an empty cell out of the table as well.
  private mutating func leaveOut(cellsFrom expected: Int) throws(CSVFault) {
    var isCut = false
    for place in 1..<cells.count {
      let (before, after) = (row.cell(place - 1), row.cell(place))
      let isNumber = (Array(before) + Array(after)).allSatisfy { 0x30...0x39 ~= $0 }
      isCut = isCut || isNumber && 1...3 ~= before.count && after.count == 3
    }
    guard !isCut, (expected..<cells.count).allSatisfy({ cells[$0].isEmpty }) else {
      let kind = CSVFault.Kind.wrongCellCount(expected: expected, found: cells.count)
      throw CSVFault(line: row.line, column: expected + 1, kind: kind)
    }
    row.count = expected
  }

  /// Finds the cells of the record at the window's position; false at the end of the file.
  private mutating func scanRecord() throws(CSVFault) -> Bool {
    while window.position < window.end || !window.isComplete {
      scan.begin(
        window.base, from: window.position, to: window.end, isLast: window.isComplete)
      let outcome = scan.run(into: &cells)
      try checkLength(outcome)
      switch outcome {
      case .needsMore:
        try fetchMore()
      case .unclosedQuote:
        throw stop(.unclosedQuote, lines: scan.linesToOpening, column: cells.count + 1)
      case .complete:
        if isEncodingKnown || !scan.scan.sawHighBit { return true }
        try decideEncoding()
      }
    }
    return false
  }

  mutating func fetchMore() throws(CSVFault) {
    do throws(FileFault) {
      try window.more()
    } catch {
      throw stop(.unreadable(error))
    }
  }

  /// An end of all reading, at the record that starts on `nextLine`.
  mutating func stop(_ kind: CSVFault.Kind, lines: Int = 0, column: Int = 1) -> CSVFault {
    isOver = true
    return CSVFault(line: nextLine + lines, column: column, kind: kind)
  }

  /// Throws when the record is longer than the limit. Whether a stray quote is to blame is told
  /// from the bytes within the limit alone, so the answer does not depend on how much is fetched.
  private mutating func checkLength(_ outcome: RecordScan.Outcome) throws(CSVFault) {
    let length: Int
    switch outcome {
    case .complete: length = scan.stop - scan.start
    // The last byte may be half of a line end, which does not count.
    case .needsMore: length = scan.end - scan.start - 1
    case .unclosedQuote: length = scan.end - scan.start
    }
    guard length > lineLimit else { return }
    scan.begin(window.base, from: scan.start, to: scan.start + lineLimit + 1, isLast: true)
    let isInQuotes = scan.run(into: &cells) == .unclosedQuote
    // Within quotes the cell at the limit has not been added to the others.
    let column = isInQuotes ? cells.count + 1 : cells.count
    guard isInQuotes, scan.lines > scan.linesToOpening else {
      throw stop(.lineTooLong(limit: lineLimit), column: column)
    }
    throw stop(.unclosedQuote, lines: scan.linesToOpening, column: column)
  }
}
