extension RecordScan {
  /// Reads the quoted cell whose opening quote is at `index`, up to the start of the next cell;
  /// an outcome when the record ends here.
  mutating func runQuoted(into cells: inout CellTable) -> Outcome? {
    (opening, linesToOpening) = (index, lines)
    index += 1
    let found = findClosingQuote(column: cells.count + 1)
    guard found == .complete else { return found }
    cells.append(opening + 1, index)
    hasQuotes = true
    index += 1
    while base[index] != delimiter, ByteScan.isBlank(base[index]) { index += 1 }
    if base[index] == delimiter {
      index += 1
      return nil
    }
    guard base[index] == ByteScan.lineFeed || base[index] == ByteScan.carriageReturn else {
      return giveUp(column: cells.count)
    }
    guard isLineEndKnown else { return .needsMore }
    finish()
    return .complete
  }

  /// Moves `index` to the closing quote.
  private mutating func findClosingQuote(column: Int) -> Outcome {
    while true {
      index = scan.next(base, from: index)
      switch base[index] {
      case ByteScan.lineFeed where index == end:
        return isLast ? .unclosedQuote : .needsMore
      case ByteScan.lineFeed, ByteScan.carriageReturn:
        guard isLineEndKnown else { return .needsMore }
        lines += 1
        hasControls = true
        index = afterLineEnd
      case ByteScan.quote:
        // With the last byte in memory the sentinel follows; the line end it feigns asks for more.
        guard base[index + 1] == ByteScan.quote else { return .complete }
        hasDoubledQuotes = true
        index += 2
      default:
        noteControl(base[index], column: column)
        index += 1
      }
    }
  }

  /// Text follows the closing quote. As a rule the opening quote is a stray one and the "closing"
  /// quote opens a cell many lines further down, so reading goes on with the line after the
  /// opening quote: the lines between are good.
  private mutating func giveUp(column: Int) -> Outcome {
    let text = index
    fault = Fault(isNUL: false, line: linesToOpening, column: column, closingLine: lines)
    index = opening + 1
    while true {
      index = scan.next(base, from: index)
      let byte = base[index]
      if byte == ByteScan.lineFeed || byte == ByteScan.carriageReturn { break }
      index += 1
    }
    guard isLineEndKnown else { return .needsMore }
    lines = linesToOpening
    finish()
    stop = max(stop, text)
    return .complete
  }
}
