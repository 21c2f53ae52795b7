/// What every report and list hands to a renderer: words and figures, all of them final.
///
/// Texts are already in the reader's language; a renderer only lays them out.
public struct Table: Sendable, Equatable {
  public var title: String?
  /// Lines between title and header, such as the unit on the left and the cut-off on the right.
  public var subtitleLines: [Subtitle]
  public var columns: [Column]
  public var rows: [Row]
  /// Remarks beneath the rows, one paragraph each.
  public var notes: [String]
  /// The signature line: 填报人, 审核人, 负责人, 联系电话. Its parts stand side by side.
  public var footer: [String]

  public init(
    title: String? = nil, subtitleLines: [Subtitle] = [], columns: [Column], rows: [Row] = [],
    notes: [String] = [], footer: [String] = []
  ) {
    self.title = title
    self.subtitleLines = subtitleLines
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.footer = footer
  }
}

/// A line under the title with a left and a right part; either may be empty.
public struct Subtitle: Sendable, Equatable {
  public var leading: String
  public var trailing: String

  public init(_ leading: String = "", trailing: String = "") {
    self.leading = leading
    self.trailing = trailing
  }
}
