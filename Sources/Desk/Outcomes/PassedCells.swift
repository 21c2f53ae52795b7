public import Forms
public import TargetEngine

/// What an answer says of its lines otherwise than the form does, and of which nothing is taken, column by column.
public struct PassedCells: Sendable, Equatable {
  /// The lines of which one column says something else; none for what is said of the unit.
  public struct Column: Sendable, Equatable {
    /// What the column is called: in Chinese, and in formats for machines.
    public let title: Text
    public internal(set) var lines: [LineNumber]
  }

  /// In the order in which they were met.
  public private(set) var columns: [Column] = []

  /// Whether all that was said is as the form has it.
  public var isEmpty: Bool { columns.isEmpty }

  mutating func add(_ column: AnswerColumn, of line: LineNumber? = nil) {
    let title = column.title.text
    let place = columns.firstIndex { $0.title == title } ?? columns.count
    if place == columns.count { columns.append(Column(title: title, lines: [])) }
    if let line, !columns[place].lines.contains(line) { columns[place].lines.append(line) }
  }
}
