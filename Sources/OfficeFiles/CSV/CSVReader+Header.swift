extension CSVReader {
  private static let delimiters = [UInt8(ascii: ","), ByteScan.tab, UInt8(ascii: ";")]

  /// Passes over lines that have nothing but blanks and delimiters, before the header.
  mutating func skipLinesWithoutContent() throws(CSVFault) {
    while let length = try lengthOfLineWithoutContent() {
      window.position += length
      nextLine += 1
    }
  }

  /// The bytes of the line at the window's position with its end, if it has no content.
  private mutating func lengthOfLineWithoutContent() throws(CSVFault) -> Int? {
    var length = 0
    while length <= lineLimit {
      guard let byte = try byte(at: length) else { return length == 0 ? nil : length }
      if byte == ByteScan.lineFeed { return length + 1 }
      if byte == ByteScan.carriageReturn {
        return try length + (self.byte(at: length + 1) == ByteScan.lineFeed ? 2 : 1)
      }
      guard ByteScan.isBlank(byte) || Self.delimiters.contains(byte) else { return nil }
      length += 1
    }
    return nil
  }

  /// The byte at an offset from the window's position; nil after the end of the file.
  private mutating func byte(at offset: Int) throws(CSVFault) -> UInt8? {
    try fetch(atLeast: offset + 1)
    let index = window.position + offset
    return index < window.end ? window.base[index] : nil
  }

  /// The delimiter that is most frequent outside quotes in the header line, the first of them in
  /// a tie.
  mutating func findDelimiter() throws(CSVFault) -> UInt8 {
    var census = DelimiterCensus(Self.delimiters)
    while true {
      let end = min(window.end, window.position + lineLimit + 1)
      let hasEnded = census.count(window.base, from: window.position, to: end)
      if hasEnded || window.isComplete || end < window.end { return census.winner }
      try fetchMore()
    }
  }
}
