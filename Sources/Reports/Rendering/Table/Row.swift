/// A row of a table. Cells that are missing at its end are blank.
public struct Row: Sendable, Equatable {
  public enum Emphasis: Sendable, Equatable {
    case plain
    /// 合计: set off by a rule and bold type.
    case total
    /// A heading across the whole table; its first cell is the heading. CSV leaves it out.
    case section
  }

  public var cells: [Cell]
  public var emphasis: Emphasis

  public init(_ cells: [Cell], emphasis: Emphasis = .plain) {
    self.cells = cells
    self.emphasis = emphasis
  }

  /// A row of sums.
  public static func total(_ cells: [Cell]) -> Row { Row(cells, emphasis: .total) }

  /// A heading between rows.
  public static func section(_ heading: String) -> Row { Row([.text(heading)], emphasis: .section) }

  /// The cell of a column, blank where the row is too short.
  func cell(_ column: Int) -> Cell { column < cells.count ? cells[column] : .blank }
}
