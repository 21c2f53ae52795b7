/// What is wrong in a CSV file, and where.
public struct CSVFault: Error, Sendable, Equatable {
  /// The line of the file, from 1. For a quoted cell that spans lines it is the line of the bad
  /// byte, or the line of the opening quote when the quotes themselves are at fault.
  public var line: Int
  /// The cell of its row, from 1, as a spreadsheet counts columns.
  public var column: Int
  public var kind: Kind

  public init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  public enum Kind: Sendable, Equatable {
    /// Nothing but blank lines.
    case emptyFile
    case nulByte
    /// Bytes that are no character: half a UTF-8 character, or neither UTF-8 nor GB18030.
    case invalidText
    /// A mark that turns the direction of writing, so that a text can pretend to be another.
    case directionMark
    /// A quote that is never closed, or not within the limit of a record. Reading stops.
    case unclosedQuote
    /// Text after the closing quote of a cell; `closedOn` is the line of that closing quote,
    /// which differs from the fault's line when the quoted text runs over several lines.
    case textAfterQuote(closedOn: Int)
    /// A line longer than `limit` bytes. Reading stops.
    case lineTooLong(limit: Int)
    /// A row with more cells than the header.
    case wrongCellCount(expected: Int, found: Int)
    /// A text under no title, which nothing would take.
    case untitled(String)
    /// What a spreadsheet shows where a formula has no value, such as `#REF!`.
    case formulaError(String)
    /// The file is no text. Reading stops.
    case notText(BinaryForm)
    /// The file is written in this encoding, which is not read ("UTF-16", "UTF-32", "Big5"; "GB18030" on
    /// a system without its converter). Reading stops.
    case unsupportedEncoding(String)
    /// The file may be in UTF-8 or in GB18030, and nothing in it tells which. Reading stops.
    case doubtfulEncoding(EncodingDoubt)
    /// The file could not be read on. Reading stops.
    case unreadable(FileFault)
  }

  /// Whether reading goes on with the following record.
  public var isRecoverable: Bool {
    switch kind {
    case .nulByte, .invalidText, .directionMark, .textAfterQuote, .wrongCellCount, .untitled,
      .formulaError:
      true
    case .emptyFile, .unclosedQuote, .lineTooLong, .notText, .unsupportedEncoding,
      .doubtfulEncoding, .unreadable:
      false
    }
  }
}
