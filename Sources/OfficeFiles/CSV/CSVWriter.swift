/// Writes rows of text as CSV by RFC 4180, in UTF-8. Cells are quoted only where a reader needs
/// it; nothing is escaped against spreadsheets, so that figures such as -1 stay what they are.
public struct CSVWriter: Sendable {
  public enum LineEnd: Sendable {
    case lf, crlf
  }

  /// What has been written since the start or the last `take`.
  public private(set) var bytes: [UInt8] = []

  private let delimiter: UInt8
  private let lineEnd: LineEnd
  private var isFirstRow = true

  /// - Parameters:
  ///   - delimiter: a comma, tab or semicolon.
  ///   - byteOrderMark: whether to begin with one, which spreadsheets need to recognise UTF-8.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), lineEnd: LineEnd = .lf, byteOrderMark: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    if byteOrderMark { bytes = Self.mark }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  public mutating func write(_ row: some Collection<String>) {
    var isFirst = true
    for cell in row {
      if !isFirst { bytes.append(delimiter) }
      isFirst = false
      // A lone empty cell would otherwise be a blank line.
      write(cell, quoted: row.count == 1 && cell.isEmpty || needsQuotes(cell))
    }
    if lineEnd == .crlf { bytes.append(ByteScan.carriageReturn) }
    bytes.append(ByteScan.lineFeed)
    isFirstRow = false
  }

  /// Hands out what has been written, and forgets it: for writing piece by piece.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ cell: String, quoted: Bool) {
    guard quoted else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(ByteScan.quote)
    for byte in cell.utf8 {
      if byte == ByteScan.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(ByteScan.quote)
  }

  private func needsQuotes(_ cell: String) -> Bool {
    cell.utf8.contains { isSpecial($0) } || isBlank(cell.unicodeScalars.first)
      || isBlank(cell.unicodeScalars.last) || isFirstRow && cell.utf8.starts(with: Self.mark)
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case delimiter, ByteScan.quote, ByteScan.lineFeed, ByteScan.carriageReturn: true
    // The reader takes the delimiter from the header line.
    case UInt8(ascii: ","), UInt8(ascii: ";"), ByteScan.tab: isFirstRow
    default: false
    }
  }

  /// Blanks around an unquoted cell are lost.
  private func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case " ", "\t", "\u{3000}", "\u{A0}": true
    default: false
    }
  }
}
