extension RecordScan {
  /// Whether the line end at `index` is a real one, and all of it is in memory.
  var isLineEndKnown: Bool {
    isLast || index + (base[index] == ByteScan.carriageReturn ? 1 : 0) < end
  }

  /// The offset after the line end at `index`.
  var afterLineEnd: Int {
    let isPair =
      base[index] == ByteScan.carriageReturn && index + 1 < end
      && base[index + 1] == ByteScan.lineFeed
    return min(index + (isPair ? 2 : 1), end)
  }

  mutating func finish() {
    stop = index
    next = afterLineEnd
    linesToNext = lines + 1
  }

  /// Whether only blanks lie between the start of a cell and `index`.
  @inline(__always)
  func isBlank(from cellStart: Int) -> Bool {
    var offset = cellStart
    while offset < index, ByteScan.isBlank(base[offset]) { offset += 1 }
    return offset == index
  }

  /// Adds the unquoted cell that ends before `index`.
  @inline(__always)
  func appendTrimmed(from cellStart: Int, to cells: inout CellTable) {
    var (first, last) = (cellStart, index)
    while first < last, ByteScan.isBlank(base[first]) { first += 1 }
    while last > first, ByteScan.isBlank(base[last - 1]) { last -= 1 }
    cells.append(first, last)
  }

  /// Notes a control character within a cell; NUL, as no text has it, is a fault.
  mutating func noteControl(_ byte: UInt8, column: Int) {
    if byte < 0x20 { hasControls = true }
    if byte == 0, fault == nil { fault = Fault(isNUL: true, line: lines, column: column) }
  }
}
