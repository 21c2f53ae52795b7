/// Tables for web forums and documentation, in the pipe form of GitHub's Markdown.
public struct MarkdownRenderer: TableRenderer {
  public init() {}

  public func render(_ tables: [Table], to sink: ByteSink) throws {
    for (index, table) in tables.enumerated() {
      if index > 0 { try sink.write("\n") }
      try render(table, rows: table.eachRow, to: sink)
    }
  }

  public func render(_ table: Table, rows: RowMaker, to sink: ByteSink) throws {
    let below =
      table.notes.map { paragraph([$0]) } + (table.footer.isEmpty ? [] : [paragraph(table.footer)])
    var blocks = above(table)
    if !table.columns.isEmpty {
      try sink.write((blocks + [""]).joined(separator: "\n"))
      try write(table, rows: rows, to: sink)
      blocks = below.isEmpty ? [] : [""] + below
    } else {
      blocks += below
    }
    try sink.write(blocks.joined(separator: "\n"))
  }

  /// The paragraphs above the rows, each with its line end.
  private func above(_ table: Table) -> [String] {
    (table.title.map { ["# " + escaped($0) + "\n"] } ?? [])
      + table.subtitleLines.map { line in
        paragraph([line.leading, line.trailing].filter { !$0.isEmpty })
      }
  }

  private func paragraph(_ parts: [String]) -> String {
    parts.map(escaped).joined(separator: " \u{3000}") + "\n"
  }

  private func write(_ table: Table, rows: RowMaker, to sink: ByteSink) throws {
    try sink.write(line(table.columns.map { escaped($0.title) }))
    try sink.write(line(table.columns.map { rule($0.alignment) }))
    try rows { row in
      try sink.write(line(table.columns.indices.map { cell(row.cell($0), row.emphasis) }))
    }
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func cell(_ cell: Cell, _ emphasis: Row.Emphasis) -> String {
    let text = escaped(cell.printed)
    return emphasis == .plain ? text : strong(text)
  }

  private func rule(_ alignment: Alignment) -> String {
    switch alignment {
    case .leading: ":--"
    case .center: ":-:"
    case .trailing: "--:"
    }
  }

  /// `text` as words only: whatever would begin a cell, a tag, a link or emphasis is escaped.
  private func escaped(_ text: String) -> String {
    ControlCharacters.replacedKeepingLines(in: text).replacing { scalar in
      switch scalar {
      case "\n": "<br>"
      case "\t": " "
      case "\\", "|", "*", "`", "[", "]", "<": "\\" + String(scalar)
      default: nil
      }
    }
  }

  /// Emphasis does not open before a space.
  private func strong(_ text: String) -> String {
    let words = text.drop { $0 == " " }
    return words.isEmpty ? "" : "**" + words + "**"
  }
}
