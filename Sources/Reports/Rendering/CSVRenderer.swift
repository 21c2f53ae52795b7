/// Header and rows for machines: RFC 4180, with line feeds as line ends.
///
/// Titles, notes and section headings are left out, since they would read as data.
public struct CSVRenderer: TableRenderer {
  /// What the header line holds.
  public enum Header: Sendable {
    /// The headings people read, with (%) after those of percentages.
    case titles
    /// The stable names of the columns.
    case keys
  }

  public var header: Header
  /// Begins with a byte order mark, without which spreadsheets mistake UTF-8 for GB18030.
  public var byteOrderMark: Bool

  public init(header: Header = .titles, byteOrderMark: Bool = false) {
    self.header = header
    self.byteOrderMark = byteOrderMark
  }

  /// Several tables follow each other with an empty line between.
  public func render(_ tables: [Table], to sink: ByteSink) throws {
    if byteOrderMark { try sink.write("\u{FEFF}") }
    for (index, table) in tables.enumerated() {
      if index > 0 { try sink.write("\n") }
      try write(table, rows: table.eachRow, to: sink)
    }
  }

  public func render(_ table: Table, rows: RowMaker, to sink: ByteSink) throws {
    if byteOrderMark { try sink.write("\u{FEFF}") }
    try write(table, rows: rows, to: sink)
  }

  private func write(_ table: Table, rows: RowMaker, to sink: ByteSink) throws {
    try sink.write(record(table.columns.map(heading)))
    try rows { row in
      if row.emphasis == .section { return }
      try sink.write(record(table.columns.indices.map { row.cell($0).bare }))
    }
  }

  private func heading(_ column: Column) -> String {
    if header == .keys { return column.key }
    if case .points(let word) = column.content { return "\(column.title)(\(word))" }
    let saysPercent = column.title.contains("%") || column.title.contains("\u{FF05}")
    return column.content == .percent && !saysPercent ? column.title + "(%)" : column.title
  }

  private func record(_ fields: [String]) -> String {
    // A lone empty field must not look like an empty line.
    if fields == [""] { return "\"\"\n" }
    return fields.map(quoted).joined(separator: ",") + "\n"
  }

  private func quoted(_ field: String) -> String {
    let field = ControlCharacters.replacedKeepingLines(in: field)
    guard field.utf8.contains(where: isSpecial) else { return field }
    return "\"" + field.replacing { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
  }
}
