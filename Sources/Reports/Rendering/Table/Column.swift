/// Where a text stands in its column.
public enum Alignment: Sendable, Equatable {
  case leading, center, trailing
}

/// A column of a table: its heading, and how it behaves where room is short.
public struct Column: Sendable, Equatable {
  /// What a column mostly holds. It decides the alignment and what may be wrapped.
  public enum Content: Sendable, Equatable {
    /// Words, which wrap when the terminal is narrow.
    case text
    /// Figures, never wrapped or cut.
    case number
    /// Percentages: as `number`, and the CSV heading names the unit.
    case percent
    /// Differences of percentages, in percentage points.
    case points(String)
    /// Texts that make sense only in one piece: days, ids, judgements, bars.
    case fixed
  }

  public var title: String
  /// The stable name for machines, the same in every language: `actual`, `previousMonth`.
  public var key: String
  public var content: Content
  public var alignment: Alignment
  /// How far wrapping may narrow a text column, in terminal columns.
  public var minimumWidth: Int
  /// Nil for a column that is always shown. Of the others, a terminal too narrow for all leaves
  /// out the one with the lowest priority first, and says so in a note.
  public var priority: Int?

  public init(
    _ title: String, key: String, _ content: Content = .text, alignment: Alignment? = nil,
    minimumWidth: Int = 8, priority: Int? = nil
  ) {
    self.title = title
    self.key = key
    self.content = content
    self.alignment = alignment ?? content.usualAlignment
    self.minimumWidth = minimumWidth
    self.priority = priority
  }
}

extension Column.Content {
  fileprivate var usualAlignment: Alignment {
    switch self {
    case .text, .fixed: .leading
    case .number, .percent, .points: .trailing
    }
  }
}
