/// How well a row serves as the header of a table.
public enum HeaderFit: Sendable, Comparable {
  /// It names that many columns which are known, but not all that are needed.
  case part(Int)
  /// It has all that is needed.
  case whole
}

/// The header among the first rows of a table: the first of them that is a whole one; else the first of
/// those that come nearest, of which the reader of the table says what it lacks.
struct HeaderChoice {
  /// Rows that are looked at before a table counts as one without a header.
  private static let mostRows = 20

  private(set) var cells: [String] = []
  private(set) var line = 1
  /// The titles above it.
  private(set) var titles: [TitleRow] = []
  private var best: HeaderFit?
  private var rows: [TitleRow] = []

  /// - Returns: whether the next row is to be looked at.
  mutating func consider(_ cells: [String], at line: Int, _ fit: HeaderFit) -> Bool {
    if best.map({ fit > $0 }) ?? true {
      (self.cells, self.line, best, titles) = (cells, line, fit, rows)
    }
    rows.append(TitleRow(line: line, cells: cells))
    return best != .whole && rows.count < HeaderChoice.mostRows
  }
}
