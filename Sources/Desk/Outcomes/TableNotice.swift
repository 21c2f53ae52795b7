public import OfficeFiles

/// What an import left out of a table: rows that are none of its data, columns that nothing is known of.
public struct TableNotice: Sendable {
  /// The file as a person named it.
  public var file: String
  /// The rows.
  public var rows: PassedLines
  /// The columns.
  public var columns: [LeftColumn]

  /// Whether something was left out that has a word in it.
  public var saysSomething: Bool {
    !columns.isEmpty || rows.listed.contains { $0.reason != .blank }
  }
}

/// A column that nothing is known of, and that was left out.
public struct LeftColumn: Sendable, Equatable {
  /// From 1, as a spreadsheet counts.
  public var column: Int
  /// Its title.
  public var title: String
  /// Columns that may have been meant.
  public var suggestions: [String]
}
